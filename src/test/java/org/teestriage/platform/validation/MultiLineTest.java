package org.teestriage.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.testing.ConstraintViolations;

class MultiLineTest {

    private record Input(@SingleLine String line, @MultiLine String text) {}

    private static List<String> violations(String line, String text) {
        return ConstraintViolations.in(new Input(line, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Robin O’Neill-Łódź", "日本", "👧🏽", "<b>&amp;\\ ' \"", "عمر", "Zoë"})
    void ordinaryTextIsAccepted(String typed) {
        assertThat(violations(typed, typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0007", "\u001b[31m", "\u0085", "\u007f", "\ud800", "a\udc00b"})
    void controlCharactersAndUnpairedSurrogatesAreRefused(String typed) {
        assertThat(violations(typed, typed))
                .containsExactly(
                        "line: must be one line of at most 300 characters, without control characters",
                        "text: must be text of at most 20000 characters, without control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb", "\n\n\t"})
    void lineBreaksAndTabsAreAcceptedOnlyInMultiLineText(String typed) {
        assertThat(violations(typed, typed))
                .containsExactly("line: must be one line of at most 300 characters, without control characters");
    }

    @Test
    void textLongerThanTheMaximumIsRefused() {
        assertThat(violations("x".repeat(300), "x".repeat(20_000))).isEmpty();
        assertThat(violations("x".repeat(301), "x".repeat(20_001))).hasSize(2);
    }

    @Test
    void textWithThousandsOfLineBreaksDoesNotOverflowTheStack() {
        assertThat(violations("", "\n".repeat(20_000))).isEmpty();
        assertThat(violations("", "x\n".repeat(9_999) + "\0")).hasSize(1);
    }
}
