package org.teestriage.casework.partnercheck;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.FactDates;
import org.teestriage.decision.check.CheckAct;
import org.teestriage.decision.check.CheckFinding;
import org.teestriage.decision.check.CheckHow;
import org.teestriage.decision.check.CheckSharing;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;
import org.teestriage.workflow.check.PartnerCheck;

/**
 * What a system of a partner answers to a question.
 *
 * @param who answers there
 * @param sharing with whom it may be shared
 */
public record SystemAnswer(
        @NotNull CheckFinding finding,
        @NotNull Instant at,
        @NotBlank @SingleLine String who,
        @Nullable @MultiLine String told,
        @Nullable CheckSharing sharing)
        implements SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        boolean silent = Blanks.nothing(told);
        return Stream.concat(
                SelfValidating.flawIf(
                        silent && finding != null && finding != CheckFinding.NOT_KNOWN,
                        "told",
                        "say what is known, or why it is refused"),
                SelfValidating.flawIf(!silent && sharing == null, "sharing", "say with whom it may be shared"));
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return SelfValidating.flawIf(FactDates.isInFuture(at, now), "at", "is in the future");
    }

    PartnerCheck.Act to(PartnerCheck.Question question) {
        return new PartnerCheck.Act(
                question.child(),
                question.partner(),
                CheckAct.ANSWERED,
                at,
                CheckHow.SYSTEM,
                who,
                null,
                finding,
                told,
                sharing,
                null);
    }
}
