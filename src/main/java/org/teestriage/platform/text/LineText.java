package org.teestriage.platform.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.teestriage.platform.text.PlainWords.Gap;
import org.teestriage.platform.text.PlainWords.Word;

/**
 * A line of text in which names are looked for. Favours precision, unlike {@link NameMatcher}, because it refuses an
 * officer's sentence: only what is written as the name counts, and ordinary words pass.
 */
public final class LineText {

    /** Characters of the longest name or handle that is looked for in joined words. */
    private static final int LONGEST = 60;

    /** Characters of the shortest stem of a plural, and of the shortest handle. */
    private static final int SHORTEST = 3;

    /** Characters of the shortest word that identifies a place, and of the shortest handle without its digits. */
    private static final int TELLING = 5;

    private static final Set<String> AFTER_A_VERB = Set.of(
            "we", "i", "you", "they", "it", "this", "that", "the", "these", "those", "there", "our", "your", "not");

    private static final Set<String> MONTHS = Set.of("april", "may", "june", "august");
    private static final Set<String> BEFORE_A_MONTH =
            Set.of("in", "until", "till", "since", "during", "early", "late", "mid", "next", "last");
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

    private final NameVariants variants = NameVariants.inForce();
    private final List<Word> words;
    private final boolean shouted;

    public LineText(String line) {
        this.words = withoutSpacedLetters(PlainWords.words(line));
        this.shouted = line.codePoints().noneMatch(Character::isLowerCase)
                && line.codePoints().anyMatch(Character::isUpperCase);
    }

    /** Three or more single letters in a row are one word: {@code R o b i n}. */
    private static List<Word> withoutSpacedLetters(List<Word> words) {
        List<Word> joined = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            int end = at;
            StringBuilder letters = new StringBuilder();
            while (end < words.size()
                    && words.get(end).text().length() == 1
                    && Character.isLetter(words.get(end).text().charAt(0))) {
                letters.append(words.get(end).text());
                end++;
            }
            Word first = words.get(at);
            if (end - at >= SHORTEST) {
                joined.add(new Word(
                        letters.toString(),
                        first.gap(),
                        first.start(),
                        words.get(end - 1).end(),
                        first.capital()));
                at = end;
            } else {
                joined.add(first);
                at++;
            }
        }
        return joined;
    }

    /** A part of the name that is looked for. */
    private record Wanted(String word, Set<String> forms, boolean frequent) {}

    /**
     * Whether the line names the person. One word of the name is enough, also as possessive or plural, in another
     * spelling or as a short form.
     *
     * <p>A word of the name that is an ordinary English word ({@code may}, {@code hope}; the list is in
     * config/names.yaml) counts only if it is used as a name: with a capital inside a sentence, as a possessive, after a
     * title, next to another word of the name of which one is capitalised, at the start of a sentence unless {@code we},
     * {@code you} or the like follows, or in a line without small letters. The name of a month passes with a number or
     * after {@code in}, {@code since} and the like. Price: "may is safe" within a sentence in small letters passes, and
     * "Will ring you" at the start of a sentence is refused if a child is called Will.
     */
    public boolean names(String name) {
        List<Wanted> wanted = wanted(name);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at).text();
            String next = at + 1 < words.size() && words.get(at + 1).gap() != Gap.SENTENCE
                    ? word + words.get(at + 1).text()
                    : word;
            for (Wanted each : wanted) {
                if ((reads(word, each) && (!isOrdinary(word, each) || isUsedAsName(at, each, wanted)))
                        || (!next.equals(word) && reads(next, each) && !isSaidInTwo(at, each))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Two ordinary words, such as "for" and "est", make no name. */
    private boolean isSaidInTwo(int at, Wanted wanted) {
        return wanted.frequent()
                || (isWord(words.get(at).text()) && isWord(words.get(at + 1).text()));
    }

    private boolean isWord(String word) {
        return variants.isFrequent(word) || (variants.isOrdinary(word) && word.length() > 2);
    }

    private List<Wanted> wanted(String name) {
        PersonName read = new PersonName(name);
        List<Wanted> wanted = new ArrayList<>();
        List<String> units = new ArrayList<>(read.units());
        boolean several =
                units.stream().filter(unit -> !variants.isParticle(unit)).count() > 1;
        for (String unit : units) {
            String together = unit.replace("'", "").replace("-", "");
            add(together, several, wanted);
            if (unit.contains("-")) {
                for (String part : unit.split("-", -1)) {
                    add(part.replace("'", ""), several, wanted);
                }
            }
        }
        if (units.size() > 1) {
            add(together(units), false, wanted);
            Collections.reverse(units);
            add(together(units), false, wanted);
        }
        return wanted;
    }

    private static String together(List<String> units) {
        return String.join("", units).replace("'", "").replace("-", "");
    }

    private void add(String word, boolean several, List<Wanted> wanted) {
        boolean tells = word.codePointCount(0, word.length()) > 1 || (!word.isEmpty() && word.charAt(0) >= 128);
        if (tells && word.length() <= LONGEST && !(several && variants.isParticle(word))) {
            wanted.add(new Wanted(word, variants.strictForms(word), variants.isFrequent(word)));
        }
    }

    /** The word is the wanted one, or its plural. */
    private boolean reads(String word, Wanted wanted) {
        if (word.length() > LONGEST) {
            return false;
        }
        return is(word, wanted)
                || (word.length() > SHORTEST && word.endsWith("s") && is(word.substring(0, word.length() - 1), wanted))
                || (word.length() > SHORTEST + 1
                        && word.endsWith("es")
                        && is(word.substring(0, word.length() - 2), wanted))
                || (word.length() > SHORTEST + 1
                        && word.endsWith("ies")
                        && is(word.substring(0, word.length() - 3) + "y", wanted));
    }

    private boolean is(String word, Wanted wanted) {
        return word.equals(wanted.word()) || !Collections.disjoint(variants.strictForms(word), wanted.forms());
    }

    /** Whether the word as written, or what it is the plural of, is an ordinary English word. */
    private boolean isOrdinary(String word, Wanted wanted) {
        return wanted.frequent()
                || variants.isOrdinary(word)
                || variants.isFrequent(word)
                || (variants.isOrdinary(wanted.word())
                        && !word.equals(wanted.word())
                        && word.startsWith(wanted.word()));
    }

    private boolean isUsedAsName(int at, Wanted wanted, List<Wanted> all) {
        Word word = words.get(at);
        boolean beside = isBeside(at, at - 1, wanted, all) || isBeside(at, at + 1, wanted, all);
        if (wanted.frequent() || variants.isFrequent(word.text())) {
            return beside;
        }
        boolean afterTitle =
                at > 0 && PlainWords.TITLES.contains(words.get(at - 1).text());
        boolean possessive = at + 1 < words.size()
                && words.get(at + 1).gap() == Gap.APOSTROPHE
                && words.get(at + 1).text().equals("s");
        if (beside || afterTitle || possessive) {
            return true;
        }
        if (isMonth(at)) {
            return false;
        }
        boolean begins = word.gap() == Gap.SENTENCE;
        boolean asVerb = at + 1 < words.size()
                && words.get(at + 1).gap() == Gap.SPACE
                && AFTER_A_VERB.contains(words.get(at + 1).text());
        return begins ? !asVerb : shouted || word.capital();
    }

    /** Whether another word of the name stands beside, and one of the two is a name or has a capital. */
    private boolean isBeside(int at, int beside, Wanted wanted, List<Wanted> all) {
        if (beside < 0
                || beside >= words.size()
                || words.get(Math.max(at, beside)).gap() == Gap.SENTENCE) {
            return false;
        }
        Word other = words.get(beside);
        return all.stream()
                .anyMatch(each -> !each.word().equals(wanted.word())
                        && reads(other.text(), each)
                        && (!isOrdinary(other.text(), each)
                                || (other.capital() && other.gap() != Gap.SENTENCE)
                                || (words.get(at).capital() && words.get(at).gap() != Gap.SENTENCE)
                                || (words.get(at).capital() && other.capital())));
    }

    private boolean isMonth(int at) {
        if (!MONTHS.contains(words.get(at).text())) {
            return false;
        }
        String before = at > 0 && words.get(at).gap() != Gap.SENTENCE
                ? words.get(at - 1).text()
                : "";
        String after = at + 1 < words.size() && words.get(at + 1).gap() != Gap.SENTENCE
                ? words.get(at + 1).text()
                : "";
        return BEFORE_A_MONTH.contains(before) || isNumber(before) || isNumber(after);
    }

    /** {@code 3}, {@code 3rd} or {@code 2027}. */
    private static boolean isNumber(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits > 0 && (digits == word.length() || ORDINALS.contains(word.substring(digits)));
    }

    /**
     * Whether the line has the account name, in any division into words, or its letters without the digits around
     * them: {@code alexplays99} for {@code alex_plays_99}.
     */
    public boolean namesAccount(String handle) {
        String joined = String.join("", PlainWords.of(handle));
        if (joined.length() < SHORTEST || joined.codePoints().noneMatch(Character::isLetter)) {
            return false;
        }
        if (isWord(joined) || PlainWords.of(handle).stream().allMatch(this::isWord)) {
            return names(handle);
        }
        String letters = withoutDigitsAround(joined);
        return says(joined)
                || (letters.length() >= TELLING
                        && !letters.equals(joined)
                        && !variants.isOrdinary(letters)
                        && !variants.isFrequent(letters)
                        && !variants.isOfAnyPlace(letters)
                        && says(letters));
    }

    private static String withoutDigitsAround(String word) {
        int start = 0;
        int end = word.length();
        while (end > start && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        while (start < end && Character.isDigit(word.charAt(start))) {
            start++;
        }
        return word.substring(start, end);
    }

    /** Whether whole words of the line, written together, are this text. */
    private boolean says(String joined) {
        if (joined.isEmpty()) {
            return false;
        }
        for (int first = 0; first < words.size(); first++) {
            int matched = 0;
            for (int at = first; at < words.size(); at++) {
                String word = words.get(at).text();
                if (!joined.startsWith(word, matched)) {
                    // The last word may be a plural or possessive without apostrophe.
                    if (word.length() == joined.length() - matched + 1
                            && word.endsWith("s")
                            && joined.endsWith(word.substring(0, word.length() - 1))) {
                        return true;
                    }
                    break;
                }
                matched += word.length();
                if (matched == joined.length()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the line names the place: all its distinguishing words, or one that is long and distinctive. */
    public boolean namesPlace(String place) {
        return saysPlace(PlainWords.joined(place)) || namesPartOfPlace(place);
    }

    /** Whether the line has all distinguishing words of the place, or a long one. A town alone tells nothing. */
    public boolean namesPartOfPlace(String place) {
        List<String> telling = PlainWords.joined(place).stream()
                .filter(word -> !variants.isOfAnyPlace(word))
                .toList();
        boolean distinctive = telling.stream().anyMatch(word -> !isWeak(word));
        return (distinctive && telling.size() > 1 && saysPlace(telling))
                || telling.stream()
                        .anyMatch(word -> word.length() >= TELLING && !isWeak(word) && saysPlace(List.of(word)));
    }

    private boolean isWeak(String word) {
        return variants.isOrdinary(word)
                || variants.isFrequent(word)
                || variants.isSharedByPlaces(word)
                || variants.isSaint(word);
    }

    /** Also with {@code Saint} and {@code St} for each other. */
    private boolean saysPlace(List<String> parts) {
        String joined = String.join("", parts);
        boolean saint = parts.stream().anyMatch(variants::isSaint);
        return says(joined)
                || (saint
                        && says(String.join(
                                "",
                                parts.stream()
                                        .map(word -> variants.isSaint(word) ? "saint" : word)
                                        .toList())))
                || (saint
                        && says(String.join(
                                "",
                                parts.stream()
                                        .map(word -> variants.isSaint(word) ? "st" : word)
                                        .toList())));
    }
}
