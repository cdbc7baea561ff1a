package org.teestriage.casework.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.concern.Priority;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.deadline.OpeningHours;
import org.teestriage.deadline.WorkingCalendar;

class AnswerTimesTest {

    /** The office closes at 17:00, on Fridays at 16:30; Christmas Day and the Monday after are bank holidays. */
    @ParameterizedTest
    @CsvSource({
        "RED,   2026-12-01T09:00:00Z, 2026-12-01T17:00:00Z",
        "RED,   2026-12-01T18:00:00Z, 2026-12-02T17:00:00Z",
        "AMBER, 2026-12-01T09:00:00Z, 2026-12-02T17:00:00Z",
        "AMBER, 2026-12-04T16:50:00Z, 2026-12-08T17:00:00Z",
        "GREEN, 2026-12-02T09:00:00Z, 2026-12-04T16:30:00Z",
        "AMBER, 2026-12-24T10:00:00Z, 2026-12-29T17:00:00Z"
    })
    void anAnswerIsDueAtTheCloseOfTheHub(Priority priority, Instant asked, Instant due) throws IOException {
        BusinessClock hub = new BusinessClock(
                WorkingCalendar.read(Files.newInputStream(Path.of("config/bank-holidays.json"))),
                OpeningHours.of(Map.of(
                        "monday", "08:30-17:00",
                        "tuesday", "08:30-17:00",
                        "wednesday", "08:30-17:00",
                        "thursday", "08:30-17:00",
                        "friday", "08:30-16:30")));
        assertThat(AnswerTimes.due(priority, asked, hub)).isEqualTo(due);
    }
}
