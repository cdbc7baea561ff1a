package org.teestriage.decision;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * What is done about all checks of a child that are overdue: the partners were chased and are waited for, or the answers
 * are given up. An answer is recorded with the checks; the step ends by itself when none is overdue any more.
 *
 * @param who was asked or chased
 * @param awaitedUntil when the step opens again if a partner is still silent
 */
public record PartnerCheckOverdue(
        @NotNull FollowUp finding,

        @AskedWhen(field = "finding", is = "CHASED") @Nullable
        ChasedBy how,

        @AskedWhen(field = "finding", is = "CHASED") @Nullable @SingleLine
        String who,

        @AskedWhen(field = "finding", is = "CHASED") @Nullable
        Instant awaitedUntil,

        @AskedWhen(field = "finding", is = "GIVEN_UP") @Nullable @MultiLine @Reason
        String rationale)
        implements Decision, SelfValidating {

    public enum FollowUp {
        CHASED,
        GIVEN_UP
    }

    public enum ChasedBy {
        TELEPHONE,
        IN_PERSON,
        LETTER
    }

    @Override
    public Step step() {
        return Step.PARTNER_CHECK_OVERDUE;
    }

    @Override
    public Stream<Flaw> flaws() {
        boolean chased = finding == FollowUp.CHASED;
        return Stream.of(
                        flawIf(chased && how == null, "how", "say how"),
                        flawIf(chased && Blanks.nothing(who), "who", "enter who was asked"),
                        flawIf(chased && awaitedUntil == null, "awaitedUntil", "say until when the answer is awaited"),
                        flawIf(
                                finding == FollowUp.GIVEN_UP && Blanks.nothing(rationale),
                                "rationale",
                                "enter why the answer is not awaited any more"))
                .flatMap(flaw -> flaw);
    }

    private static Stream<Flaw> flawIf(boolean wrong, String field, String sentence) {
        return SelfValidating.flawIf(wrong, field, sentence);
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        if (awaitedUntil == null) {
            return Ruling.of("The answers of the partners are not awaited any more.");
        }
        return awaitedUntil.isAfter(situation.now())
                ? Ruling.of("The partners were chased. Their answers are awaited until %s."
                        .formatted(LondonTime.when(awaitedUntil)))
                : new Refusal("The time until which the answer is awaited is over. Enter a later one.");
    }
}
