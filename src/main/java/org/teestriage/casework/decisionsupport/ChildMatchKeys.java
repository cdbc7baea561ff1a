package org.teestriage.casework.decisionsupport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.decisionsupport.ChildMatches.Alike;
import org.teestriage.concern.facts.Child;
import org.teestriage.directory.Postcode;
import org.teestriage.platform.document.Sha256;
import org.teestriage.platform.text.NameMatcher;

/**
 * Matching keys of a child, built from the fields that were provided. Each key with a name uses two words of it, so
 * extra words and word order do not matter. If either child has neither date of birth nor postcode, the name alone
 * matches.
 */
record ChildMatchKeys(
        String words, @Nullable LocalDate born, @Nullable String postcode) {

    /** Words of a name that form keys; further words are ignored. */
    private static final int WORDS = 6;

    static ChildMatchKeys of(Child child) {
        return new ChildMatchKeys(
                child.name() == null ? "" : NameMatcher.words(child.name()),
                child.dateOfBirth(),
                Postcode.parse(child.homePostcode()).map(Postcode::value).orElse(null));
    }

    /** Returns the keys to store, for concerns that are raised later. */
    Set<String> kept() {
        Set<String> marks = new TreeSet<>(sure().keySet());
        for (String pair : pairs()) {
            marks.add(mark("name", pair));
            if (vague()) {
                marks.add(mark("vague", pair));
            }
        }
        return marks;
    }

    /** Returns the keys to search for, each with the fields in which a found child is alike. */
    Map<String, Alike> sought() {
        Map<String, Alike> marks = sure();
        for (String pair : pairs()) {
            marks.put(mark(vague() ? "name" : "vague", pair), Alike.NAME_ALONE);
        }
        return marks;
    }

    private Map<String, Alike> sure() {
        Map<String, Alike> marks = new TreeMap<>();
        for (String pair : pairs()) {
            if (postcode != null) {
                marks.put(mark("at", pair, postcode), Alike.NAME_AND_POSTCODE);
            }
            if (born != null) {
                marks.put(mark("born", pair, born.toString()), Alike.NAME_AND_DATE_OF_BIRTH);
            }
        }
        if (born != null && postcode != null) {
            marks.put(mark("born at", born.toString(), postcode), Alike.DATE_OF_BIRTH_AND_POSTCODE);
        }
        return marks;
    }

    /** Two shared words are not enough for a match by name: the longer name must contain all words of the shorter. */
    boolean mayBe(String otherWords, Alike found) {
        return found == Alike.DATE_OF_BIRTH_AND_POSTCODE || NameMatcher.samePerson(words, otherWords);
    }

    private boolean vague() {
        return born == null && postcode == null;
    }

    private List<String> pairs() {
        List<String> each = words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
        List<String> first = each.subList(0, Math.min(WORDS, each.size()));
        List<String> pairs = new ArrayList<>();
        for (int one = 0; one < first.size(); one++) {
            for (int other = one + 1; other < first.size(); other++) {
                pairs.add(first.get(one) + " " + first.get(other));
            }
        }
        return pairs;
    }

    /** SHA-256, for a key of fixed length. */
    private static String mark(String... what) {
        return Sha256.of(String.join("\n", what));
    }
}
