package org.teestriage.platform.text;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides whether two names, as typed, may mean the same person or place. Errs towards a match: a manager can admit a
 * user who was excluded by mistake, but a user who was admitted by mistake has already read the concern.
 */
public final class NameMatcher {

    /** A single first name, by which a suspect is often known, does not identify a person. */
    private static final int WORDS_OF_A_PERSON = 2;

    /** Words that occur in the names of many places and distinguish none of them. */
    private static final Set<String> SAY_NOTHING = Set.of(
            "the",
            "of",
            "and",
            "at",
            "st",
            "saint",
            "school",
            "primary",
            "secondary",
            "infant",
            "infants",
            "junior",
            "high",
            "academy",
            "college",
            "nursery",
            "trust",
            "surgery",
            "practice",
            "medical",
            "health",
            "centre",
            "center",
            "clinic",
            "hospital",
            "club",
            "church",
            "group",
            "hub",
            "team",
            "service",
            "services",
            "ltd",
            "limited");

    private NameMatcher() {}

    /** The words of a name in one order and spelling, without titles, for storage and comparison. */
    public static String words(String name) {
        return String.join(" ", split(name, word -> !PlainWords.TITLES.contains(word)));
    }

    /** One name has all words of the other, at least two: {@code Jo Ann Bell}, {@code Bell, Jo}. */
    public static boolean samePerson(String one, String other) {
        return within(
                split(one, word -> !PlainWords.TITLES.contains(word)),
                split(other, word -> !PlainWords.TITLES.contains(word)),
                WORDS_OF_A_PERSON);
    }

    /** One name has all distinguishing words of the other: {@code northfield-school}, {@code Northfield Primary}. */
    public static boolean samePlace(String one, String other) {
        Predicate<String> telling = word -> !SAY_NOTHING.contains(word);
        return within(split(one, telling), split(other, telling), 1);
    }

    private static boolean within(Collection<String> one, Collection<String> other, int atLeast) {
        Collection<String> fewer = one.size() <= other.size() ? one : other;
        Collection<String> more = one.size() <= other.size() ? other : one;
        return fewer.size() >= atLeast && more.containsAll(fewer);
    }

    private static Set<String> split(String name, Predicate<String> kept) {
        return PlainWords.of(name).stream().filter(kept).collect(Collectors.toCollection(TreeSet::new));
    }
}
