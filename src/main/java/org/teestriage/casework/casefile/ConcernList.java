package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;

/** Concerns that are mine to see, newest first; {@code next} asks for the page after this one. */
public record ConcernList(List<Line> concerns, @Nullable String next) {

    /** One concern. */
    @Schema(name = "ConcernLine")
    public record Line(Reference reference, Instant receivedAt, boolean open, List<String> hubs) {}
}
