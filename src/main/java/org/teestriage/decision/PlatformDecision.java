package org.teestriage.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;

/**
 * Decides the report of one account to its platform. Comes after the police report, because blocking an account can
 * destroy evidence.
 */
public record PlatformDecision(
        @NotNull @Valid Report report, @Nullable @Valid Preservation preservation) implements Decision {

    @Override
    public Step step() {
        return Step.PLATFORM_DECISION;
    }

    @Override
    public Optional<Settlement> settlement() {
        return report.settlement();
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        LocalDate expires = preservation == null ? null : preservation.contentMayExpireOn();
        boolean asked = preservation != null && preservation.askedOn() != null;
        Instant heldUntil = report.heldUntil();
        if (expires != null && !asked && heldUntil != null && heldUntil.isAfter(startOf(expires))) {
            return new Refusal("The content may be gone before the hold ends, and no one asked the platform to keep it."
                    + " Let the police ask first and record it, or give an earlier end.");
        }
        return report.ruled("the platform", situation);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
