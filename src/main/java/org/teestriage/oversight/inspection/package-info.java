/** The inspection pack: an export of one concern with proof of its timeline. */
@NullMarked
package org.teestriage.oversight.inspection;

import org.jspecify.annotations.NullMarked;
