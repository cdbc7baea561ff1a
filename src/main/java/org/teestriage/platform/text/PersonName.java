package org.teestriage.platform.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.teestriage.platform.text.PlainWords.Gap;
import org.teestriage.platform.text.PlainWords.Word;

/**
 * The words of a person's name without titles. Words around a hyphen or an apostrophe form one unit. The order of the
 * words does not count: family names come first in lists and in Chinese names.
 */
final class PersonName {

    /** Further words of a name are ignored. */
    private static final int MOST_WORDS = 16;

    /** A longer text is no name; the rest is ignored. */
    private static final int LONGEST = 1000;

    /** The number of words in a word that is written as one, such as {@code delacruz}. */
    private static final int MOST_PARTS = 3;

    private record Part(String word, Set<String> forms, int unit) {
        boolean initial() {
            return word.length() == 1 && word.charAt(0) < 128;
        }
    }

    private final NameVariants variants = NameVariants.inForce();
    private final List<Part> parts = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final Map<String, Set<Integer>> byForm = new HashMap<>();

    PersonName(String name) {
        for (Word word : PlainWords.words(name.substring(0, Math.min(LONGEST, name.length())))) {
            if (PlainWords.TITLES.contains(word.text()) || parts.size() == MOST_WORDS) {
                continue;
            }
            boolean joins = !units.isEmpty() && (word.gap() == Gap.HYPHEN || word.gap() == Gap.APOSTROPHE);
            if (joins) {
                String joiner = word.gap() == Gap.HYPHEN ? "-" : "'";
                units.set(units.size() - 1, units.get(units.size() - 1) + joiner + word.text());
            } else {
                units.add(word.text());
            }
            parts.add(new Part(word.text(), variants.forms(word.text()), units.size() - 1));
        }
    }

    List<String> units() {
        return units;
    }

    List<String> words() {
        return parts.stream().map(Part::word).toList();
    }

    /** A Chinese, Japanese or Korean name is written without spaces. */
    boolean hasTwoUnits() {
        return units.size() > 1 || (units.size() == 1 && isWholeName(units.get(0)));
    }

    /** Whether the word is written in Chinese characters or in Hangul, and long enough for a family and a given name. */
    static boolean isWholeName(String word) {
        boolean chinese = word.length() >= 2 && word.codePoints().allMatch(Character::isIdeographic);
        boolean korean = word.length() >= 3 && word.chars().allMatch(letter -> letter >= 0xAC00 && letter <= 0xD7A3);
        return chinese || korean;
    }

    /** Whether the name has several words, or one that few people have. */
    boolean identifies() {
        return hasTwoUnits() || units.stream().anyMatch(this::isDistinctive);
    }

    private boolean isDistinctive(String unit) {
        String word = unit.replace("-", "").replace("'", "");
        return word.length() >= 4
                && word.codePoints().allMatch(letter -> Character.isLetter(letter) || letter >= 128)
                && !variants.isCommon(word)
                && words().stream().noneMatch(each -> each.length() > 1 && variants.isCommon(each));
    }

    /** One name has all words of the other, at least two, and an initial only beside a full word of the same spelling. */
    boolean mayBe(PersonName other) {
        return within(this, other, 2) || within(other, this, 2);
    }

    /** One of the names is a single word, which the other name has, too. */
    boolean sharesItsOneWordWith(PersonName other) {
        return (!hasTwoUnits() && within(this, other, 1)) || (!other.hasTwoUnits() && within(other, this, 1));
    }

    private static boolean within(PersonName fewer, PersonName more, int atLeast) {
        return !fewer.parts.isEmpty() && new Comparison(fewer, more).holds(atLeast);
    }

    /** Which words of two names were found to be the same. */
    private static final class Comparison {
        private final PersonName fewer;
        private final PersonName more;
        private final boolean[] inFewer;
        private final boolean[] inMore;
        private final Set<Integer> unitsOfFewer = new HashSet<>();
        private final Set<Integer> unitsOfMore = new HashSet<>();
        private boolean initials;
        private boolean sameSpelling;
        private boolean fullWord;
        private boolean whole;

        Comparison(PersonName fewer, PersonName more) {
            this.fewer = fewer;
            this.more = more;
            this.inFewer = new boolean[fewer.parts.size()];
            this.inMore = new boolean[more.parts.size()];
        }

        boolean holds(int atLeast) {
            matchFullWords(true);
            matchFullWords(false);
            matchDivided(fewer, inFewer, unitsOfFewer, more, inMore, unitsOfMore);
            matchDivided(more, inMore, unitsOfMore, fewer, inFewer, unitsOfFewer);
            matchUnits(fewer, inFewer, unitsOfFewer, more, inMore, unitsOfMore);
            matchUnits(more, inMore, unitsOfMore, fewer, inFewer, unitsOfFewer);
            matchInitials();
            for (int i = 0; i < inFewer.length; i++) {
                if (!inFewer[i] && !fewer.variants.isParticle(fewer.parts.get(i).word())) {
                    return false;
                }
            }
            boolean enough = Math.min(unitsOfFewer.size(), unitsOfMore.size()) >= atLeast || whole || everyWord();
            return fullWord && enough && (!initials || sameSpelling);
        }

        private boolean everyWord() {
            for (boolean[] all : List.of(inFewer, inMore)) {
                for (boolean each : all) {
                    if (!each) {
                        return false;
                    }
                }
            }
            return Math.max(fewer.units.size(), more.units.size()) > 1;
        }

        private void matchFullWords(boolean sameWordOnly) {
            for (int i = 0; i < inFewer.length; i++) {
                Part one = fewer.parts.get(i);
                for (int j = 0; j < inMore.length && !inFewer[i]; j++) {
                    Part other = more.parts.get(j);
                    boolean same = one.word().equals(other.word());
                    if (!inMore[j] && (same || (!sameWordOnly && !Collections.disjoint(one.forms(), other.forms())))) {
                        cover(i, j);
                        boolean family = !one.initial() && !fewer.variants.isParticle(one.word());
                        fullWord |= family;
                        sameSpelling |= family && Spelling.loose(one.word()).equals(Spelling.loose(other.word()));
                        whole |= same && isWholeName(one.word());
                        if (!family && !one.initial()) {
                            // A shared particle, such as "van", is no word of a name.
                            unitsOfFewer.remove(one.unit());
                        }
                    }
                }
            }
        }

        private void cover(int i, int j) {
            inFewer[i] = true;
            inMore[j] = true;
            unitsOfFewer.add(fewer.parts.get(i).unit());
            unitsOfMore.add(more.parts.get(j).unit());
        }

        private void matchInitials() {
            for (int i = 0; i < inFewer.length; i++) {
                Part one = fewer.parts.get(i);
                for (int j = 0; j < inMore.length && !inFewer[i]; j++) {
                    Part other = more.parts.get(j);
                    if (!inMore[j]
                            && (one.initial() || other.initial())
                            && one.word().charAt(0) == other.word().charAt(0)) {
                        cover(i, j);
                        initials = true;
                    }
                }
            }
        }

        /** A word of one name is written in several words in the other. */
        private void matchDivided(
                PersonName joined,
                boolean[] inJoined,
                Set<Integer> unitsOfJoined,
                PersonName divided,
                boolean[] inDivided,
                Set<Integer> unitsOfDivided) {
            for (int i = 0; i < inJoined.length; i++) {
                Part one = joined.parts.get(i);
                List<Integer> found = new ArrayList<>();
                if (!inJoined[i]
                        && NameVariants.divides(one.word())
                        && divide(one.word(), divided, inDivided, MOST_PARTS, found)) {
                    inJoined[i] = true;
                    unitsOfJoined.add(one.unit());
                    found.forEach(each -> {
                        inDivided[each] = true;
                        unitsOfDivided.add(divided.parts.get(each).unit());
                    });
                    fullWord = true;
                    sameSpelling = true;
                }
            }
        }

        /** A unit written together is another spelling of a word: {@code Lee-Anne} and {@code Leanne}. */
        private void matchUnits(
                PersonName joined,
                boolean[] inJoined,
                Set<Integer> unitsOfJoined,
                PersonName other,
                boolean[] inOther,
                Set<Integer> unitsOfOther) {
            for (int i = 0; i + 1 < inJoined.length; i++) {
                int unit = joined.parts.get(i).unit();
                if (inJoined[i] || inJoined[i + 1] || joined.parts.get(i + 1).unit() != unit) {
                    continue;
                }
                String together =
                        joined.parts.get(i).word() + joined.parts.get(i + 1).word();
                for (int part : other.named(together)) {
                    if (!inOther[part] && !inJoined[i]) {
                        inJoined[i] = true;
                        inJoined[i + 1] = true;
                        inOther[part] = true;
                        unitsOfJoined.add(unit);
                        unitsOfOther.add(other.parts.get(part).unit());
                        fullWord = true;
                    }
                }
            }
        }

        /** Finds parts that are the word when written together. Only a prefix that is a part leads to further search. */
        private static boolean divide(
                String word, PersonName divided, boolean[] taken, int atMost, List<Integer> found) {
            if (!found.isEmpty()) {
                for (int part : divided.named(word)) {
                    if (!taken[part] && !found.contains(part)) {
                        found.add(part);
                        return true;
                    }
                }
            }
            for (int at = 1; at < word.length() && atMost > 1; at++) {
                for (int part : divided.named(word.substring(0, at))) {
                    if (!taken[part] && !found.contains(part)) {
                        found.add(part);
                        if (divide(word.substring(at), divided, taken, atMost - 1, found)) {
                            return true;
                        }
                        found.remove(Integer.valueOf(part));
                    }
                }
            }
            return false;
        }
    }

    /** The parts that may be this word. */
    private Set<Integer> named(String word) {
        if (byForm.isEmpty()) {
            for (int part = 0; part < parts.size(); part++) {
                int each = part;
                parts.get(part).forms().forEach(form -> byForm.computeIfAbsent(form, key -> new TreeSet<>())
                        .add(each));
            }
        }
        Set<Integer> named = new TreeSet<>();
        variants.forms(word).forEach(form -> named.addAll(byForm.getOrDefault(form, Set.of())));
        return named;
    }
}
