package org.teestriage.decision.wording;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A telephone line for a child in a mental-health crisis.
 *
 * @param lastVerified the day of the last test call; null means never
 */
public record CrisisLine(
        String name,
        String number,
        String offers,
        String source,
        @Nullable LocalDate lastVerified) {

    public CrisisLine {
        Objects.requireNonNull(name, "wording.yaml: name of a crisis line");
        Objects.requireNonNull(number, () -> "wording.yaml: number of " + name);
        Objects.requireNonNull(offers, () -> "wording.yaml: what %s offers".formatted(name));
        Objects.requireNonNull(source, () -> "wording.yaml: source of " + name);
    }
}
