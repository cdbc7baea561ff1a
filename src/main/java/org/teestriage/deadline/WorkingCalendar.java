package org.teestriage.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The working days of England and Wales: Monday to Friday except the bank holidays of gov.uk/bank-holidays.json. Covers
 * whole years only; a day outside them causes {@link CalendarExhausted}.
 */
public final class WorkingCalendar {

    // A one-off bank holiday adds to the usual eight, so a year with fewer than eight means a truncated list.
    private static final int BANK_HOLIDAYS_IN_A_YEAR = 8;

    private final NavigableMap<LocalDate, String> bankHolidays;

    private WorkingCalendar(NavigableMap<LocalDate, String> bankHolidays) {
        this.bankHolidays = bankHolidays;
        for (LocalDate year = firstDay(); year.isBefore(lastDay()); year = year.plusYears(1)) {
            int named = bankHolidays.subMap(year, year.plusYears(1)).size();
            if (named < BANK_HOLIDAYS_IN_A_YEAR) {
                throw new IllegalArgumentException(
                        "The list of bank holidays is incomplete: it has %d in %d, and a year has at least %d"
                                .formatted(named, year.getYear(), BANK_HOLIDAYS_IN_A_YEAR));
            }
        }
    }

    public static WorkingCalendar read(InputStream govUkJson) {
        NavigableMap<LocalDate, String> bankHolidays = new TreeMap<>();
        for (JsonNode event : englandAndWales(govUkJson)) {
            bankHolidays.put(
                    LocalDate.parse(event.required("date").asText()),
                    event.required("title").asText());
        }
        if (bankHolidays.isEmpty()) {
            throw new IllegalArgumentException("The list of bank holidays is empty");
        }
        return new WorkingCalendar(bankHolidays);
    }

    private static JsonNode englandAndWales(InputStream govUkJson) {
        try {
            return new ObjectMapper()
                    .readTree(govUkJson)
                    .required("england-and-wales")
                    .required("events");
        } catch (IOException e) {
            throw new UncheckedIOException("The list of bank holidays cannot be read", e);
        }
    }

    public LocalDate firstDay() {
        return bankHolidays.firstKey().withDayOfYear(1);
    }

    public LocalDate lastDay() {
        return bankHolidays.lastKey().withDayOfYear(1).plusYears(1).minusDays(1);
    }

    public Optional<String> bankHoliday(LocalDate day) {
        if (day.isBefore(firstDay()) || day.isAfter(lastDay())) {
            throw new CalendarExhausted(day, firstDay(), lastDay());
        }
        return Optional.ofNullable(bankHolidays.get(day));
    }

    public boolean isWorkingDay(LocalDate day) {
        return bankHoliday(day).isEmpty() && !isWeekend(day);
    }

    /** The last of the given number of working days after the start. The start itself does not count. */
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Working days are counted forward, not " + days);
        }
        LocalDate day = start;
        for (int left = days; left > 0; left--) {
            day = nextWorkingDay(day);
        }
        return day;
    }

    LocalDate nextWorkingDay(LocalDate after) {
        LocalDate day = after.plusDays(1);
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
