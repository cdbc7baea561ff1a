package org.teestriage.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.deadline.Middlesbrough.CLOCKS;
import static org.teestriage.deadline.Middlesbrough.HOURS;
import static org.teestriage.deadline.Middlesbrough.at;
import static org.teestriage.deadline.Middlesbrough.london;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.concern.Priority;

class ExplanationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold-decision | AMBER | 2026-09-25T17:40 | Received Fri 25 Sep 2026 17:40, after the hub closed; "
                        + "1 working day counts from Mon 28 Sep; Sat 26 Sep and Sun 27 Sep are a weekend; due Mon 28 Sep 17:00",
                "threshold-decision | AMBER | 2026-09-22T10:00 | Received Tue 22 Sep 2026 10:00; "
                        + "1 working day counts from Wed 23 Sep; due Wed 23 Sep 17:00",
                "threshold-decision | AMBER | 2026-12-24T10:00 | Received Thu 24 Dec 2026 10:00; "
                        + "1 working day counts from Tue 29 Dec; Fri 25 Dec is a bank holiday (Christmas Day); "
                        + "Sat 26 Dec and Sun 27 Dec are a weekend; Mon 28 Dec is a bank holiday (Boxing Day); due Tue 29 Dec 17:00",
                "threshold-decision | AMBER | 2026-12-28T07:00 | Received Mon 28 Dec 2026 07:00, on a bank holiday (Boxing Day); "
                        + "1 working day counts from Tue 29 Dec; due Tue 29 Dec 17:00",
                "close | AMBER | 2026-12-29T08:00 | Opened Tue 29 Dec 2026 08:00, before the hub opened; "
                        + "5 working days count from Wed 30 Dec; Fri 1 Jan 2027 is a bank holiday (New Year’s Day); "
                        + "Sat 2 Jan 2027 and Sun 3 Jan 2027 are a weekend; due Wed 6 Jan 2027 17:00",
                "hand-over | RED | 2026-09-26T02:00 | Opened Sat 26 Sep 2026 02:00, at the weekend; "
                        + "60 hub minutes count from Mon 28 Sep 08:30; Sat 26 Sep and Sun 27 Sep are a weekend; due Mon 28 Sep 09:30",
                "hand-over | AMBER | 2026-09-24T16:30 | Opened Thu 24 Sep 2026 16:30; "
                        + "60 hub minutes count while the hub is open; due Fri 25 Sep 09:00",
                "ceop-decision | AMBER | 2026-09-24T07:00 | Opened Thu 24 Sep 2026 07:00, before the hub opened; "
                        + "the same working day; due Thu 24 Sep 17:00",
                "ceop-decision | AMBER | 2026-09-25T15:30 | Opened Fri 25 Sep 2026 15:30; the same working day; due Fri 25 Sep 16:30",
                "ceop-decision | AMBER | 2026-09-25T16:00 | Opened Fri 25 Sep 2026 16:00, with less than 60 hub minutes left that day; "
                        + "60 hub minutes count while the hub is open; Sat 26 Sep and Sun 27 Sep are a weekend; due Mon 28 Sep 09:00",
                "ceop-decision | AMBER | 2026-09-24T17:00 | Opened Thu 24 Sep 2026 17:00, after the hub closed; "
                        + "60 hub minutes count from Fri 25 Sep 08:30; due Fri 25 Sep 09:30",
                "written-concern | RED | 2026-09-25T17:40 | Received Fri 25 Sep 2026 17:40; "
                        + "24 clock hours run day and night; due Sat 26 Sep 17:40",
                "written-concern | RED | 2026-03-28T12:00 | Received Sat 28 Mar 2026 12:00; "
                        + "24 clock hours run day and night; the clocks go forward on Sun 29 Mar; due Sun 29 Mar 13:00",
                "written-concern | RED | 2026-10-24T12:00 | Received Sat 24 Oct 2026 12:00; "
                        + "24 clock hours run day and night; the clocks go back on Sun 25 Oct; due Sun 25 Oct 11:00",
                "immediate-risk-check | RED | 2026-12-31T23:50 | Opened Thu 31 Dec 2026 23:50; "
                        + "15 clock minutes run day and night; due Fri 1 Jan 2027 00:05",
                "threshold-decision | RED | 2026-09-28T18:00 | Received Mon 28 Sep 2026 18:00; 24 clock hours run day and night; "
                        + "that would be Tue 29 Sep 18:00, too late; received Mon 28 Sep 2026 18:00, after the hub closed; "
                        + "1 working day counts from Tue 29 Sep; due Tue 29 Sep 17:00",
            })
    void aDeadlineExplainsItsCalculation(String step, Priority priority, String start, String sentence) {
        assertThat(CLOCKS.deadline(step, at(priority, start)).explanation()).isEqualTo(sentence);
    }

    @Test
    void aReferralToTheLadoIsDueOneWorkingDayAfterTheEmployerKnew() {
        assertThat(ladoReferral("2026-09-21T16:00").explanation())
                .isEqualTo("Employer knew Mon 21 Sep 2026 16:00; 1 working day counts from Tue 22 Sep;"
                        + " due Tue 22 Sep 17:00");
        assertThat(ladoReferral("2026-09-21T16:00").due())
                .as("overdue when it opens")
                .isEqualTo(london("2026-09-22T17:00"));
        assertThat(ladoReferral("2019-02-01T09:00").explanation())
                .startsWith("Employer knew for more than a year; counted from Wed 24 Sep 2025 10:00");
        assertThat(ladoReferral(null).explanation()).startsWith("Opened Thu 24 Sep 2026 10:00");
    }

    private static Deadline ladoReferral(@Nullable String employerKnewAt) {
        Instant opened = london("2026-09-24T10:00");
        return CLOCKS.deadline(
                "lado-referral",
                new DeadlineContext(
                        Priority.AMBER,
                        false,
                        opened,
                        opened,
                        HOURS,
                        null,
                        employerKnewAt == null ? null : london(employerKnewAt)));
    }

    @Test
    void anExtendedDeadlineExplainsWhyItIsLater() {
        assertThat(CLOCKS.deadline(
                                "referrer-feedback",
                                new DeadlineContext(
                                        Priority.GREEN,
                                        false,
                                        london("2026-09-21T10:00"),
                                        london("2026-09-24T10:00"),
                                        HOURS))
                        .explanation())
                .isEqualTo("Received Mon 21 Sep 2026 10:00; 1 working day counts from Tue 22 Sep; "
                        + "that would be Tue 22 Sep 17:00, too early; opened Thu 24 Sep 2026 10:00; "
                        + "60 hub minutes count while the hub is open; due Thu 24 Sep 11:00");
    }

    @Test
    void aConferenceDateNamesEveryDayItSkips() {
        assertThat(CLOCKS.conferenceDate(LocalDate.of(2026, 3, 26)).explanation())
                .isEqualTo(
                        "Strategy discussion Thu 26 Mar 2026; 15 working days count from Fri 27 Mar; "
                                + "Sat 28 Mar and Sun 29 Mar are a weekend; Fri 3 Apr is a bank holiday (Good Friday); "
                                + "Sat 4 Apr and Sun 5 Apr are a weekend; Mon 6 Apr is a bank holiday (Easter Monday); "
                                + "Sat 11 Apr and Sun 12 Apr are a weekend; Sat 18 Apr and Sun 19 Apr are a weekend; due Mon 20 Apr 17:00");
    }

    @Test
    void aClockChangeAtTheDueTimeIsExplained() {
        assertThat(CLOCKS.deadline("immediate-risk-check", at(Priority.RED, "2026-03-29T00:45"))
                        .explanation())
                .isEqualTo("Opened Sun 29 Mar 2026 00:45; 15 clock minutes run day and night; "
                        + "the clocks go forward on Sun 29 Mar; due Sun 29 Mar 02:00");
    }
}
