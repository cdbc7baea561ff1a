package org.teestriage.web.pages.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.triage.RouteEntry;
import org.teestriage.decision.route.RouteAbout;
import org.teestriage.decision.route.RouteKind;
import org.teestriage.decision.route.RouteResult;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

public record RecordedRoute(
        @NotBlank @SingleLine String what,
        @NotNull RouteResult result,

        @AskedWhen(field = "result", is = "DONE") @Nullable Instant at,

        @AskedWhen(field = "result", is = "DONE") @Nullable @SingleLine
        String by,

        @AskedWhen(field = "result", is = "DONE") @Nullable @SingleLine
        String reference,

        @AskedWhen(field = "result", is = "DONE") @Nullable @MultiLine
        String cameOfIt,

        @AskedWhen(field = "result", is = "NOT_NEEDED") @Nullable @MultiLine @Reason
        String because)
        implements SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return RouteEntry.incomplete(result, at, because);
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return RouteEntry.early(at, now);
    }

    /** {@code what} is one of the choices that the page offered. */
    RouteEntry entry() {
        String[] parts = what.split("/", -1);
        int number = Integer.parseInt(parts[2]);
        return new RouteEntry(
                RouteKind.valueOf(parts[0]),
                RouteAbout.valueOf(parts[1]),
                number == 0 ? null : number,
                result,
                at,
                by,
                reference,
                cameOfIt,
                because);
    }
}
