package org.teestriage.docs;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Checks that {@code docs/asvs.csv} covers every required item and names existing tests. */
class AsvsTest {

    private static final Path FILE = Path.of("docs/asvs.csv");
    private static final String[] COLUMNS = {"id", "level", "what", "met", "by", "test"};
    private static final Set<String> MET = Set.of("yes", "keycloak");
    private static final Set<String> NOT_MET = Set.of("no", "not applicable");
    private static final int MAX_WORDS = 15;

    /** A section of the standard and its number of items. */
    private record Section(String number, int items) {}

    /**
     * OWASP ASVS 5.0.0: chapters 6 to 10 in full, levels 1 and 2 of the other chapters (which come first in each
     * section), and of level 3 the rule that matters here, that a high-value decision needs two people (2.3.5). Counted
     * in {@code 5.0/docs_en/OWASP_Application_Security_Verification_Standard_5.0.0_en.csv} of github.com/OWASP/ASVS at
     * the tag {@code v5.0.0_release}.
     */
    private static final List<Section> SECTIONS = List.of(
            new Section("1.1", 2),
            new Section("1.2", 9),
            new Section("1.3", 11),
            new Section("1.4", 3),
            new Section("1.5", 2),
            new Section("2.1", 3),
            new Section("2.2", 3),
            new Section("2.3", 5),
            new Section("2.4", 1),
            new Section("3.2", 2),
            new Section("3.3", 4),
            new Section("3.4", 6),
            new Section("3.5", 5),
            new Section("3.7", 2),
            new Section("4.1", 3),
            new Section("4.2", 1),
            new Section("4.3", 2),
            new Section("4.4", 4),
            new Section("5.1", 1),
            new Section("5.2", 3),
            new Section("5.3", 2),
            new Section("5.4", 3),
            new Section("6.1", 3),
            new Section("6.2", 12),
            new Section("6.3", 8),
            new Section("6.4", 6),
            new Section("6.5", 8),
            new Section("6.6", 4),
            new Section("6.7", 2),
            new Section("6.8", 4),
            new Section("7.1", 3),
            new Section("7.2", 4),
            new Section("7.3", 2),
            new Section("7.4", 5),
            new Section("7.5", 3),
            new Section("7.6", 2),
            new Section("8.1", 4),
            new Section("8.2", 4),
            new Section("8.3", 3),
            new Section("8.4", 2),
            new Section("9.1", 3),
            new Section("9.2", 4),
            new Section("10.1", 2),
            new Section("10.2", 3),
            new Section("10.3", 5),
            new Section("10.4", 16),
            new Section("10.5", 5),
            new Section("10.6", 2),
            new Section("10.7", 3),
            new Section("11.1", 2),
            new Section("11.2", 3),
            new Section("11.3", 3),
            new Section("11.4", 4),
            new Section("11.5", 1),
            new Section("11.6", 1),
            new Section("12.1", 3),
            new Section("12.2", 2),
            new Section("12.3", 4),
            new Section("13.1", 1),
            new Section("13.2", 5),
            new Section("13.3", 2),
            new Section("13.4", 5),
            new Section("14.1", 2),
            new Section("14.2", 4),
            new Section("14.3", 3),
            new Section("15.1", 3),
            new Section("15.2", 3),
            new Section("15.3", 7),
            new Section("16.1", 1),
            new Section("16.2", 5),
            new Section("16.3", 4),
            new Section("16.4", 3),
            new Section("16.5", 3),
            new Section("17.1", 1),
            new Section("17.2", 4),
            new Section("17.3", 2));

    /** The number of items by level, from the same file. */
    private static final Map<String, Long> LEVELS = Map.of("1", 70L, "2", 183L, "3", 27L);

    private record Row(String id, String level, String what, String met, String by, String test) {

        static Row of(String[] fields) {
            assertThat(fields).hasSameSizeAs(COLUMNS);
            return new Row(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
        }

        List<String> tests() {
            return test.isEmpty() ? List.of() : List.of(test.split(" ", -1));
        }
    }

    private static List<Row> rows() {
        try (Reader file = Files.newBufferedReader(FILE);
                MappingIterator<String[]> lines = new CsvMapper()
                        .readerFor(String[].class)
                        .with(CsvParser.Feature.WRAP_AS_ARRAY)
                        .readValues(file)) {
            List<String[]> all = lines.readAll();
            assertThat(all.get(0)).containsExactly(COLUMNS);
            return all.stream().skip(1).map(Row::of).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyItemOfTheChaptersIsListedOnceAndNoOther() {
        Stream<String> all = SECTIONS.stream().flatMap(section -> IntStream.rangeClosed(1, section.items())
                .mapToObj(item -> section.number() + "." + item));
        assertThat(rows().stream().map(Row::id)).containsExactlyElementsOf(all.toList());
        assertThat(rows().stream().collect(groupingBy(Row::level, counting()))).isEqualTo(LEVELS);
    }

    @Test
    void everyRowHasARequirementAnAnswerAndTestsWhereItIsMet() {
        for (Row row : rows()) {
            assertThat(row.what().split(" ", -1)).as(row.id()).hasSizeBetween(2, MAX_WORDS);
            assertThat(row.by()).as(row.id()).matches("\\S.*\\S\\.");
            if (MET.contains(row.met())) {
                assertThat(row.tests()).as(row.id()).isNotEmpty().doesNotHaveDuplicates();
            } else {
                assertThat(row.met()).as(row.id()).isIn(NOT_MET);
                assertThat(row.tests()).as(row.id()).isEmpty();
            }
        }
        System.out.println("ASVS " + rows().stream().collect(groupingBy(Row::met, counting())));
    }

    @Test
    void everyNamedTestExists() {
        assertThat(rows().stream().flatMap(row -> row.tests().stream()
                        .filter(test -> !isATest(test))
                        .map(test -> row.id() + " " + test)))
                .isEmpty();
    }

    @Test
    void aNameThatIsNoTestIsRecognised() {
        String self = AsvsTest.class.getName();
        assertThat(isATest(self + "#everyNamedTestExists")).isTrue();
        assertThat(isATest(self + "#rows")).as("no test").isFalse();
        assertThat(isATest(self + "#renamed")).as("no method").isFalse();
        assertThat(isATest(self + "Gone#rows")).as("no class").isFalse();
        assertThat(isATest(self)).as("a class").isFalse();
    }

    /** Whether JUnit would run this method. The class is not initialised, because that would start the application. */
    private static boolean isATest(String named) {
        String[] parts = named.split("#", -1);
        if (parts.length != 2) {
            return false;
        }
        try {
            return Arrays.stream(Class.forName(parts[0], false, AsvsTest.class.getClassLoader())
                            .getDeclaredMethods())
                    .filter(method -> method.getName().equals(parts[1]))
                    .anyMatch(method -> method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
