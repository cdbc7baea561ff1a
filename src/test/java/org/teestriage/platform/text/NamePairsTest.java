package org.teestriage.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The error rates of each use of {@link NameMatcher}, over labelled pairs and over common full names. */
class NamePairsTest {

    private static final double MOST_MISSED = 0.03;
    private static final double MOST_FALSE_OF_NEAR_MISSES = 0.03;
    private static final double MOST_FALSE = 0.001;

    private static final Path PAIRS = Path.of("src/test/resources/names/pairs.tsv");

    /** Invented combinations of common names. The given names are those of different people, and none is a short form of another. */
    private static final List<String> GIVEN = List.of(
            "Oliver",
            "George",
            "Thomas",
            "James",
            "William",
            "David",
            "Michael",
            "Paul",
            "Andrew",
            "Mark",
            "Peter",
            "Susan",
            "Sarah",
            "Margaret",
            "Karen",
            "Emily",
            "Jessica",
            "Amelia",
            "Olivia",
            "Mohammed",
            "Joshua",
            "Laura",
            "Emma",
            "Claire",
            "Robert");

    private static final List<String> FAMILY = List.of(
            "Smith",
            "Jones",
            "Williams",
            "Taylor",
            "Brown",
            "Davies",
            "Evans",
            "Wilson",
            "Thomas",
            "Johnson",
            "Roberts",
            "Walker",
            "Wright",
            "Robinson",
            "Thompson",
            "White",
            "Hughes",
            "Edwards",
            "Green",
            "Hall",
            "Wood",
            "Harris",
            "Martin",
            "Jackson");

    private static final Map<String, BiPredicate<String, String>> USES = Map.of(
            "person",
            NameMatcher::samePerson,
            "child",
            (one, other) -> NameMatcher.sameChild(one, other, false),
            "place",
            NameMatcher::samePlace,
            "line",
            (line, name) -> new LineText(line).names(name));

    private record Pair(String use, String first, String second, boolean same, String kind) {

        static Pair of(String line) {
            String[] fields = line.split("\t", -1);
            assertThat(fields).as(line).hasSize(5);
            assertThat(fields[3]).isIn("SAME", "DIFFERENT");
            return new Pair(fields[0], fields[1], fields[2], fields[3].equals("SAME"), fields[4]);
        }

        boolean found() {
            if (kind.endsWith("date of birth")) {
                return NameMatcher.sameChild(first, second, true) && NameMatcher.sameChild(second, first, true);
            }
            BiPredicate<String, String> matches = comparison(use);
            boolean found = matches.test(first, second);
            if (!use.equals("line")) {
                assertThat(matches.test(second, first))
                        .as("%s the other way round", this)
                        .isEqualTo(found);
            }
            return found;
        }
    }

    private static List<Pair> pairs() throws IOException {
        try (Stream<String> lines = Files.lines(PAIRS, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(Pair::of)
                    .toList();
        }
    }

    @Test
    void atMostThreePercentOfThePairsAreMissed() throws IOException {
        List<Pair> pairs = pairs();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(300);
        for (String use : new TreeSet<>(USES.keySet())) {
            List<Pair> missed = wrong(pairs, use, true);
            List<Pair> found = wrong(pairs, use, false);
            long same = count(pairs, use, true);
            long different = count(pairs, use, false);
            System.out.printf(
                    "NAMES %s: missed %d of %d (%.1f %%) %s, false %d of %d (%.1f %%) %s%n",
                    use,
                    missed.size(),
                    same,
                    100.0 * missed.size() / same,
                    missed,
                    found.size(),
                    different,
                    100.0 * found.size() / different,
                    found);
            assertThat((double) missed.size() / same)
                    .as("missed %s: %s", use, missed)
                    .isLessThanOrEqualTo(MOST_MISSED);
            assertThat((double) found.size() / different)
                    .as("false %s: %s", use, found)
                    .isLessThanOrEqualTo(MOST_FALSE_OF_NEAR_MISSES);
        }
    }

    private static List<Pair> wrong(List<Pair> pairs, String use, boolean same) {
        return pairs.stream()
                .filter(pair -> pair.use().equals(use) && pair.same() == same && pair.found() != same)
                .toList();
    }

    private static BiPredicate<String, String> comparison(String use) {
        return Objects.requireNonNull(USES.get(use), use);
    }

    private static long count(List<Pair> pairs, String use, boolean same) {
        return pairs.stream()
                .filter(pair -> pair.use().equals(use) && pair.same() == same)
                .count();
    }

    /** 300 full names: each given name with twelve of the family names. */
    private static List<String> commonNames() {
        List<String> names = new ArrayList<>();
        for (int given = 0; given < GIVEN.size(); given++) {
            for (int family = 0; family < FAMILY.size() / 2; family++) {
                names.add(GIVEN.get(given) + " " + FAMILY.get((given + 2 * family) % FAMILY.size()));
            }
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "child", "born on one day", "line", "place"})
    void peopleWithCommonNamesAreDistinguished(String use) {
        BiPredicate<String, String> compared =
                switch (use) {
                    case "born on one day" -> (one, other) -> NameMatcher.sameChild(one, other, true);
                    // One word is enough in a line, so people who share a family name would count: every word has to be
                    // found.
                    case "line" -> NamePairsTest::namesBoth;
                    default -> comparison(use);
                };
        List<String> names = commonNames().stream()
                .map(name -> use.equals("place") ? name + " School" : name)
                .toList();
        assertThat(names).doesNotHaveDuplicates().hasSize(300);
        int wrong = 0;
        int pairs = 0;
        List<String> examples = new ArrayList<>();
        for (int one = 0; one < names.size(); one++) {
            for (int other = one + 1; other < names.size(); other++) {
                pairs++;
                if (compared.test(names.get(one), names.get(other))) {
                    wrong++;
                    examples.add(names.get(one) + " = " + names.get(other));
                }
            }
        }
        System.out.printf(
                "NAMES %s: false %d of %d pairs of common names (%.4f %%) %s%n",
                use, wrong, pairs, 100.0 * wrong / pairs, examples);
        assertThat((double) wrong / pairs).isLessThanOrEqualTo(MOST_FALSE);
    }

    /** The line names the person by every word of the name. */
    private static boolean namesBoth(String line, String name) {
        return Stream.of(name.split(" ", -1))
                .allMatch(word -> new LineText("We spoke to %s.".formatted(line)).names(word));
    }
}
