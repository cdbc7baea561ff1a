/** What managers watch: workload, deadlines, and measures. */
@NullMarked
package org.teestriage.oversight;

import org.jspecify.annotations.NullMarked;
