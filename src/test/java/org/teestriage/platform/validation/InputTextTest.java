package org.teestriage.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.testing.ConstraintViolations;

/** Text that shows nothing, gives no reason, or cannot be what its field asks for. */
class InputTextTest {

    private record Required(@NotBlank @MultiLine String text) {}

    private record Because(
            @Nullable @MultiLine @Reason String reason,

            @Nullable @SingleLine @Informative(message = Informative.NO_RECEIPT)
            String receipt) {}

    private record Reached(
            @Nullable @SingleLine @Format(Format.Kind.POSTCODE)
            String postcode,

            @Nullable @SingleLine @Format(Format.Kind.PHONE) String phone,
            @Nullable @SingleLine @Format(Format.Kind.EMAIL) String email) {}

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\u3164", "\u2800\ufeff", "\n\t"})
    void textThatShowsNothingIsBlank(String text) {
        assertThat(ConstraintViolations.placesIn(new Required(text))).containsExactly("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "a", "\u200bx", "👍"})
    void textThatShowsSomethingIsNotBlank(String text) {
        assertThat(ConstraintViolations.in(new Required(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ".", "ok", "n/a", "o.k.", "??????", "a \u3164 b", "👍👍👍"})
    void fewerThanThreeLettersOrDigitsAreNoReasonAndNoReference(String text) {
        assertThat(ConstraintViolations.in(new Because(text, text)))
                .containsExactly(
                        "reason: " + Reason.ENTER_WHY,
                        "receipt: Enter the reference that they gave, such as SC-4711; if they gave none, enter who"
                                + " confirmed it and when");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unnecessary",
                "At home.",
                "ok ok ok ok ok ok",
                "Ok, ok, ok, ok, ok!",
                "12 345 678 901 x",
                "as above",
                "AS ABOVE.",
                "As\u00a0above – ",
                "See above. As discussed. Ok.",
                "as discussed; no further action; n/a",
                "N.F.A.\nno further comment"
            })
    void aReasonThatSaysNothingIsRefused(String text) {
        assertThat(ConstraintViolations.in(new Because(text, null))).containsExactly("reason: " + Reason.ENTER_WHY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Her school agrees.",
                "The same view.",
                "Łzy dziecka, nagłe",
                "As above, and the mother confirmed it.",
                "No further action: the school has dealt with it."
            })
    void aReasonThatSaysSomethingIsAcceptedAndBlankIsLeftToNotBlank(String text) {
        assertThat(ConstraintViolations.in(new Because(text, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ill", "no!!!1", "1 2 3", "Łzy", "SC-4711"})
    void threeLettersOrDigitsAreAReference(String text) {
        assertThat(ConstraintViolations.in(new Because(null, text))).isEmpty();
    }

    private record OneLine(@Nullable @SingleLine String line) {}

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u000b", "\f", "\u0085", "\u2028", "\u2029"})
    void noLineSeparatorPassesAFieldOfOneLine(String separator) {
        assertThat(ConstraintViolations.placesIn(new OneLine("a" + separator + "b")))
                .containsExactly("line");
    }

    @Test
    void aMissingReasonIsLeftToNotBlank() {
        assertThat(ConstraintViolations.in(new Because(null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "not known", "TS", "12345", "TS24 7Z", "TS24 7ZZZ", "TS24-7ZZ", "75001"})
    void otherTextIsNoPostcode(String typed) {
        assertThat(ConstraintViolations.in(new Reached(typed, null, null)))
                .singleElement()
                .asString()
                .startsWith("postcode: must be a postcode such as TS24 7ZZ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\u200b",
                "TS24 7ZZ",
                "ts247zz",
                "TS24\u202f7ZZ",
                "TS24\u20097ZZ",
                "T\u200bS24 7ZZ",
                "SW1A 2AA",
                "M1 1AE",
                "TS24",
                "TS7 0"
            })
    void postcodesAndTheirStartsAreAcceptedInEverySpelling(String typed) {
        assertThat(ConstraintViolations.in(new Reached(typed, null, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "abc, false",
        "01632, false",
        "12345, false",
        "960001, true",
        "01632 960001, true",
        "+44 (0)1632 960001 ext. 12, true",
        "ask for Pat: 01632-960001, true",
        "٠١٦٣٢٩٦, true"
    })
    void aTelephoneNumberHasSixDigits(String typed, boolean valid) {
        assertThat(ConstraintViolations.in(new Reached(null, typed, null)))
                .isEqualTo(
                        valid
                                ? List.of()
                                : List.of("phone: must be a telephone number such as 01632 960001, with six digits at"
                                        + " least"));
    }

    @ParameterizedTest
    @CsvSource({
        "nomail, false",
        "pat@, false",
        "@school.example, false",
        "pat@school, false",
        "pat @ school.example, false",
        "pat@school.example, true",
        "Pat <pat.o'neil@a.b.example>, true",
        "пат@школа.example, true"
    })
    void anEmailAddressHasAnAtSignAndADomain(String typed, boolean valid) {
        assertThat(ConstraintViolations.in(new Reached(null, null, typed)))
                .isEqualTo(valid ? List.of() : List.of("email: must be an e-mail address such as pat@school.example"));
    }
}
