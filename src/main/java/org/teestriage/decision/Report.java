package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Decision.Settlement;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

public record Report(
        @NotNull Kind kind,

        @AskedWhen(field = "kind", is = "MADE") @Nullable @Valid
        Sent sent,

        @AskedWhen(field = "kind", is = "APPROVED") @Nullable @Valid
        Approval approval,

        @AskedWhen(field = "kind", is = "NOT_NEEDED") @Nullable
        NotNeeded notNeededBecause,

        @AskedWhen(field = "kind", is = "HELD") @Nullable Instant heldUntil,

        @AskedWhen(field = "kind", is = "HELD") @Nullable @SingleLine
        String heldFor,

        @Nullable @MultiLine @Reason String rationale)
        implements SelfValidating {

    /** Limit, so that a mistyped year cannot hide a report indefinitely. */
    private static final Duration HELD_AT_MOST = Duration.ofDays(90);

    public enum Kind {
        /** Sent by a person; {@link Sent} holds the partner's reference. */
        MADE,
        /** The service delivers the approved letter. */
        APPROVED,
        NOT_NEEDED,
        /** Delayed at the request of the police, until {@code heldUntil}. */
        HELD
    }

    public enum NotNeeded {
        ALREADY_REPORTED,
        POLICE_ALREADY_INVOLVED,
        NOT_FOR_THIS_PARTNER,
        ACCOUNT_GONE,
        /** For a platform: the account is known, and was not used to abuse a child. */
        NOT_AN_ABUSE_ACCOUNT,
        /** For the police: harm between children, to which the designated safeguarding lead responds. */
        DSL_LED_RESPONSE
    }

    @Override
    public Stream<Flaw> flaws() {
        boolean reasoned = !Blanks.nothing(rationale);
        return Stream.of(
                        flawIf((kind == Kind.MADE) != (sent != null), "sent", "say how it was sent, where it was made"),
                        flawIf(
                                (kind == Kind.APPROVED) != (approval != null),
                                "approval",
                                "confirm the letter and its recipient, where the service is to bring it"),
                        flawIf(
                                (kind == Kind.NOT_NEEDED) != (notNeededBecause != null),
                                "notNeededBecause",
                                "give the reason, where it is not needed"),
                        flawIf(
                                (kind == Kind.HELD) != (heldUntil != null),
                                "heldUntil",
                                "say until when, where it is held"),
                        flawIf(
                                kind == Kind.HELD && Blanks.nothing(heldFor),
                                "heldFor",
                                "name the police officer or unit that asks for it"),
                        flawIf(
                                (kind == Kind.NOT_NEEDED || kind == Kind.HELD) && !reasoned,
                                "rationale",
                                "say why, in your own words"))
                .flatMap(flaw -> flaw);
    }

    /** Only a report to a platform is about one account. */
    static Stream<Flaw> notAboutAnAccount(@Nullable Report report) {
        return flawIf(
                report != null && report.notNeededBecause() == NotNeeded.NOT_AN_ABUSE_ACCOUNT,
                "report",
                "that reason is about an account: give it where the platform of the account is decided");
    }

    Optional<Settlement> settlement() {
        return switch (kind) {
            case MADE, APPROVED -> Optional.of(Settlement.DONE);
            case NOT_NEEDED -> Optional.of(new Settlement(rationale, notNeededBecause));
            case HELD -> Optional.empty();
        };
    }

    Verdict ruled(String partner, Situation situation) {
        if (notNeededBecause == NotNeeded.DSL_LED_RESPONSE) {
            return new Refusal("That reason is about the police: give it where the report to the police is decided.");
        }
        if (sent != null && situation.isInFuture(sent.at())) {
            return new Refusal("The report is said to be sent in the future. Send it first, then record it.");
        }
        if (heldUntil != null && !heldUntil.isAfter(situation.now())) {
            return new Refusal("The hold would already be over. Say until when the police ask to wait.");
        }
        if (heldUntil != null && heldUntil.isAfter(situation.now().plus(HELD_AT_MOST))) {
            return new Refusal("A hold lasts 90 days at most; then it is looked at again. Give an earlier end.");
        }
        return switch (kind) {
            case MADE -> Ruling.of("The report to %s was made.".formatted(partner));
            case APPROVED -> Ruling.of("The report to %s was approved; the service brings it.".formatted(partner));
            case NOT_NEEDED -> Ruling.of("A report to %s was decided not to be needed.".formatted(partner));
            case HELD ->
                Ruling.of("The report to %s is held at the request of the police.".formatted(partner), Route.HELD);
        };
    }
}
