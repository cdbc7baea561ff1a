package org.teestriage.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.testing.ConstraintViolations;

class MultiLineTest {

    private record Said(@SingleLine String line, @MultiLine String text) {}

    private static List<String> faults(String line, String text) {
        return ConstraintViolations.in(new Said(line, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Robin O’Neill-Łódź", "日本", "👧🏽", "<b>&amp;\\ ' \"", "عمر", "Zoë"})
    void whatPeopleWriteIsTakenExactly(String typed) {
        assertThat(faults(typed, typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0007", "\u001b[31m", "\u0085", "\u007f", "\ud800", "a\udc00b"})
    void controlCharactersAndHalfSymbolsAreRefused(String typed) {
        assertThat(faults(typed, typed))
                .containsExactly(
                        "line: must be one line of at most 300 characters, without control characters",
                        "text: must be text of at most 20000 characters, without control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb", "\n\n\t"})
    void onlyRunningTextHasLineBreaksAndTabs(String typed) {
        assertThat(faults(typed, typed))
                .containsExactly("line: must be one line of at most 300 characters, without control characters");
    }

    @Test
    void lengthsEndWhereTheyAreSaidTo() {
        assertThat(faults("x".repeat(300), "x".repeat(20_000))).isEmpty();
        assertThat(faults("x".repeat(301), "x".repeat(20_001))).hasSize(2);
    }

    @Test
    void textOfNothingButLineBreaksIsReadWithoutRunningOutOfStack() {
        assertThat(faults("", "\n".repeat(20_000))).isEmpty();
        assertThat(faults("", "x\n".repeat(9_999) + "\0")).hasSize(1);
    }
}
