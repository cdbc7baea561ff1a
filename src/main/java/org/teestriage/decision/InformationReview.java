package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Priority;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.HonestReason;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;

public record InformationReview(
        @NotNull Effect effect,

        @AskedWhen(field = "effect", is = "PRIORITY") @Nullable
        Priority priority,

        @NotBlank @MultiLine String rationale)
        implements Decision, SelfValidating {

    public enum Effect {
        NOTHING,
        PRIORITY,
        DANGER
    }

    /**
     * The person who reviews.
     *
     * @param manager whether this is a manager
     * @param raisedIt whether the present priority comes from a decision of this person
     */
    public record Reviewer(boolean manager, boolean raisedIt) {}

    /** Refuses to lower the priority without a second person: a manager, who did not raise it. */
    public Optional<Refusal> refusal(Priority before, Reviewer reviewer) {
        if (priority == null || !priority.isLessUrgentThan(before)) {
            return Optional.empty();
        }
        if (!reviewer.manager()) {
            return Optional.of(new Refusal("Only a manager makes a concern less urgent. Ask a manager to decide this"
                    + " review, or leave the priority as it is."));
        }
        return reviewer.raisedIt()
                ? Optional.of(
                        new Refusal("The priority comes from your own decision. Ask another manager to decide this"
                                + " review, or leave the priority as it is."))
                : Optional.empty();
    }

    @Override
    public Step step() {
        return Step.INFORMATION_REVIEW;
    }

    @Override
    public Stream<Flaw> flaws() {
        return flawIf(
                (effect == Effect.PRIORITY) != (priority != null),
                "priority",
                "give the new priority, and only where the effect is PRIORITY");
    }

    /** Danger is never refused for the words in which it is told. */
    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return flawIf(
                effect != Effect.DANGER
                        && !Blanks.nothing(rationale)
                        && !HonestReason.says(rationale, LocalDate.ofInstant(now, LondonTime.ZONE)),
                "rationale",
                Reason.ENTER_WHY);
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        if (priority != null
                && priority != Priority.RED
                && situation.openElsewhere().contains(new Situation.Open(Step.EMERGENCY_CALL, ""))) {
            return new Refusal("An emergency call is open: nothing makes this concern less urgent before it is made.");
        }
        return switch (effect) {
            case NOTHING -> Ruling.of("The further information was read; it changes nothing.");
            case PRIORITY -> Ruling.of("The further information was read; it changes the priority.");
            case DANGER ->
                Ruling.of("The further information was read; it shows danger.").with(PathMessage.DANGER_RAISED);
        };
    }
}
