package org.teestriage.platform.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words of a name under which it is found again: {@link NameMatcher#sameChild} holds for two names only if they share a
 * key. Neighbouring words count as one word, too, because another person may write them together.
 *
 * @param pairs two words each, in every form
 * @param initials a word and the first letter of another
 * @param singles one word each
 * @param single whether the name is one word
 */
public record NameKeys(Set<String> pairs, Set<String> initials, Set<String> singles, boolean single) {

    /** Words of a name that form keys; further words are ignored. */
    private static final int WORDS = 6;

    /** Limits the rows that one child of many words and short forms causes. Ordinary names have fewer than ten pairs. */
    private static final int MOST_PAIRS = 100;

    public NameKeys {
        pairs = Set.copyOf(pairs);
        initials = Set.copyOf(initials);
        singles = Set.copyOf(singles);
    }

    /** Words from {@code first} to {@code last}, written together. */
    private record Joined(int first, int last, String word, Set<String> forms) {}

    static NameKeys of(PersonName name) {
        NameVariants variants = NameVariants.inForce();
        List<String> words =
                name.words().subList(0, Math.min(WORDS, name.words().size()));
        List<Joined> all = new ArrayList<>();
        for (int first = 0; first < words.size(); first++) {
            String word = "";
            for (int last = first; last < words.size() && last <= first + 2; last++) {
                word += words.get(last);
                // Three words are written together only with particles: "de la Cruz", "Abd al-Rahman".
                if (last < first + 2
                        || variants.isParticle(words.get(first))
                        || variants.isParticle(words.get(first + 1))) {
                    all.add(new Joined(first, last, word, variants.forms(word)));
                }
            }
        }
        // Words as typed come first, so that the limit leaves out only words that are joined.
        all.sort(Comparator.comparingInt(joined -> joined.last() - joined.first()));
        Set<String> pairs = new LinkedHashSet<>();
        Set<String> initials = new LinkedHashSet<>();
        Set<String> singles = new LinkedHashSet<>();
        for (Joined one : all) {
            singles.addAll(one.forms());
            if (PersonName.isWholeName(one.word())) {
                pairs.add("whole+" + one.word());
            }
            for (Joined other : all) {
                if (one.last() < other.first() || other.last() < one.first()) {
                    pair(one, other, pairs);
                    initial(one, other, initials);
                }
            }
        }
        return new NameKeys(limited(pairs), limited(initials), limited(singles), !name.hasTwoUnits());
    }

    private static Set<String> limited(Set<String> keys) {
        return keys.stream().limit(MOST_PAIRS).collect(Collectors.toSet());
    }

    private static void pair(Joined one, Joined other, Set<String> pairs) {
        for (String form : one.forms()) {
            for (String another : other.forms()) {
                pairs.add(form.compareTo(another) <= 0 ? form + "+" + another : another + "+" + form);
            }
        }
    }

    private static void initial(Joined full, Joined initial, Set<String> initials) {
        if (full.word().length() > 1 && initial.word().charAt(0) < 128) {
            initials.add(Spelling.loose(full.word()) + "+" + initial.word().charAt(0));
        }
    }
}
