package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;

public record PathView(
        Reference reference, String sentence, List<Done> done, List<ConcernStatus.OpenStep> open, List<ToCome> toCome) {

    /**
     * A decision that was made.
     *
     * @param professionalRole of the decider, where it is known
     */
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
            @Nullable String professionalRole,
            Object decision) {

        /** Name and professional role of the decider. */
        public String decider() {
            return professionalRole == null ? decidedBy : decidedBy + ", " + professionalRole;
        }
    }

    /** A step that the model can still reach from the open steps. */
    public record ToCome(String step, String title) {}
}
