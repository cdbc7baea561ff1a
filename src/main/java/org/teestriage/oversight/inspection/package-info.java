/** The inspection pack: one concern to take away, with its proof. */
@NullMarked
package org.teestriage.oversight.inspection;

import org.jspecify.annotations.NullMarked;
