package org.teestriage.canary.deadline;

import org.teestriage.timeline.Timeline;

/** Depends on a package of the same level that is not among its allowed dependencies. */
record KnowsTimeline(Timeline timeline) {}
