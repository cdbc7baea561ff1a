package org.teestriage.casework.decisionsupport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.decisionsupport.ChildMatches.Alike;
import org.teestriage.concern.facts.Child;
import org.teestriage.directory.Postcode;
import org.teestriage.platform.text.NameMatcher;

/**
 * By what a child can be known again, as far as it was told. Two words of a name that are alike find it however many more
 * there are, and in whatever order; where neither a date of birth nor a postcode is known on one side, the name alone does.
 */
record ChildMatchKeys(
        String words, @Nullable LocalDate born, @Nullable String postcode) {

    /** Of a name with more words than people have, the first few find it. */
    private static final int WORDS = 6;

    static ChildMatchKeys of(Child child) {
        return new ChildMatchKeys(
                child.name() == null ? "" : NameMatcher.words(child.name()),
                child.dateOfBirth(),
                Postcode.parse(child.homePostcode()).map(Postcode::value).orElse(null));
    }

    /** What is kept of a child, for those that come later. */
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

    /** What is looked for, and in what whoever has it is alike. */
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

    /** Whether somebody of these words, found in this way, may be the same: two shared words alone do not say so. */
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

    /** A fingerprint, because it is as long whatever the name is. */
    private static String mark(String... what) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\n", what).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
