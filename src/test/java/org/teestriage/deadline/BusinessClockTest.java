package org.teestriage.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teestriage.deadline.Middlesbrough.london;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessClockTest {

    private final BusinessClock hub = Middlesbrough.CLOCKS.hubClock(Middlesbrough.HOURS);

    @ParameterizedTest
    @CsvSource({
        "2026-09-24T08:29:59, false",
        "2026-09-24T08:30:00, true",
        "2026-09-24T16:59:59, true",
        "2026-09-24T17:00:00, false",
        "2026-09-25T16:29:59, true",
        "2026-09-25T16:30:00, false",
        "2026-09-27T12:00:00, false",
        "2026-12-28T12:00:00, false",
        "2026-09-24T00:00:00, false",
        "2026-09-24T23:59:00, false",
    })
    void theHubIsOpenDuringItsHoursOnWorkingDays(String at, boolean open) {
        assertThat(hub.isOpen(london(at))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-24T10:17:00, 2026-09-24T10:17:00",
        "2026-09-24T07:00:00, 2026-09-24T08:30:00",
        "2026-09-24T17:00:00, 2026-09-25T08:30:00",
        "2026-09-25T16:30:00, 2026-09-28T08:30:00",
        "2026-09-27T12:00:00, 2026-09-28T08:30:00",
        "2026-12-24T18:00:00, 2026-12-29T08:30:00",
    })
    void theNextOpeningIsNowWhileOpenOrElseTheNextMorningOfAWorkingDay(String at, String opening) {
        assertThat(hub.nextOpening(london(at))).isEqualTo(london(opening));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-24T10:00:00, 60, 2026-09-24T11:00:00",
        "2026-09-24T16:00:00, 60, 2026-09-24T17:00:00",
        "2026-09-24T16:30:00, 60, 2026-09-25T09:00:00",
        "2026-09-25T16:00:00, 60, 2026-09-28T09:00:00",
        "2026-09-25T16:00:00, 600, 2026-09-29T09:30:00",
        "2026-09-27T12:00:00, 60, 2026-09-28T09:30:00",
        "2026-12-24T16:30:00, 60, 2026-12-29T09:00:00",
        "2026-09-24T10:00:00, 0, 2026-09-24T10:00:00",
    })
    void openTimeIsCountedOnlyWhileTheHubIsOpen(String start, int minutes, String end) {
        assertThat(hub.plusOpenTime(london(start), Duration.ofMinutes(minutes))).isEqualTo(london(end));
    }

    @Test
    void openTimeIsIndependentOfClockChanges() {
        assertThat(hub.plusOpenTime(london("2026-03-27T16:00:00"), Duration.ofHours(1)))
                .isEqualTo("2026-03-30T08:00:00Z");
        assertThat(hub.plusOpenTime(london("2026-10-23T16:00:00"), Duration.ofHours(1)))
                .isEqualTo("2026-10-26T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-24T16:00:00, 60",
        "2026-09-24T00:00:00, 510",
        "2026-09-24T17:00:00, 0",
        "2026-09-27T12:00:00, 0",
    })
    void theOpenTimeLeftIsThatOfTheSameDay(String at, int minutes) {
        assertThat(hub.openTimeLeft(london(at))).hasMinutes(minutes);
    }

    @Test
    void theHubOpensAndClosesByLondonTimeInSummerAndWinter() {
        assertThat(hub.openOn(LocalDate.of(2026, 7, 1))).isEqualTo("2026-07-01T07:30:00Z");
        assertThat(hub.closeOn(LocalDate.of(2026, 7, 1))).isEqualTo("2026-07-01T16:00:00Z");
        assertThat(hub.closeOn(LocalDate.of(2026, 12, 1))).isEqualTo("2026-12-01T17:00:00Z");
        assertThat(hub.closeOn(LocalDate.of(2026, 12, 4))).isEqualTo("2026-12-04T16:30:00Z");
    }

    @Test
    void aClosedDayHasNoClosingTime() {
        assertThatThrownBy(() -> hub.closeOn(LocalDate.of(2026, 12, 28))).hasMessageContaining("Mon 28 Dec 2026");
    }

    @Test
    void theNextOpeningAfterTheLastKnownDayIsAnError() {
        assertThatThrownBy(() -> hub.nextOpening(london("2028-12-29T16:30:00"))).isInstanceOf(CalendarExhausted.class);
    }
}
