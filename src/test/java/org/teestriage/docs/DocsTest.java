package org.teestriage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is held by a test is held by one that there is. */
class DocsTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    private static final Pattern SOURCE = Pattern.compile("`([\\w/]+\\.java)`");

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| \\d+ \\| `(\\w+)` \\|");

    /** What may stand between the annotation and the method: its parameter, and others. */
    private static final String BETWEEN = "(\\([^)]*\\))?\\s*(@\\w+(\\([^)]*\\))?\\s*)*";

    @ParameterizedTest
    @ValueSource(strings = {"docs/threat-model.md", "docs/data-protection.md"})
    void everyTestThatIsNamedIsATest(Path document) throws IOException {
        List<MatchResult> named =
                NAMED.matcher(Files.readString(document)).results().toList();
        assertThat(named).hasSizeGreaterThan(3).allSatisfy(each -> assertThat(sources(each.group(1)))
                .as(each.group())
                .singleElement()
                .satisfies(source -> assertThat(Files.readString(source))
                        .containsPattern("@(Parameterized)?Test\\b" + BETWEEN + "void " + each.group(2) + "\\(")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/architecture.md"})
    void everySourceFileThatIsNamedIsThere(String document) throws IOException {
        assertThat(SOURCE.matcher(Files.readString(Path.of(document))).results())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(Path.of("src/main/java/org/teestriage", each.group(1)))
                        .isRegularFile());
    }

    /** The top-level packages, and no others. */
    @Test
    void thePackageTableOfReadmeIsTheOneThatThereIs() throws IOException {
        List<String> told = PACKAGE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(each -> each.group(1))
                .toList();
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/org/teestriage"))) {
            assertThat(packages.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(told);
        }
    }

    private static List<Path> sources(String className) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.getFileName().toString().equals(className + ".java"))
                    .toList();
        }
    }
}
