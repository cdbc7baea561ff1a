package org.teestriage.casework.decisionsupport;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.decisionsupport.ChildMatches.Alike;
import org.teestriage.platform.document.Sha256;

/**
 * The keys that the release before stored, under its own folding. They are only searched for, so that a concern is found
 * as before until {@link ChildKeysService} has computed its keys again, or if a node of that release still writes. To be
 * deleted with the release after this one.
 */
record EarlierMatchKeys(
        String name, @Nullable LocalDate born, @Nullable String postcode) {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "rev", "prof");
    private static final int WORDS = 6;

    Map<String, Alike> sought() {
        Map<String, Alike> keys = new TreeMap<>();
        boolean vague = born == null && postcode == null;
        for (String pair : pairs()) {
            if (postcode != null) {
                keys.put(key("at", pair, postcode), Alike.NAME_AND_POSTCODE);
            }
            if (born != null) {
                keys.put(key("born", pair, born.toString()), Alike.NAME_AND_DATE_OF_BIRTH);
            }
            keys.put(key(vague ? "name" : "vague", pair), Alike.NAME_ALONE);
        }
        if (born != null && postcode != null) {
            keys.put(key("born at", born.toString(), postcode), Alike.DATE_OF_BIRTH_AND_POSTCODE);
        }
        return keys;
    }

    private List<String> pairs() {
        String plain = ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> first = Arrays.stream(NO_LETTER.split(plain, -1))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .distinct()
                .sorted()
                .limit(WORDS)
                .toList();
        List<String> pairs = new ArrayList<>();
        for (int one = 0; one < first.size(); one++) {
            for (int other = one + 1; other < first.size(); other++) {
                pairs.add(first.get(one) + " " + first.get(other));
            }
        }
        return pairs;
    }

    private static String key(String... parts) {
        return Sha256.of(String.join("\n", parts));
    }
}
