package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;

public record LetterChase(
        @NotNull Remedy remedy,

        @AskedWhen(field = "remedy", is = "RECEIVED") @Nullable @Valid
        Sent sent,

        @AskedWhen(field = "remedy", is = "WAIT") @Nullable Instant waitUntil,
        @NotBlank @MultiLine @Reason String rationale)
        implements Decision, SelfValidating {

    private static final Duration WAIT_AT_MOST = Duration.ofDays(7);

    /** What to do with a letter that was rejected, could not be delivered or was not acknowledged. */
    public enum Remedy {
        /** The service sends it again with the same idempotency key, so the partner can recognise a duplicate. */
        SEND_AGAIN,
        /** A person delivered it by other means, or the partner confirmed receipt; the partner's reference is known. */
        RECEIVED,
        /** The partner needs more time. The letter is chased again after {@code waitUntil}. */
        WAIT,
        NOT_NEEDED
    }

    /** What makes it too dangerous to decide that a letter is not needed, found in the facts and decisions so far. */
    public enum StillNeeded {
        SEXUAL_HARM_TO_THE_POLICE(
                "A report to the police about harm that is, or may be, sexual cannot end as not needed. Call the police"
                        + " and record their reference, send the report again, or give them more time."),
        SECTION_47_TO_SOCIAL_CARE(
                "The referral of a child with section 47 enquiries cannot end as not needed. Call children's social care"
                        + " and record their reference, send the referral again, or give them more time.");

        private final String sentence;

        StillNeeded(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Refuses to end a letter that is still needed; the other remedies stay. */
    public Optional<Refusal> refusal(Optional<StillNeeded> needed) {
        return remedy == Remedy.NOT_NEEDED ? needed.map(why -> new Refusal(why.sentence)) : Optional.empty();
    }

    @Override
    public Step step() {
        return Step.LETTER_CHASE;
    }

    @Override
    public Stream<Flaw> flaws() {
        return Stream.concat(
                flawIf(
                        (remedy == Remedy.RECEIVED) != (sent != null),
                        "sent",
                        "say how it was received, and under which reference, where it was"),
                flawIf(
                        (remedy == Remedy.WAIT) != (waitUntil != null),
                        "waitUntil",
                        "say until when, where the partner needs more time"));
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        if (sent != null && situation.isInFuture(sent.at())) {
            return new Refusal("The letter is said to be received in the future. Call them first, then record it.");
        }
        if (waitUntil != null && !waitUntil.isAfter(situation.now())) {
            return new Refusal("That moment is over already. Say until when the partner needs more time.");
        }
        if (waitUntil != null && waitUntil.isAfter(situation.now().plus(WAIT_AT_MOST))) {
            return new Refusal("A letter is looked at again within 7 days. Give an earlier moment.");
        }
        return switch (remedy) {
            case SEND_AGAIN -> Ruling.of("The letter goes on its way again, under the same key.");
            case RECEIVED -> Ruling.of("The letter was received: a person has the partner's reference.");
            case WAIT -> Ruling.of("The partner was given more time for the letter.");
            case NOT_NEEDED -> Ruling.of("The letter was decided not to be needed any more.");
        };
    }
}
