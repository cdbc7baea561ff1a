package org.teestriage.boot.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.deadline.WorkingCalendar;

/** A service that cannot compute its deadlines refuses to start and is not ready. */
class CalendarReadyTest {

    @Test
    void theServiceIsReadyWhileTheLongestDeadlineLiesWithinTheCalendar() throws IOException {
        CalendarReady calendar = at(Instant.parse("2026-09-22T09:00:00Z"));

        assertThatCode(calendar::require).doesNotThrowAnyException();
        assertThat(calendar.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void theServiceNeitherStartsNorIsReadyWhenADeadlineLiesBeyondTheCalendar() throws IOException {
        Instant nearTheEnd = deadlineRules()
                .calendar()
                .lastDay()
                .minusDays(3)
                .atStartOfDay(java.time.ZoneOffset.UTC)
                .toInstant();
        CalendarReady calendar = at(nearTheEnd);

        assertThatThrownBy(calendar::require)
                .hasMessageContaining("cannot be computed")
                .hasMessageContaining("bank-holidays.json");
        assertThat(calendar.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(calendar.call().getData()).isPresent();
    }

    private static CalendarReady at(Instant now) throws IOException {
        return new CalendarReady(deadlineRules(), () -> now);
    }

    private static DeadlineRules deadlineRules() throws IOException {
        try (InputStream deadlineRules = Files.newInputStream(Path.of("config/clocks.yaml"));
                InputStream holidays = Files.newInputStream(Path.of("config/bank-holidays.json"))) {
            return DeadlineRules.read(deadlineRules, WorkingCalendar.read(holidays));
        }
    }
}
