/** The concern: what an agency raised, its parts, its reference, its priority, and later additions. */
@NullMarked
package org.teestriage.concern;

import org.jspecify.annotations.NullMarked;
