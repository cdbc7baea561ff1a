package org.teestriage.platform.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits text into words for comparison: lower case, without accents and punctuation. */
public final class PlainWords {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHE = Pattern.compile("['’]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Titles before a name. */
    public static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "rev", "prof");

    private PlainWords() {}

    /** Ligatures and full-width letters become ordinary letters: {@code Grif\uFB01ths} is {@code griffiths}. */
    public static List<String> of(String text) {
        return split(Normalizer.normalize(text, Normalizer.Form.NFKD));
    }

    /** Like {@link #of}, with the letters around an apostrophe in one word: {@code O'Neil} is {@code oneil}. */
    public static List<String> joined(String text) {
        return of(APOSTROPHE.matcher(text).replaceAll(""));
    }

    /** Like {@link #joined}, with the letters as typed, to find the words again in the same text. */
    public static List<String> asTyped(String text) {
        return split(Normalizer.normalize(APOSTROPHE.matcher(text).replaceAll(""), Normalizer.Form.NFD));
    }

    private static List<String> split(String decomposed) {
        String plain = ACCENT.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_LETTER.split(plain, -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
