package org.teestriage.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place whose staff work at a hub, from {@code from} (inclusive) until {@code until} (exclusive).
 *
 * @param from {@code null} means since before the records begin
 * @param until {@code null} means until further notice
 * @param lastVerified the day of the last confirmation; {@code null} means never
 */
record Workplace(
        String hub,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String source,
        @Nullable LocalDate lastVerified) {
    Workplace {
        Preconditions.text(hub, "the hub of a workplace");
        Preconditions.text(name, "the name of a workplace of " + hub);
        Preconditions.text(source, "the source of the workplace " + name + " of " + hub);
    }

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
