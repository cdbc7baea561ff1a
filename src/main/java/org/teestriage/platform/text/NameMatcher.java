package org.teestriage.platform.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether two names, as typed, may mean the same person or place. Favours recall: short forms, transliterations,
 * initials and spellings of the same sound match. A manager can admit a user who was excluded by mistake, but a user who
 * was admitted by mistake has already read the concern. {@link LineText} has the other threshold.
 *
 * <p>Both use the folding of {@link PlainWords} and the facts of config/names.yaml. The time is linear in the length of a
 * text; of a name, at most 16 words and 1,000 characters count.
 */
public final class NameMatcher {

    /** The length of a database column, in characters. */
    private static final int STORED = 300;

    private NameMatcher() {}

    /** Identifies the rules and data in force, to find keys that were computed with others. */
    public static String edition() {
        return NameVariants.inForce().edition();
    }

    /** The words of a name in one order and spelling, without titles, for storage and comparison. At most 300 characters. */
    public static String words(String name) {
        StringBuilder words = new StringBuilder();
        for (String unit : new TreeSet<>(new PersonName(name).units())) {
            String separator = words.isEmpty() ? "" : " ";
            if (words.length() + separator.length() + unit.length() > STORED) {
                break;
            }
            words.append(separator).append(unit);
        }
        return words.toString();
    }

    /** Whether a name alone can single out a person: it has two words, or one that is not common. */
    public static boolean identifies(String name) {
        return new PersonName(name).identifies();
    }

    /**
     * Whether the names may be those of one person. One has all words of the other, at least two: {@code Jo Ann Bell},
     * {@code Bell, Jo}, {@code J. Bell}. A name of one word is enough if it is distinctive.
     */
    public static boolean samePerson(String one, String other) {
        PersonName first = new PersonName(one);
        PersonName second = new PersonName(other);
        return first.mayBe(second) || (first.identifies() && second.identifies() && first.sharesItsOneWordWith(second));
    }

    /**
     * Whether the names may be those of one child. A name of one word is enough only with the same date of birth.
     *
     * @param bornOnOneDay whether both children have the same date of birth
     */
    public static boolean sameChild(String one, String other, boolean bornOnOneDay) {
        PersonName first = new PersonName(one);
        PersonName second = new PersonName(other);
        return first.mayBe(second) || (bornOnOneDay && first.sharesItsOneWordWith(second));
    }

    /** Keys under which to store and seek names for {@link #sameChild}. */
    public static NameKeys keys(String name) {
        return NameKeys.of(new PersonName(name));
    }

    /**
     * Whether the names may be those of one place. One has all distinguishing words of the other, and their kinds do
     * not differ: {@code northfield-school}, {@code Northfield Primary}, but not {@code Northfield Surgery}.
     */
    public static boolean samePlace(String one, String other) {
        return new PlaceName(one).mayBe(new PlaceName(other));
    }

    /** The distinguishing words of a place. */
    private static final class PlaceName {
        private final NameVariants variants = NameVariants.inForce();
        private final Set<String> words = new HashSet<>();
        private final Set<String> kinds = new HashSet<>();
        private boolean saint;
        /** One of the words has the ending of a possessive. */
        private boolean possessive;

        PlaceName(String name) {
            List<String> all = PlainWords.joined(name);
            possessive = PlainWords.of(name).contains("s");
            for (String word : all) {
                kinds.addAll(variants.kinds(word));
                if (variants.isSaint(word)) {
                    saint = true;
                } else if (!variants.isOfAnyPlace(word) && !PlainWords.TITLES.contains(word)) {
                    words.add(Spelling.strict(word));
                }
            }
            if (all.size() >= 3 && all.containsAll(List.of("c", "of", "e"))) {
                kinds.addAll(variants.kinds("cofe"));
            }
        }

        boolean mayBe(PlaceName other) {
            boolean otherKind =
                    !kinds.isEmpty() && !other.kinds.isEmpty() && kinds.stream().noneMatch(other.kinds::contains);
            return !otherKind && saint == other.saint && (within(other) || other.within(this));
        }

        private boolean within(PlaceName other) {
            Set<String> covered = new HashSet<>();
            for (String word : words) {
                List<String> same = other.spelled(word, saint || possessive || other.possessive);
                if (same.isEmpty()) {
                    return false;
                }
                covered.addAll(same);
            }
            boolean distinctive = words.stream().anyMatch(word -> !variants.isSharedByPlaces(word));
            return !words.isEmpty() && (distinctive || covered.containsAll(other.words));
        }

        /** The words that are this word together: {@code northfield}, or {@code north} and {@code field}. */
        private List<String> spelled(String word, boolean anyEnding) {
            if (words.contains(word)) {
                return List.of(word);
            }
            for (String each : words) {
                if (anyEnding && singular(each).equals(singular(word))) {
                    return List.of(each);
                }
                if (word.startsWith(each) && words.contains(word.substring(each.length()))) {
                    return List.of(each, word.substring(each.length()));
                }
            }
            return List.of();
        }

        /** A saint's name without the ending of the possessive, which some spellings have and some do not. */
        private static String singular(String word) {
            int end = word.length();
            while (end > 3 && word.charAt(end - 1) == 's') {
                end--;
            }
            return word.substring(0, end);
        }
    }
}
