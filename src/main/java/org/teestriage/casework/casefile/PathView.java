package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.teestriage.concern.Reference;

/** Where a concern stands on the path: one sentence, then the steps that are done, that wait, and that may still come. */
public record PathView(
        Reference reference, String sentence, List<Done> done, List<ConcernStatus.OpenStep> open, List<ToCome> toCome) {

    /** A step that was decided: when it opened, until when it was due, when and by whom it was decided. */
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

    /** A step that may still come. */
    public record ToCome(String step, String title) {}
}
