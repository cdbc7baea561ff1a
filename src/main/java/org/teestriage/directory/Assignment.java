package org.teestriage.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which hub serves an authority, from {@code from} (inclusive) until {@code until} (exclusive).
 *
 * @param from {@code null} means since before the records begin
 * @param until {@code null} means until further notice
 * @param planned announced without a date: listed for information, never used for routing
 * @param lastVerified the day of the last confirmation; {@code null} means never
 */
record Assignment(
        String authority,
        String hub,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean planned,
        String source,
        @Nullable LocalDate lastVerified) {
    public Assignment {
        Preconditions.text(authority, "the authority of an assignment");
        Preconditions.text(hub, "the hub assigned to " + authority);
        Preconditions.text(source, "the source of the assignment of " + authority + " to " + hub);
        if (planned && (from != null || until != null)) {
            throw new IllegalArgumentException("the assignment of " + authority + " to " + hub
                    + " is planned and dated: once the day is known, remove `planned`");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "the assignment of " + authority + " to " + hub + " ends before it begins");
        }
    }

    boolean holdsOn(LocalDate day) {
        return !planned && (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    boolean lasts() {
        return !planned && until == null;
    }
}
