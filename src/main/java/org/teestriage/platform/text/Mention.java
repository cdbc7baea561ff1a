package org.teestriage.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.PlainWords.Word;

/**
 * A sequence of letters and digits that is found in text whatever its division into words, its case, its accents and
 * its punctuation, if it starts and ends with a whole word.
 *
 * @param folded the letters and digits
 * @param gap the most characters between two words of it
 * @param exact what its places are in full, punctuation included, or {@code null} if the punctuation does not matter
 */
public record Mention(String folded, int gap, @Nullable String exact) {

    private static final int BETWEEN_WORDS = 3;
    private static final int BETWEEN_DIGITS = 2;

    /** A place in a text as typed: {@code start} inclusive, {@code end} exclusive. */
    public record Place(int start, int end) {}

    /** The words one after the other, in each of their spellings with and without special letters. */
    public static List<Mention> ofWords(List<String> words) {
        String typed = String.join(" ", words);
        Set<String> spellings = new TreeSet<>();
        spellings.add(folded(typed));
        spellings.add(folded(PlainWords.spelledOut(typed)));
        StringBuilder strict = new StringBuilder();
        PlainWords.joined(typed).forEach(word -> strict.append(Spelling.strict(word)));
        spellings.add(strict.toString());
        return spellings.stream()
                .map(spelling -> new Mention(spelling, BETWEEN_WORDS, null))
                .toList();
    }

    public static Mention ofDigits(String digits) {
        return new Mention(digits, BETWEEN_DIGITS, null);
    }

    /** An e-mail address, in any case and width. */
    public static Mention ofAddress(String address) {
        return new Mention(folded(address), Integer.MAX_VALUE, PlainWords.flat(address));
    }

    private static String folded(String text) {
        return String.join("", PlainWords.of(text));
    }

    /** The words of a name as typed, without titles; letters around an apostrophe are one word. */
    public static List<String> wordsOf(String name) {
        List<String> words = new ArrayList<>();
        List<Word> read = PlainWords.words(name);
        for (int at = 0; at < read.size(); at++) {
            int start = read.get(at).start();
            while (at + 1 < read.size() && read.get(at + 1).gap() == PlainWords.Gap.APOSTROPHE) {
                at++;
            }
            String word = name.substring(start, read.get(at).end());
            if (!PlainWords.TITLES.contains(folded(word))) {
                words.add(word);
            }
        }
        return words;
    }

    /** The places of the mention in a text, whose words are given. They do not overlap. */
    public List<Place> in(String text, List<Word> words) {
        List<Place> places = new ArrayList<>();
        for (int first = 0; first < words.size(); first++) {
            int last = end(words, first);
            if (last >= first
                    && isExact(text.substring(
                            words.get(first).start(), words.get(last).end()))) {
                places.add(new Place(words.get(first).start(), words.get(last).end()));
                first = last;
            }
        }
        return places;
    }

    private boolean isExact(String found) {
        return exact == null || PlainWords.flat(found).equals(exact);
    }

    private int end(List<Word> words, int first) {
        int matched = 0;
        for (int at = first; at < words.size() && !folded.isEmpty(); at++) {
            Word word = words.get(at);
            boolean near = at == first || word.start() - words.get(at - 1).end() <= gap;
            if (!near || !folded.startsWith(word.text(), matched)) {
                return -1;
            }
            matched += word.text().length();
            if (matched == folded.length()) {
                return at;
            }
        }
        return -1;
    }
}
