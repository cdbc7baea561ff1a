package org.teestriage.canary.deadline;

import org.teestriage.timeline.Timeline;

/** Of the same level, and not among the packages that deadlines may use. */
record KnowsTimeline(Timeline timeline) {}
