package org.teestriage.casework.decisionsupport;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.decisionsupport.ChildMatches.Alike;
import org.teestriage.concern.facts.Child;
import org.teestriage.directory.Postcode;
import org.teestriage.platform.document.Sha256;
import org.teestriage.platform.text.NameKeys;
import org.teestriage.platform.text.NameMatcher;

/**
 * Matching keys of a child, built from the fields that were provided. Each key with a name uses two words of it, so
 * extra words and word order do not matter. If either child has neither date of birth nor postcode, the name alone
 * matches. With the date of birth, one word matches if it is the whole name of one of the children. With the date of
 * birth or the postcode, an initial matches a word.
 *
 * @param typed the name as typed
 * @param words the name as stored beside the keys
 */
record ChildMatchKeys(
        String typed,
        String words,
        NameKeys name,
        @Nullable LocalDate born,
        @Nullable String postcode) {

    static ChildMatchKeys of(Child child) {
        return of(child.name(), child.dateOfBirth(), child.homePostcode());
    }

    static ChildMatchKeys of(@Nullable String name, @Nullable LocalDate born, @Nullable String postcode) {
        String typed = name == null ? "" : name;
        return new ChildMatchKeys(
                typed,
                NameMatcher.words(typed),
                NameMatcher.keys(typed),
                born,
                Postcode.parse(postcode).map(Postcode::value).orElse(null));
    }

    /** Returns the keys to store, for concerns that are raised later. */
    Set<String> kept() {
        Set<String> keys = new TreeSet<>(sure().keySet());
        for (String pair : name.pairs()) {
            keys.add(key("name", pair));
            if (vague()) {
                keys.add(key("vague", pair));
            }
        }
        if (born != null) {
            for (String word : name.singles()) {
                keys.add(key("word born", word, born.toString()));
                if (name.single()) {
                    keys.add(key("only word born", word, born.toString()));
                }
            }
        }
        return keys;
    }

    /**
     * Returns the keys to search for, each with the fields in which a found child is alike. Includes the keys of the
     * release before, for concerns whose keys have not been computed again yet.
     */
    Map<String, Alike> sought() {
        Map<String, Alike> keys = sure();
        for (String pair : name.pairs()) {
            keys.put(key(vague() ? "name" : "vague", pair), Alike.NAME_ALONE);
        }
        if (born != null) {
            for (String word : name.singles()) {
                keys.put(
                        key(name.single() ? "word born" : "only word born", word, born.toString()),
                        Alike.NAME_AND_DATE_OF_BIRTH);
            }
        }
        keys.putAll(new EarlierMatchKeys(typed, born, postcode).sought());
        return keys;
    }

    /** The postcode, to count how many a name was given. */
    @Nullable
    String postcodeKey() {
        return postcode == null ? null : key("postcode", postcode);
    }

    private Map<String, Alike> sure() {
        Map<String, Alike> keys = new TreeMap<>();
        Set<String> names = new TreeSet<>(name.pairs());
        names.addAll(name.initials());
        for (String each : names) {
            if (postcode != null) {
                keys.put(key("at", each, postcode), Alike.NAME_AND_POSTCODE);
            }
            if (born != null) {
                keys.put(key("born", each, born.toString()), Alike.NAME_AND_DATE_OF_BIRTH);
            }
        }
        if (born != null && postcode != null) {
            keys.put(key("born at", born.toString(), postcode), Alike.DATE_OF_BIRTH_AND_POSTCODE);
        }
        return keys;
    }

    /** A shared key is not enough for a match by name: the longer name must contain all words of the shorter. */
    boolean mayBe(String otherWords, Alike found) {
        return found == Alike.DATE_OF_BIRTH_AND_POSTCODE
                || NameMatcher.sameChild(typed, otherWords, found == Alike.NAME_AND_DATE_OF_BIRTH);
    }

    private boolean vague() {
        return born == null && postcode == null;
    }

    /** SHA-256, for a key of fixed length. The prefix keeps these keys apart from those of the release before. */
    private static String key(String... parts) {
        return Sha256.of("2\n" + String.join("\n", parts));
    }
}
