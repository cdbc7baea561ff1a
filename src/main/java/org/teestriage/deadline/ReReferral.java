package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code countsFrom}: by default the decision of no further action. */
record ReReferral(
        @JsonProperty(required = true) LocalDate from,
        @JsonProperty(required = true) int withinMonths,
        @Nullable CountsFrom countsFrom,
        @JsonProperty(required = true) String source,
        @Nullable Confirmed confirmed)
        implements EffectiveDated {

    enum CountsFrom {
        @JsonProperty("no-further-action")
        NO_FURTHER_ACTION,
        @JsonProperty("previous-referral")
        PREVIOUS_REFERRAL
    }

    /** A sentence if a concern received on this day is a re-referral. */
    Optional<String> after(LocalDate earlier, Optional<LocalDate> noFurtherAction, LocalDate received) {
        return countsFrom == CountsFrom.PREVIOUS_REFERRAL
                ? Optional.of(earlier)
                        .filter(day -> holds(day, received))
                        .map(day -> "Back within %d months of an earlier concern, received %s."
                                .formatted(withinMonths, DateWording.fullDay(day)))
                : noFurtherAction
                        .filter(day -> holds(day, received))
                        .map(day -> "Back within %d months of no further action, decided %s."
                                .formatted(withinMonths, DateWording.fullDay(day)));
    }

    private boolean holds(LocalDate start, LocalDate received) {
        return !received.isBefore(start) && received.isBefore(start.plusMonths(withinMonths));
    }
}
