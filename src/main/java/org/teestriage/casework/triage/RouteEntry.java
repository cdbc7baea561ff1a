package org.teestriage.casework.triage;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.FactDates;
import org.teestriage.decision.route.RouteAbout;
import org.teestriage.decision.route.RouteKind;
import org.teestriage.decision.route.RouteResult;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;
import org.teestriage.workflow.route.ReportingRoute;

/**
 * What was done on a reporting route, or why nothing is. What came of it later is a further entry.
 *
 * @param number of the child, suspect, person or account, from 1; absent where it is about the whole concern
 * @param at when it was done
 * @param by who did it; absent if the author did
 * @param reference which the other side gave
 * @param because why it is not needed
 */
public record RouteEntry(
        @NotNull RouteKind kind,
        @NotNull RouteAbout about,
        @Nullable @Min(1) Integer number,
        @NotNull RouteResult result,
        @Nullable Instant at,
        @Nullable @SingleLine String by,
        @Nullable @SingleLine String reference,
        @Nullable @MultiLine String cameOfIt,
        @Nullable @MultiLine @Reason String because)
        implements SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return Stream.concat(
                incomplete(result, at, because),
                SelfValidating.flawIf(
                        about == RouteAbout.CONCERN ? number != null : about != null && number == null,
                        "number",
                        "give the number of what it is about, and none for the whole concern"));
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return early(at, now);
    }

    public static Stream<Flaw> incomplete(RouteResult result, @Nullable Instant at, @Nullable String because) {
        return Stream.concat(
                SelfValidating.flawIf(result == RouteResult.DONE && at == null, "at", "enter when it was done"),
                SelfValidating.flawIf(
                        result == RouteResult.NOT_NEEDED && Blanks.nothing(because),
                        "because",
                        "enter why it is not needed"));
    }

    public static Stream<Flaw> early(@Nullable Instant at, Instant now) {
        return SelfValidating.flawIf(
                FactDates.isInFuture(at, now), "at", "is in the future: do it first, then record when it was");
    }

    int numberOrZero() {
        return number == null ? 0 : number;
    }

    /** Without what does not belong to the result. */
    ReportingRoute.Act act() {
        boolean done = result == RouteResult.DONE;
        return new ReportingRoute.Act(
                kind,
                about,
                numberOrZero(),
                result,
                done ? at : null,
                done ? by : null,
                done ? reference : null,
                done ? cameOfIt : null,
                done ? null : because);
    }
}
