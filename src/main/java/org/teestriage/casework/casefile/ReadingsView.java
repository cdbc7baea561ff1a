package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.timeline.Reading;

/** Who looked at a concern, newest first; {@code next} asks for the page after this one. */
public record ReadingsView(
        Reference reference, List<Line> readings, @Nullable Long next) {

    /** One look at it. */
    public record Line(Instant at, String by, String role, String affiliation, Reading.What what) {}
}
