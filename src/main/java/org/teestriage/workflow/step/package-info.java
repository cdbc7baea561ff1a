/** Open and decided steps: the queue table, and what was decided. */
@NullMarked
package org.teestriage.workflow.step;

import org.jspecify.annotations.NullMarked;
