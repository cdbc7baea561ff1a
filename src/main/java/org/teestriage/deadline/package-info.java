/** Working days, hub hours, and deadlines with an explanation of how they were counted. */
@NullMarked
package org.teestriage.deadline;

import org.jspecify.annotations.NullMarked;
