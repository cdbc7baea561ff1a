package org.teestriage.web.pages.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final Set<String> MEMBERS = new ClassFileImporter()
            .importPath("target/classes").stream()
                    .flatMap(type -> type.getFields().stream().map(field -> nested(type) + "." + field.getName()))
                    .collect(Collectors.toSet());

    private static String nested(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    /** A label under a name that no type has is never shown: the page would fall back to the name in the code. */
    @Test
    void everyLabelBelongsToAFieldOrCodeThatThereIs() throws IOException {
        Properties labels = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/words.properties"))) {
            labels.load(file);
        }
        assertThat(labels.stringPropertyNames())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(MEMBERS).as(key).containsAnyOf(key, key.replaceFirst("\\.[a-z]+$", "")));
    }
}
