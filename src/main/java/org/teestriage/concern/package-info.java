/** The concern: what an agency raised, its parts, its reference, its priority, and what was added to it. */
@NullMarked
package org.teestriage.concern;

import org.jspecify.annotations.NullMarked;
