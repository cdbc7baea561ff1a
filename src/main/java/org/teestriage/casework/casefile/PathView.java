package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.teestriage.concern.Reference;

public record PathView(
        Reference reference, String sentence, List<Done> done, List<ConcernStatus.OpenStep> open, List<ToCome> toCome) {

    public record Done(
            String step,
            String item,
            int round,
            String title,
            String hub,
            Instant openedAt,
            Instant due,
            Instant decidedAt,
            boolean late,
            String decidedBy,
            Object decision) {}

    /** A step that the model can still reach from the open steps. */
    public record ToCome(String step, String title) {}
}
