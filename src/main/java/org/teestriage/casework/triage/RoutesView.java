package org.teestriage.casework.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.decision.route.RouteAbout;
import org.teestriage.decision.route.RouteKind;
import org.teestriage.decision.route.RouteResult;

public record RoutesView(Reference reference, List<Line> routes) {

    @Schema(name = "RouteState")
    public enum State {
        DUE,
        SUGGESTED,
        DONE,
        NOT_NEEDED;

        public boolean open() {
            return this == DUE || this == SUGGESTED;
        }
    }

    /**
     * One route for what it is about.
     *
     * @param number of the child, suspect, person or account; absent where it is about the whole concern
     * @param due absent if it is not due
     * @param entries oldest first
     */
    @Schema(name = "RouteLine")
    public record Line(
            RouteKind kind,
            RouteAbout about,
            @Nullable Integer number,
            String title,
            State state,
            @Nullable Instant due,
            boolean overdue,
            List<Why> suggestedBecause,
            List<How> contacts,
            List<Entry> entries) {

        /** Such as "National Referral Mechanism for child 1". */
        public String inWords() {
            return title + RouteChoices.inWords(about, number == null ? 0 : number);
        }

        /** As one of {@link RouteService#choices}. */
        public String value() {
            return "%s/%s/%d".formatted(kind, about, number == null ? 0 : number);
        }
    }

    /** {@code since}: when it first held. */
    @Schema(name = "RouteReason")
    public record Why(String because, String source, Instant since) {}

    /** {@code verified}: the day on which a person asked the partner; absent if this is not confirmed. */
    @Schema(name = "RouteContact")
    public record How(String how, String source, @Nullable LocalDate verified) {}

    @Schema(name = "RouteRecorded")
    public record Entry(
            RouteResult result,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String reference,
            @Nullable String cameOfIt,
            @Nullable String because,
            Instant recordedAt,
            String recordedBy) {}
}
