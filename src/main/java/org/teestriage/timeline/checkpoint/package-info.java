/** Signed checkpoints outside the database, which prove that nobody altered the timelines. */
@NullMarked
package org.teestriage.timeline.checkpoint;

import org.jspecify.annotations.NullMarked;
