package org.teestriage.platform.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.testing.Growth;

/** What reads typed text takes time linear in the text, also where its parts nearly match. */
class TextGrowthTest {

    private static final int SMALLEST = 6_000;

    private static final Mention NAME =
            Mention.ofWords(List.of("a".repeat(150), "a".repeat(149))).get(0);

    private static final Map<String, String> PARTS = new TreeMap<>(Map.ofEntries(
            Map.entry("words", "Robin's mother-in-law said so. "),
            Map.entry("letters of a name", "a "),
            Map.entry("one word", "a"),
            Map.entry("data addresses", "data:"),
            Map.entry("data types", "data:image/"),
            Map.entry("data without end", "data:x;base64"),
            Map.entry("Base64", "iVBORw0KGgo" + "aB3".repeat(30)),
            Map.entry("Base64 in lines", "aB3+".repeat(16) + "\n"),
            Map.entry("Base64 in links", "https://example.org/" + "aB3".repeat(140) + " "),
            Map.entry("addresses", "https://"),
            Map.entry("line breaks", "\r\n"),
            Map.entry("accents", "a\u0301\u0301\u0301"),
            Map.entry("invisible", "\u200b"),
            Map.entry("Hangul", "\uac01\ud7a3"),
            Map.entry("digits", "01632 960001 "),
            Map.entry("apostrophes", "o''"),
            Map.entry("surrogates", "\ud83d")));

    static Stream<String> texts() {
        return PARTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textIsReadInLinearTime(String which) {
        String part = Objects.requireNonNull(PARTS.get(which));
        Growth.assertLinear(which, SMALLEST, size -> {
            String text = part.repeat(size / part.length());
            return () -> {
                ImageText.isIn(text);
                NAME.in(text, PlainWords.words(text));
                Visible.isBlank(text);
                NameMatcher.words(text);
                NameMatcher.samePerson(text, "Robin Sample");
                NameMatcher.samePlace(text, "Northfield School");
                new LineText(text).names("Robin Sample");
                new LineText(text).namesAccount("robin_99");
                new ContactText(text).holdsPostcode();
                new ContactText(text).holdsNumber("01632 960002");
            };
        });
    }
}
