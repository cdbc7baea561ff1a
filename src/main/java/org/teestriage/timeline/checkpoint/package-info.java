/** Signed checkpoints outside the database. They prove that the timelines have not been altered. */
@NullMarked
package org.teestriage.timeline.checkpoint;

import org.jspecify.annotations.NullMarked;
