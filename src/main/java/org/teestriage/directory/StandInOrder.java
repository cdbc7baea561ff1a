package org.teestriage.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A local rule: the hubs whose managers stand in for those of another hub, from {@code from} (inclusive) until
 * {@code until} (exclusive).
 *
 * @param hubs the first to ask first
 * @param lastVerified the day of the last confirmation; {@code null} means never
 */
record StandInOrder(
        List<String> hubs,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String source,
        @Nullable LocalDate lastVerified) {
    StandInOrder {
        hubs = Preconditions.list(hubs, "the hubs of an order of stand-ins");
        Preconditions.text(source, "the source of an order of stand-ins");
    }

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
