/** The facts of a concern as they were told: who, what, where online, and what was done. Pure values and the one entity that holds them. */
@NullMarked
package org.teestriage.concern;

import org.jspecify.annotations.NullMarked;
