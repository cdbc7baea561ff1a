/** Workload, deadlines and statistics for managers and auditors. */
@NullMarked
package org.teestriage.oversight;

import org.jspecify.annotations.NullMarked;
