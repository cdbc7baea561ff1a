/** Working days, hub hours, and deadlines that explain themselves. */
@NullMarked
package org.teestriage.deadline;

import org.jspecify.annotations.NullMarked;
