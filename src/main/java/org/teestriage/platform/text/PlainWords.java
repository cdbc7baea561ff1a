package org.teestriage.platform.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one folding of text for comparison. Text that reads the same on a screen folds to the same words: lower case,
 * without accents, format characters and fillers, letters that do not decompose as plain letters ({@code ł} as
 * {@code l}, {@code ß} as {@code ss}), full-width letters and digits of any script as ASCII. Cyrillic and Greek letters
 * that look like Latin ones fold to these if the rest of the word can be read as Latin. Apostrophes and hyphens of all
 * kinds separate words; {@link Word#gap()} says so, for callers that join them. Takes time linear in the text.
 */
public final class PlainWords {

    /** Titles before a name. */
    public static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lady", "lord", "rev", "revd", "prof", "cllr",
            "master");

    /** Separator between a word and the word before it. */
    public enum Gap {
        /** The first word, and a word after a full stop, exclamation mark, question mark, colon or line break. */
        SENTENCE,
        SPACE,
        HYPHEN,
        APOSTROPHE
    }

    /**
     * A folded word.
     *
     * @param start index of its first character in the text as typed
     * @param end index after its last character in the text as typed
     * @param capital whether the first letter is a capital
     */
    public record Word(String text, Gap gap, int start, int end, boolean capital) {}

    private PlainWords() {}

    /** Cuts at apostrophes and hyphens: {@code O'Neil} is {@code o neil}. */
    public static List<String> of(String text) {
        return words(text).stream().map(Word::text).toList();
    }

    /** Like {@link #of}, with the letters around an apostrophe in one word: {@code O'Neil} is {@code oneil}. */
    public static List<String> joined(String text) {
        List<String> joined = new ArrayList<>();
        for (Word word : words(text)) {
            if (word.gap() == Gap.APOSTROPHE) {
                joined.set(joined.size() - 1, joined.get(joined.size() - 1) + word.text());
            } else {
                joined.add(word.text());
            }
        }
        return joined;
    }

    /** The words with their places in the text as typed. */
    public static List<Word> words(String text) {
        Reader reader = new Reader();
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            reader.read(letter, at, next);
            at = next;
        }
        reader.endWord();
        return reader.words;
    }

    /** The text in lower case, without accents and what shows nothing, but with its punctuation and spaces. */
    public static String flat(String text) {
        StringBuilder flat = new StringBuilder(text.length());
        text.strip().codePoints().filter(letter -> !Letters.isInvisible(letter)).forEach(letter -> {
            String plain = Letters.plain(letter);
            flat.append(
                    plain.isEmpty() ? Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC) : plain);
        });
        return flat.toString();
    }

    /** Whether the character is a format character, a filler or an accent on its own. */
    static boolean isInvisible(int letter) {
        return Letters.isInvisible(letter);
    }

    /** Whether the character is a hyphen or dash of any kind. */
    public static boolean isHyphen(int letter) {
        return Letters.isHyphen(letter);
    }

    /** The German and Nordic spelling without special letters: {@code Müller} as {@code Mueller}. */
    static String spelledOut(String text) {
        StringBuilder spelt = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            switch (Character.toLowerCase(letter)) {
                case 'ä', 'æ' -> spelt.append("ae");
                case 'ö', 'ø' -> spelt.append("oe");
                case 'ü' -> spelt.append("ue");
                case 'å' -> spelt.append("aa");
                default -> spelt.appendCodePoint(letter);
            }
        });
        return spelt.toString();
    }

    private static final class Reader {
        private final List<Word> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        /** The word with look-alike letters as Latin letters. */
        private final StringBuilder lookAlike = new StringBuilder();

        private boolean latin;
        private boolean alike;
        private boolean allAlike = true;
        private boolean capital;
        private Gap gap = Gap.SENTENCE;
        private int start;
        private int end;

        void read(int letter, int from, int to) {
            if (letter < 128 && Character.isLetterOrDigit(letter)) {
                latin |= letter > '9';
                append(Character.toLowerCase(letter), letter < 'a' && letter > '9', from, to);
            } else if (Letters.isInvisible(letter)) {
                end = word.isEmpty() ? end : to;
            } else if (Letters.isApostrophe(letter)) {
                separate(Gap.APOSTROPHE);
            } else if (Letters.isHyphen(letter)) {
                separate(Gap.HYPHEN);
            } else if (letter < 128) {
                separate(".!?:\n\r".indexOf(letter) >= 0 ? Gap.SENTENCE : Gap.SPACE);
            } else {
                readOther(letter, from, to);
            }
        }

        private void readOther(int letter, int from, int to) {
            boolean upper = Character.isUpperCase(letter) || Character.isTitleCase(letter);
            String plain = Letters.plain(letter);
            if (plain.isEmpty()) {
                separate(Letters.endsSentence(letter) ? Gap.SENTENCE : Gap.SPACE);
                return;
            }
            for (int at = 0; at < plain.length(); ) {
                int each = plain.codePointAt(at);
                at += Character.charCount(each);
                if (each < 128) {
                    latin |= each > '9';
                    append(each, upper, from, to);
                    continue;
                }
                char latinLetter = Letters.lookAlike(letter, each);
                alike |= latinLetter != 0;
                allAlike &= latinLetter != 0 && Letters.lookAlike(each, each) != 0;
                begin(upper, from, to);
                word.appendCodePoint(each);
                lookAlike.appendCodePoint(latinLetter == 0 ? each : latinLetter);
            }
        }

        private void append(int plain, boolean upper, int from, int to) {
            begin(upper, from, to);
            word.append((char) plain);
            lookAlike.append((char) plain);
        }

        private void begin(boolean upper, int from, int to) {
            if (word.isEmpty()) {
                start = from;
                capital = upper;
            }
            end = to;
        }

        private void separate(Gap separator) {
            boolean within = !word.isEmpty();
            endWord();
            // Only a single apostrophe or hyphen joins: " - " and "' " separate.
            if (within) {
                gap = separator;
            } else if (gap != Gap.SENTENCE) {
                gap = separator == Gap.SENTENCE ? Gap.SENTENCE : Gap.SPACE;
            }
        }

        void endWord() {
            if (!word.isEmpty()) {
                String text = (alike && (latin || allAlike) ? lookAlike : word).toString();
                words.add(new Word(Letters.composed(text), gap, start, end, capital));
                gap = Gap.SPACE;
            }
            word.setLength(0);
            lookAlike.setLength(0);
            latin = false;
            alike = false;
            allAlike = true;
        }
    }

    /** Facts about letters outside ASCII, from the Unicode character database. */
    private static final class Letters {

        private static final String APOSTROPHES = "'`\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u02CA\u02CB"
                + "\u055A\u05F3\u07F4\u07F5\u2018\u2019\u201A\u201B\u2032\u2035\uA78B\uA78C\uFF07\uFF40";

        private static final String HYPHENS = "-\u2212\u30FB\u00B7\u2043\uFE63\uFF0D";

        private static final String SENTENCE_ENDS =
                "\u2026\u3002\uFF01\uFF1A\uFF0E\uFF1F\u061F\u06D4\u2028\u2029\u0085";

        /** Letters (or marks) that show nothing. */
        private static final String FILLERS =
                "\u034F\u0640\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800" + "\u3164\uFFA0\uFFFC";

        /** Pairs of a letter that does not decompose and its plain spelling. */
        private static final String[] SPELT = {
            "ł", "l", "ø", "o", "đ", "d", "ð", "d", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i", "ŋ", "ng",
            "ħ", "h", "ŧ", "t", "ĸ", "k", "ƒ", "f", "ə", "e", "ɛ", "e", "ɔ", "o", "ɓ", "b", "ɗ", "d", "ƙ", "k", "ƴ",
            "y", "ȷ", "j", "ɨ", "i", "ʉ", "u", "ƀ", "b", "ƶ", "z", "ɖ", "d", "ɣ", "g", "ɩ", "i", "ʋ", "v", "ŀ", "l",
            "ꜩ", "tz", "ȼ", "c", "ɇ", "e", "ɍ", "r", "ɏ", "y", "ς", "σ", "ى", "ي", "ی", "ي", "ک", "ك", "ة", "ه", "ۀ",
            "ه", "ہ", "ه", "ھ", "ه", "ٱ", "ا"
        };

        private static final String LIKE_SMALL = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwѵvοoνvιiκkρpυuαaւuօo";
        private static final String LIKE_CAPITAL = "АaВbЕeКkМmНhОoРpСcТtУyХxІiЈjЅsԚqԜwΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxՕoՍs";

        private static final Map<Integer, String> PLAIN = new HashMap<>();

        static {
            for (int i = 0; i < SPELT.length; i += 2) {
                PLAIN.put(SPELT[i].codePointAt(0), SPELT[i + 1]);
            }
        }

        private Letters() {}

        static boolean isApostrophe(int letter) {
            return APOSTROPHES.indexOf(letter) >= 0;
        }

        static boolean isHyphen(int letter) {
            return HYPHENS.indexOf(letter) >= 0 || Character.getType(letter) == Character.DASH_PUNCTUATION;
        }

        static boolean endsSentence(int letter) {
            return SENTENCE_ENDS.indexOf(letter) >= 0;
        }

        static boolean isInvisible(int letter) {
            if (letter < 128) {
                return false;
            }
            int type = Character.getType(letter);
            return type == Character.FORMAT
                    || FILLERS.indexOf(letter) >= 0
                    || type == Character.ENCLOSING_MARK
                    || (type == Character.NON_SPACING_MARK && isAccent(letter));
        }

        /** Marks of other scripts, such as the vowel signs of Devanagari, are letters to their readers. */
        private static boolean isAccent(int mark) {
            return mark < 0x0700
                    || (mark >= 0x1AB0 && mark <= 0x1AFF)
                    || (mark >= 0x1DC0 && mark <= 0x20FF)
                    || (mark >= 0xFE00 && mark <= 0xFE2F)
                    || mark >= 0xE0100;
        }

        /** The plain spelling in lower case; empty for what is no letter, digit or mark. */
        static String plain(int letter) {
            int small = Character.toLowerCase(letter);
            String spelt = PLAIN.get(small);
            if (spelt != null) {
                return spelt;
            }
            if (letter >= 0xAC00 && letter <= 0xD7A3) {
                return Character.toString(letter);
            }
            StringBuilder plain = new StringBuilder();
            Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                    .codePoints()
                    .filter(part -> !isInvisible(part))
                    .map(Character::toLowerCase)
                    .forEach(part -> {
                        int digit = Character.digit(part, 10);
                        if (digit >= 0) {
                            plain.append(digit);
                        } else if (Character.isLetter(part) || isMark(part)) {
                            plain.append(PLAIN.getOrDefault(part, Character.toString(part)));
                        }
                    });
            return plain.toString();
        }

        private static boolean isMark(int part) {
            int type = Character.getType(part);
            return type == Character.COMBINING_SPACING_MARK || type == Character.NON_SPACING_MARK;
        }

        /** The Latin letter that looks like this one as typed, or 0. */
        static char lookAlike(int typed, int small) {
            int at = LIKE_CAPITAL.indexOf(typed);
            if (typed != small && at >= 0 && at % 2 == 0) {
                return LIKE_CAPITAL.charAt(at + 1);
            }
            at = LIKE_SMALL.indexOf(small);
            return at >= 0 && at % 2 == 0 ? LIKE_SMALL.charAt(at + 1) : 0;
        }

        static String composed(String text) {
            for (int at = 0; at < text.length(); at++) {
                if (text.charAt(at) >= 128) {
                    return Normalizer.normalize(text, Normalizer.Form.NFC);
                }
            }
            return text;
        }
    }
}
