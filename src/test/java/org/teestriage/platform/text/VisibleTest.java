package org.teestriage.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " \t\r\n",
                "\u00a0",
                "\u2009\u202f\u3000",
                "\u200b",
                "\u200e\u200f\u202e\u2066\u2069",
                "\ufeff",
                "\u00ad",
                "\u3164",
                "\u115f\u1160\uffa0",
                "\u2800",
                "\ufffc",
                "\u034f",
                "\ufe0f",
                "\u0301",
                "\u2028\u2029",
                "\u0007\u0085",
                "\u2065\ufff0",
                "\udb40\udc67\udb40\udd00"
            })
    void textThatShowsNothingIsBlank(String text) {
        assertThat(Visible.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-", ".", "a", "0", "\u200ba\u200b", "e\u0301", "日", "ع", "ـ", "👧🏽", "\ue000", "�", "\uac00"})
    void oneVisibleCharacterIsNotBlank(String text) {
        assertThat(Visible.isBlank(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "-, 0",
        "ok, 2",
        "'o k!', 2",
        "abc, 3",
        "'1.2.3', 3",
        "'日本', 2",
        "'a\u3164\u1160b', 2",
        "😀😀😀, 0",
        "'Łódź', 4"
    })
    void lettersAndDigitsAreCountedWithoutFillers(String text, int count) {
        assertThat(Visible.lettersAndDigits(text)).isEqualTo(count);
    }

    @Test
    void spacesOfEveryWidthAreMadePlainOrLeftOut() {
        String typed = "TS1\u202f1\u200bA\u00adA\u3000\tb\0";
        assertThat(Visible.withPlainSpaces(typed)).isEqualTo("TS1 1AA  b\0");
        assertThat(Visible.withoutSpaces(typed)).isEqualTo("TS11AAb\0");
    }
}
