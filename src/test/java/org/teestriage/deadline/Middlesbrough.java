package org.teestriage.deadline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import org.teestriage.concern.Priority;

/** Opening hours of a hub that closes half an hour earlier on Fridays, with the shipped calendar and rules. */
final class Middlesbrough {

    static final OpeningHours HOURS = OpeningHours.of(Map.of(
            "monday", "08:30-17:00",
            "tuesday", "08:30-17:00",
            "wednesday", "08:30-17:00",
            "thursday", "08:30-17:00",
            "friday", "08:30-16:30"));
    static final OpeningHours UNTIL_FIVE_ON_FRIDAYS = OpeningHours.of(Map.of(
            "monday", "08:30-17:00",
            "tuesday", "08:30-17:00",
            "wednesday", "08:30-17:00",
            "thursday", "08:30-17:00",
            "friday", "08:30-17:00"));
    static final WorkingCalendar CALENDAR = calendar();
    static final DeadlineRules CLOCKS = deadlineRules();

    private Middlesbrough() {}

    static Instant london(String localDateTime) {
        return LocalDateTime.parse(localDateTime).atZone(BusinessClock.ZONE).toInstant();
    }

    /** Received and opened in the same moment, no danger seen. */
    static DeadlineContext at(Priority priority, String localDateTime) {
        return at(priority, london(localDateTime));
    }

    static DeadlineContext at(Priority priority, Instant moment) {
        return new DeadlineContext(priority, false, moment, moment, HOURS);
    }

    static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static WorkingCalendar calendar() {
        try (InputStream json = config("bank-holidays.json")) {
            return WorkingCalendar.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DeadlineRules deadlineRules() {
        try (InputStream yaml = config("clocks.yaml")) {
            return DeadlineRules.read(yaml, CALENDAR);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream config(String name) {
        return Objects.requireNonNull(Middlesbrough.class.getResourceAsStream("/config/" + name), name);
    }
}
