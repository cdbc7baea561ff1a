package org.teestriage.web.pages.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {

    private static final LocalDate SUMMER_DAY = LocalDate.of(2026, 9, 22);
    private static final LocalDate CLOCKS_BACK = LocalDate.of(2026, 10, 25);
    private static final LocalDate CLOCKS_FORWARD = LocalDate.of(2026, 3, 29);

    @ParameterizedTest
    @CsvSource({
        "27, 3, 2026, 2026-03-27",
        "' 27 ', 03, 2026, 2026-03-27",
        "27th, March, 2026, 2026-03-27",
        "1st, sept, 2026, 2026-09-01",
        "2, Sep., 2026, 2026-09-02",
        "22nd, SEPTEMBER, 2026, 2026-09-22",
        "3rd, 'Dec,', 1999, 1999-12-03",
        "1, may, 2026, 2026-05-01",
        "'1\u00a0', '\u200b5', '2026\u202f', 2026-05-01",
        "29, feb, 2024, 2024-02-29",
        "1, 1, 1900, 1900-01-01",
        "31, 12, 2199, 2199-12-31"
    })
    void daysAndMonthsAreReadAsPeopleTypeThem(String day, String month, String year, LocalDate read) {
        assertThat(TypedTime.day(day, month, year)).hasValue(read);
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2, 2026",
        "29, Feb, 2026",
        "0, 1, 2026",
        "1, 13, 2026",
        "1, Ma, 2026",
        "1, Marchember, 2026",
        "1, Foo, 2026",
        "1, '', 2026",
        "first, 1, 2026",
        "1, 1, 26",
        "1, 1, 1899",
        "1, 1, 2200",
        "-1, 1, 2026",
        "1, 1, 20261"
    })
    void otherDaysAreRefused(String day, String month, String year) {
        assertThat(TypedTime.day(day, month, year)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "09:30, 08:30:00",
        "9:30, 08:30:00",
        "9.30, 08:30:00",
        "0930, 08:30:00",
        "930, 08:30:00",
        "9am, 08:00:00",
        "9 AM, 08:00:00",
        "9.30pm, 20:30:00",
        "9:30 p.m., 20:30:00",
        "930pm, 20:30:00",
        "12am, 23:00:00",
        "12pm, 11:00:00",
        "12.30am, 23:30:00",
        "'21:05\u00a0', 20:05:00",
        "09:30:15, 08:30:15",
        "09:30 BST, 08:30:00",
        "23:59, 22:59:00"
    })
    void timesAreReadAsPeopleTypeThem(String typed, String utc) {
        TypedTime.Read read = TypedTime.moment(SUMMER_DAY, typed);
        assertThat(String.valueOf(read.moment())).endsWith("T" + utc + "Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9",
                "21",
                "24:00",
                "12:60",
                "13pm",
                "0am",
                "21:30pm",
                "9:3",
                "dawn",
                "09:30 CET",
                "09-30",
                "12345"
            })
    void otherTimesAreRefused(String typed) {
        assertThat(TypedTime.moment(SUMMER_DAY, typed)).isEqualTo(new TypedTime.Read(null, TypedTime.NO_TIME));
    }

    @Test
    void anHourThatOccursTwiceIsAskedFor() {
        String asked =
                "The clocks went back on that night, so 01:30 came twice. Write 01:30 BST for the first, or 01:30 GMT"
                        + " for the second";
        assertThat(TypedTime.moment(CLOCKS_BACK, "1.30am")).isEqualTo(new TypedTime.Read(null, asked));
        assertThat(TypedTime.moment(CLOCKS_BACK, "01:30 bst").moment()).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(TypedTime.moment(CLOCKS_BACK, "01:30 GMT").moment()).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(TypedTime.moment(CLOCKS_BACK, "00:59").moment()).isEqualTo("2026-10-24T23:59:00Z");
        assertThat(TypedTime.moment(CLOCKS_BACK, "01:00").moment()).isNull();
        assertThat(TypedTime.moment(CLOCKS_BACK, "01:59").moment()).isNull();
        assertThat(TypedTime.moment(CLOCKS_BACK, "02:00").moment()).isEqualTo("2026-10-25T02:00:00Z");
    }

    @Test
    void anHourThatDoesNotExistIsRefused() {
        String refused =
                "There was no 01:30 on that night: the clocks went forward from 01:00 to 02:00. Check the time";
        for (String typed : new String[] {"01:30", "01:30 GMT", "01:30 BST"}) {
            assertThat(TypedTime.moment(CLOCKS_FORWARD, typed)).isEqualTo(new TypedTime.Read(null, refused));
        }
        assertThat(TypedTime.moment(CLOCKS_FORWARD, "00:59").moment()).isEqualTo("2026-03-29T00:59:00Z");
        assertThat(TypedTime.moment(CLOCKS_FORWARD, "01:00").moment()).isNull();
        assertThat(TypedTime.moment(CLOCKS_FORWARD, "02:00").moment()).isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void aZoneThatTheClocksDidNotShowIsRefused() {
        assertThat(TypedTime.moment(SUMMER_DAY, "09:30 GMT"))
                .isEqualTo(
                        new TypedTime.Read(null, "The clocks showed BST on that day. Write the time that they showed"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-22T08:05:00Z, 09:05",
        "2026-12-01T08:05:00Z, 08:05",
        "2026-10-25T00:30:00Z, 01:30 BST",
        "2026-10-25T01:30:00Z, 01:30 GMT",
        "2026-10-25T02:00:00Z, 02:00"
    })
    void aWrittenTimeIsReadBackAsTheSameMoment(Instant moment, String written) {
        assertThat(TypedTime.written(moment)).isEqualTo(written);
        LocalDate day = LocalDate.ofInstant(moment, Times.LONDON);
        assertThat(TypedTime.moment(day, written).moment()).isEqualTo(moment);
    }
}
