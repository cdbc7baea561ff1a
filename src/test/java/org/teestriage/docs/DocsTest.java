package org.teestriage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is held by a test is held by one that there is. */
class DocsTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

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

    private static List<Path> sources(String className) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.getFileName().toString().equals(className + ".java"))
                    .toList();
        }
    }
}
