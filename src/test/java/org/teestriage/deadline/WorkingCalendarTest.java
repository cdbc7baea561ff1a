package org.teestriage.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teestriage.deadline.Middlesbrough.CALENDAR;
import static org.teestriage.deadline.Middlesbrough.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2026-04-02, 1, 2026-04-07",
        "2026-12-24, 1, 2026-12-29",
        "2027-12-24, 1, 2027-12-29",
        "2026-05-22, 1, 2026-05-26",
        "2026-08-28, 1, 2026-09-01",
        "2026-03-26, 15, 2026-04-20",
        "2026-12-10, 15, 2027-01-05",
        "2026-04-01, 45, 2026-06-09",
        "2026-11-20, 45, 2027-01-27",
    })
    void workingDaysAreCountedWithoutTheStartWeekendsAndBankHolidays(LocalDate start, int days, LocalDate end) {
        assertThat(CALENDAR.plusWorkingDays(start, days)).isEqualTo(end);
    }

    @Test
    void addingZeroWorkingDaysReturnsTheSameDay() {
        LocalDate sunday = LocalDate.of(2026, 9, 27);
        assertThat(CALENDAR.plusWorkingDays(sunday, 0)).isEqualTo(sunday);
    }

    @Test
    void aNegativeNumberOfWorkingDaysIsRefused() {
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(LocalDate.of(2026, 9, 28), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void aLeapDayOnATuesdayIsAWorkingDay() {
        LocalDate leapDay = LocalDate.of(2028, 2, 29);
        assertThat(CALENDAR.isWorkingDay(leapDay)).isTrue();
        assertThat(CALENDAR.plusWorkingDays(LocalDate.of(2028, 2, 28), 1)).isEqualTo(leapDay);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-25, true",
        "2026-09-26, false",
        "2026-09-27, false",
        "2026-09-28, true",
        "2026-12-26, false",
        "2026-12-28, false",
    })
    void aWorkingDayIsNeitherAtTheWeekendNorABankHoliday(LocalDate day, boolean working) {
        assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-26, Boxing Day",
        "2020-05-08, Early May bank holiday (VE day)",
        "2022-06-03, Platinum Jubilee bank holiday",
        "2022-09-19, Bank Holiday for the State Funeral of Queen Elizabeth II",
        "2023-05-08, Bank holiday for the coronation of King Charles III",
        "2026-12-28, Boxing Day",
        "2027-12-27, Christmas Day",
        "2027-12-28, Boxing Day",
        "2028-01-03, New Year’s Day",
    })
    void oneOffAndSubstituteBankHolidaysAreNamed(LocalDate day, String title) {
        assertThat(CALENDAR.bankHoliday(day)).contains(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-05-04", "2026-12-26", "2022-05-30", "2028-01-01"})
    void theOriginalDateOfAMovedBankHolidayIsNoBankHoliday(LocalDate day) {
        assertThat(CALENDAR.bankHoliday(day)).isEmpty();
    }

    @Test
    void theCalendarCoversItsFirstAndItsLastYearCompletely() {
        assertThat(CALENDAR.firstDay()).isEqualTo("2019-01-01");
        assertThat(CALENDAR.lastDay()).isEqualTo("2028-12-31");
        assertThat(CALENDAR.bankHoliday(CALENDAR.firstDay())).isPresent();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2028, 12, 29))).isTrue();
        assertThat(CALENDAR.isWorkingDay(CALENDAR.lastDay())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-12-31", "2029-01-01", "2029-01-06"})
    void aDayOutsideTheKnownYearsIsAnError(LocalDate day) {
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(day))
                .isInstanceOf(CalendarExhausted.class)
                .hasMessageContaining("from Tue 1 Jan 2019 to Sun 31 Dec 2028")
                .hasMessageContaining("not for " + DateWording.fullDay(day));
    }

    @Test
    void countingPastTheLastKnownDayFailsInsteadOfAssumingWeekdays() {
        assertThat(CALENDAR.plusWorkingDays(LocalDate.of(2028, 12, 28), 1)).isEqualTo("2028-12-29");
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(LocalDate.of(2028, 12, 28), 2))
                .isInstanceOf(CalendarExhausted.class);
    }

    @Test
    void aYearWithFewerThanEightBankHolidaysIsRefused() {
        assertThatThrownBy(() -> WorkingCalendar.read(holidays(Stream.of("2030", "2031"), 7)))
                .hasMessageContaining("it has 7 in 2030");
        assertThat(WorkingCalendar.read(holidays(Stream.of("2030", "2031"), 8)).lastDay())
                .isEqualTo("2031-12-31");
    }

    @Test
    void aMissingYearIsRefused() {
        assertThatThrownBy(() -> WorkingCalendar.read(holidays(Stream.of("2030", "2032"), 8)))
                .hasMessageContaining("it has 0 in 2031");
    }

    @Test
    void aListWithoutEnglandAndWalesOrWithoutDaysIsRefused() {
        assertThatThrownBy(() -> WorkingCalendar.read(text("{\"scotland\": {\"events\": []}}")))
                .hasMessageContaining("england-and-wales");
        assertThatThrownBy(() -> WorkingCalendar.read(text("{\"england-and-wales\": {\"events\": []}}")))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> WorkingCalendar.read(text("{"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aListThatCannotBeReadIsRefused() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        assertThatThrownBy(() -> WorkingCalendar.read(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("bank holidays cannot be read");
    }

    private static InputStream holidays(Stream<String> years, int each) {
        return text(years.flatMap(year -> Stream.iterate(1, month -> month + 1)
                        .limit(each)
                        .map(month -> "{\"title\": \"A holiday\", \"date\": \"%s-0%d-01\"}".formatted(year, month)))
                .collect(Collectors.joining(",", "{\"england-and-wales\": {\"events\": [", "]}}")));
    }
}
