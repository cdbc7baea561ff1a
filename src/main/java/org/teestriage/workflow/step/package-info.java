/** Open steps (the queue table) and decided steps. */
@NullMarked
package org.teestriage.workflow.step;

import org.jspecify.annotations.NullMarked;
