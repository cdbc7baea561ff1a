package org.teestriage.desk;

import java.util.List;
import java.util.Optional;

/**
 * What somebody needs who works on one step: where the concern stands, the step itself if it is open, what was decided
 * before, how long the timeline is, and what came onto it since they last looked.
 */
public record WorkView(
        Standing standing,
        Optional<Standing.OpenStep> open,
        List<PathView.Done> done,
        long length,
        List<TimelineView.Entry> since) {}
