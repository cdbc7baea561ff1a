package org.teestriage.deadline;

import java.time.LocalDate;

public final class CalendarExhausted extends IllegalStateException {

    private static final long serialVersionUID = 1;

    CalendarExhausted(LocalDate asked, LocalDate firstDay, LocalDate lastDay) {
        super(
                "The bank holidays are known from %s to %s, not for %s: add the missing years from gov.uk to bank-holidays.json"
                        .formatted(
                                DateWording.fullDay(firstDay),
                                DateWording.fullDay(lastDay),
                                DateWording.fullDay(asked)));
    }
}
