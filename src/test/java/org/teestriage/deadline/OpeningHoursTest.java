package org.teestriage.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.deadline.OpeningHours.Opening;

class OpeningHoursTest {

    private static final String WEEK = """
            monday: "08:30-17:00"
            tuesday: "08:30-17:00"
            wednesday: "08:30-17:00"
            thursday: "08:30-17:00"
            """;

    @Test
    void hoursAreReadFromTheNamesOfTheDays() throws Exception {
        OpeningHours hours = read(WEEK + "friday: \"08:30-16:30\"");
        assertThat(hours).isEqualTo(Middlesbrough.HOURS);
        assertThat(hours.on(DayOfWeek.FRIDAY)).isEqualTo(new Opening(LocalTime.of(8, 30), LocalTime.of(16, 30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "friday: \"08:30-16:30\"\nsaturday: \"09:00-12:00\"",
                "freitag: \"08:30-16:30\"",
                "friday: \"08:30\"",
                "friday: \"08:30-12:00-16:30\"",
                "friday: \"16:30-08:30\"",
                "friday: \"08:30-09:29\"",
                "friday: \"8:30-16:30\"",
            })
    void hoursWithMissingExtraOrInvalidDaysAreRefused(String friday) {
        assertThatThrownBy(() -> read(WEEK + friday)).isInstanceOf(IOException.class);
    }

    @Test
    void theShortestOpeningIsOneHour() {
        assertThat(Opening.of("08:30-09:30").closes()).isEqualTo("09:30");
    }

    @Test
    void openingHoursCopyTheirMap() {
        Map<DayOfWeek, Opening> days = new EnumMap<>(Middlesbrough.HOURS.days());
        OpeningHours hours = new OpeningHours(days);
        days.clear();
        assertThat(hours).isEqualTo(Middlesbrough.HOURS);
        assertThatThrownBy(() -> hours.days().remove(DayOfWeek.MONDAY))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void askingForTheHoursOfAClosedDayIsAnError() {
        assertThatThrownBy(() -> Middlesbrough.HOURS.on(DayOfWeek.SUNDAY)).hasMessageContaining("SUNDAY");
    }

    private static OpeningHours read(String yaml) throws IOException {
        return new YAMLMapper().readValue(yaml, OpeningHours.class);
    }
}
