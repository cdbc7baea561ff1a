package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.timeline.Reading;

/** Newest first. {@code next} is the cursor of the next page, absent on the last. */
public record ReadingsView(
        Reference reference, List<Line> readings, @Nullable Long next) {

    public record Line(Instant at, String by, String role, String affiliation, Reading.What what) {}
}
