package org.teestriage.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.platform.persistence.Json;

class ReferenceTest {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Drawn from a fixed seed, so that failures are reproducible. */
    private static final List<String> DRAWN = new Random(960)
            .longs()
            .mapToObj(Reference::of)
            .flatMap(Optional::stream)
            .map(Reference::value)
            .limit(300)
            .toList();

    private static String with(String reference, int place, char symbol) {
        return reference.substring(0, place) + symbol + reference.substring(place + 1);
    }

    /** Indexes of the symbols, without those of the hyphens. */
    private static IntStream places(String reference) {
        return IntStream.range(0, reference.length()).filter(place -> reference.charAt(place) != '-');
    }

    @Test
    void aDrawnReferenceHasTheFormatAndParsesToItself() {
        assertThat(DRAWN).doesNotHaveDuplicates().allSatisfy(text -> {
            assertThat(text).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]");
            assertThat(Reference.read(text).value()).isEqualTo(text);
            assertThat(new Reference(text)).hasToString(text);
        });
    }

    @Test
    void everySingleWrongSymbolIsDetected() {
        assertThat(DRAWN.stream().flatMap(text -> places(text).boxed().flatMap(place -> SYMBOLS.chars()
                        .filter(symbol -> symbol != text.charAt(place))
                        .mapToObj(symbol -> with(text, place, (char) symbol)))))
                .hasSize(300 * 9 * 31)
                .allSatisfy(wrong -> assertThat(Reference.find(wrong)).isEmpty());
    }

    @Test
    void everySwapOfAdjacentSymbolsIsDetected() {
        List<String> swapped = DRAWN.stream().flatMap(ReferenceTest::swaps).toList();
        assertThat(swapped).hasSizeGreaterThan(2000).allSatisfy(wrong -> assertThat(Reference.find(wrong))
                .isEmpty());
    }

    private static Stream<String> swaps(String reference) {
        String plain = reference.replace("-", "");
        return IntStream.range(0, plain.length() - 1)
                .filter(place -> plain.charAt(place) != plain.charAt(place + 1))
                .mapToObj(place -> plain.substring(0, place)
                        + plain.charAt(place + 1)
                        + plain.charAt(place)
                        + plain.substring(place + 2));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0000-0000-0",
        "31, 0000-000Z-Z",
        "37, 0000-0015-0",
        "0x123456789A, 28T5-CY4T-Y",
        "0xFFFFFFFFFF, ZZZZ-ZZZZ-F",
        // Bits above the fortieth are ignored.
        "0x10000000000, 0000-0000-0",
        "-1, ZZZZ-ZZZZ-F"
    })
    void aReferenceEncodesFortyBitsAndTheirRemainderModulo37(String bits, String written) {
        assertThat(Reference.of(Long.decode(bits))).hasValue(new Reference(written));
    }

    @Test
    void aRemainderWithoutACheckSymbolGivesNoReference() {
        for (long remainder = 32; remainder < 37; remainder++) {
            assertThat(Reference.of(remainder)).isEmpty();
        }
        assertThat(Reference.of(31)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10a4-9fxm-%s",
                "1OA4-9FXM-%s",
                "IoA4 9FXM %s",
                "l0a49fxm%s",
                "LOA4--9FXM-%s",
                " 10A4\t9FXM\n%s ",
                "1 0 A 4 9 F X M %s",
                "10A4\u20139FXM\u2013%s",
                "10A4\u20119FXM\u2212%s",
                "10A4\u00a09FXM\u202f%s",
                "10A4\u20099FXM\u2003%s\u3000",
                "\ufeff10A4\u200b-9FXM\u00ad-%s",
                "10A4-9FXM-%s.",
                "10A4-9FXM-%s,\u00a0",
                "10A4-9FXM-%s ;"
            })
    void lookalikeSymbolsSpacesHyphensAndLowerCaseAreAccepted(String typed) {
        Reference meant = referenceStarting("10A49FXM");
        String check = meant.value().substring(10);
        assertThat(Reference.read(typed.formatted(check))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {".10A4-9FXM-%s", "10A4.9FXM.%s", "10A4-9FXM-%s!", "10A4-9FXM-%s\0", "10A4_9FXM_%s"})
    void otherPunctuationAndControlCharactersAreRefused(String typed) {
        String check = referenceStarting("10A49FXM").value().substring(10);
        assertThat(Reference.find(typed.formatted(check))).isEmpty();
    }

    @Test
    void aTextOfMoreThanAHundredCharactersIsNoReference() {
        String meant = referenceStarting("10A49FXM").value();
        assertThat(Reference.find(meant + " ".repeat(89))).isPresent();
        assertThat(Reference.find(meant + " ".repeat(90))).isEmpty();
    }

    private static Reference referenceStarting(String first) {
        return SYMBOLS.chars()
                .mapToObj(check -> Reference.find(first + (char) check))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000",
                "0000-0000",
                "0000-0000-00",
                "0000-0000-1",
                "U000-0000-0",
                "0000-000*-0",
                "0000-0000-~",
                "0000_0000_0",
                "0000-0000-0; drop",
                "００００-００００-０"
            })
    void invalidTextIsNoReference(String typed) {
        assertThat(Reference.find(typed)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reference.read(typed))
                .withMessage("not a reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000", "0000-0000-O", " 0000-0000-0", "0000-0000-1", "0000-000z-z"})
    void onlyTheCanonicalFormIsAReferenceValue(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reference(value))
                .withMessage("not a reference");
    }

    @Test
    void aReferenceIsStoredAsPlainText() {
        Reference reference = new Reference(DRAWN.get(0));
        assertThat(Json.write(reference)).isEqualTo('"' + reference.value() + '"');
        assertThat(Json.read(Json.write(reference), Reference.class)).isEqualTo(reference);
    }
}
