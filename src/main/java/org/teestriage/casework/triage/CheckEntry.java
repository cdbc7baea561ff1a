package org.teestriage.casework.triage;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.FactDates;
import org.teestriage.decision.check.CheckAct;
import org.teestriage.decision.check.CheckFinding;
import org.teestriage.decision.check.CheckHow;
import org.teestriage.decision.check.CheckPartner;
import org.teestriage.decision.check.CheckSharing;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;
import org.teestriage.workflow.check.PartnerCheck;

/**
 * What was done about the check of a partner, or why nothing is.
 *
 * @param child its number, from 1
 * @param at when the partner was asked or chased, or answered
 * @param who was asked, or answered
 * @param awaitedUntil until when a partner who was chased is waited for; absent for the time of the rules
 * @param told what the partner said
 * @param sharing with whom the answer may be shared, as its giver says
 * @param because why the partner was not asked, or the answer is not awaited any more
 */
public record CheckEntry(
        @NotNull @Min(1) Integer child,
        @NotNull CheckPartner partner,
        @NotNull CheckAct act,
        @Nullable Instant at,
        @Nullable CheckHow how,
        @Nullable @SingleLine String who,
        @Nullable Instant awaitedUntil,
        @Nullable CheckFinding finding,
        @Nullable @MultiLine String told,
        @Nullable CheckSharing sharing,
        @Nullable @MultiLine @Reason String because)
        implements SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return act == null ? Stream.empty() : flaws(act, at, how, who, finding, told, sharing, because);
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return outOfTime(at, awaitedUntil, now);
    }

    /** What is missing for the act. */
    public static Stream<Flaw> flaws(
            CheckAct act,
            @Nullable Instant at,
            @Nullable CheckHow how,
            @Nullable String who,
            @Nullable CheckFinding finding,
            @Nullable String told,
            @Nullable CheckSharing sharing,
            @Nullable String because) {
        if (!act.contact()) {
            return SelfValidating.flawIf(
                    Blanks.nothing(because),
                    "because",
                    act == CheckAct.GIVEN_UP
                            ? "enter why the answer is not awaited any more"
                            : "enter why the partner is not asked");
        }
        boolean answered = act == CheckAct.ANSWERED;
        boolean silent = Blanks.nothing(told);
        return Stream.of(
                        SelfValidating.flawIf(at == null, "at", "enter when it was"),
                        SelfValidating.flawIf(how == null, "how", "say how"),
                        SelfValidating.flawIf(Blanks.nothing(who), "who", "enter who was asked, or who answered"),
                        SelfValidating.flawIf(answered && finding == null, "finding", "say what the answer was"),
                        SelfValidating.flawIf(
                                answered && silent && finding != null && finding != CheckFinding.NOT_KNOWN,
                                "told",
                                "enter what the partner said"),
                        SelfValidating.flawIf(
                                answered && !silent && sharing == null, "sharing", "say with whom it may be shared"))
                .flatMap(flaw -> flaw);
    }

    public static Stream<Flaw> outOfTime(@Nullable Instant at, @Nullable Instant awaitedUntil, Instant now) {
        return Stream.concat(
                SelfValidating.flawIf(
                        FactDates.isInFuture(at, now), "at", "is in the future: do it first, then record when it was"),
                SelfValidating.flawIf(
                        awaitedUntil != null && !awaitedUntil.isAfter(now),
                        "awaitedUntil",
                        "is over: enter a later time"));
    }

    /** Without what does not belong to the act. */
    PartnerCheck.Act recorded() {
        boolean answered = act == CheckAct.ANSWERED;
        boolean contact = act.contact();
        return new PartnerCheck.Act(
                child,
                partner,
                act,
                contact ? at : null,
                contact ? how : null,
                contact ? who : null,
                act == CheckAct.CHASED ? awaitedUntil : null,
                answered ? finding : null,
                answered ? told : null,
                answered ? sharing : null,
                contact ? null : because);
    }
}
