package org.teestriage.casework.question;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Reference;

/** The questions of a hub to the referrer, in the order in which they were asked. */
public record QuestionsView(Reference reference, List<Line> questions) {

    @Schema(name = "QuestionState")
    public enum State {
        OPEN,
        OVERDUE,
        ANSWERED,
        WITHDRAWN
    }

    /**
     * A question and what became of it.
     *
     * @param text absent for auditors
     * @param information the number of the further information that holds the answer
     * @param withdrawnBecause for the staff of the hub only
     */
    @Schema(name = "QuestionLine")
    public record Line(
            int number,
            @Nullable String text,
            State state,
            Instant askedAt,
            String askedBy,
            Instant due,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable Integer information,
            @Nullable String withdrawnBecause,
            @Nullable Instant chasedAt,
            @Nullable String chasedBy) {}

    /** The line that the reader may see; {@code inside} for staff of the hub. */
    public static Line line(Question question, Redaction redaction, boolean inside, Instant now) {
        return new Line(
                question.number(),
                redaction.typed(question.text()).orElse(null),
                state(question, now),
                question.askedAt(),
                question.askedBy(),
                question.due(),
                question.settledAt(),
                question.settledBy() == null ? null : redaction.person(question.settledBy()),
                question.information(),
                inside ? redaction.typed(question.withdrawnBecause()).orElse(null) : null,
                inside ? question.chasedAt() : null,
                inside ? question.chasedBy() : null);
    }

    private static State state(Question question, Instant now) {
        return switch (question.state()) {
            case OPEN -> now.isAfter(question.due()) ? State.OVERDUE : State.OPEN;
            case ANSWERED -> State.ANSWERED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }
}
