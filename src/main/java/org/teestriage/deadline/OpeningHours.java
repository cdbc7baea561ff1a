package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Opening hours by weekday, in London time. Exactly Monday to Friday have hours: a deadline may fall on any working
 * day, and the Emergency Duty Team covers nights and weekends.
 */
public record OpeningHours(Map<DayOfWeek, Opening> days) {

    private static final Set<DayOfWeek> WORKING_WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    public OpeningHours {
        if (!days.keySet().equals(WORKING_WEEK)) {
            throw new IllegalArgumentException(
                    "Opening hours are for each Monday to Friday and no other day, not for " + days.keySet());
        }
        days = Collections.unmodifiableMap(new EnumMap<>(days));
    }

    /** Parses {@code monday: "08:30-17:00"}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OpeningHours of(Map<String, String> hours) {
        Map<DayOfWeek, Opening> days = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, opening) -> days.put(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), Opening.of(opening)));
        return new OpeningHours(days);
    }

    Opening on(DayOfWeek day) {
        Opening opening = days.get(day);
        if (opening == null) {
            throw new IllegalArgumentException("The hub never opens on " + day);
        }
        return opening;
    }

    /** {@code opens} is inclusive, {@code closes} exclusive. */
    public record Opening(LocalTime opens, LocalTime closes) {

        /**
         * A shorter opening is a typing mistake. The minimum also limits how many days a count of hub minutes needs.
         */
        static final Duration SHORTEST = Duration.ofHours(1);

        public Opening {
            if (Duration.between(opens, closes).compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "A hub is open for an hour at least, not from %s to %s".formatted(opens, closes));
            }
        }

        static Opening of(String hours) {
            String[] ends = hours.split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("Opening hours look like 08:30-17:00, not " + hours);
            }
            return new Opening(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        }
    }
}
