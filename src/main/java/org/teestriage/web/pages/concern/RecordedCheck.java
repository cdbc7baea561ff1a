package org.teestriage.web.pages.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.triage.CheckEntry;
import org.teestriage.decision.check.CheckAct;
import org.teestriage.decision.check.CheckFinding;
import org.teestriage.decision.check.CheckHow;
import org.teestriage.decision.check.CheckPartner;
import org.teestriage.decision.check.CheckSharing;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

public record RecordedCheck(
        @NotBlank @SingleLine String what,
        @NotNull CheckAct act,

        @AskedWhen(field = "act", is = "ASKED CHASED ANSWERED") @Nullable
        Instant at,

        @AskedWhen(field = "act", is = "ASKED CHASED ANSWERED") @Nullable
        CheckHow how,

        @AskedWhen(field = "act", is = "ASKED CHASED ANSWERED") @Nullable @SingleLine
        String who,

        @AskedWhen(field = "act", is = "CHASED") @Nullable Instant awaitedUntil,

        @AskedWhen(field = "act", is = "ANSWERED") @Nullable CheckFinding finding,

        @AskedWhen(field = "act", is = "ANSWERED") @Nullable @MultiLine
        String told,

        @AskedWhen(field = "act", is = "ANSWERED") @Nullable CheckSharing sharing,

        @AskedWhen(field = "act", is = "NOT_ASKED GIVEN_UP") @Nullable @MultiLine @Reason
        String because)
        implements SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return act == null ? Stream.empty() : CheckEntry.flaws(act, at, how, who, finding, told, sharing, because);
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return CheckEntry.outOfTime(at, awaitedUntil, now);
    }

    /** {@code what} is one of the choices that the page offered. */
    CheckEntry entry() {
        String[] parts = what.split("/", -1);
        return new CheckEntry(
                Integer.valueOf(parts[1]),
                CheckPartner.valueOf(parts[0]),
                act,
                at,
                how,
                who,
                awaitedUntil,
                finding,
                told,
                sharing,
                because);
    }
}
