/** Open and decided steps: the queue table and the history of decisions. */
@NullMarked
package org.teestriage.workflow.step;

import org.jspecify.annotations.NullMarked;
