package org.teestriage.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The bill of materials (CycloneDX) lists all shipped libraries and no test libraries. */
class BillOfMaterialsInspection {

    private static final Path LIBRARIES = Path.of("target/service/lib");

    private static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(Path.of("target/bom.json").toFile());
    }

    private static Stream<JsonNode> components() throws IOException {
        return StreamSupport.stream(bill().get("components").spliterator(), false);
    }

    /** The listed components as "group.name-version", which is how the packaged service names its jars. */
    private static Set<String> listed() throws IOException {
        return components()
                .map(each -> "%s.%s-%s"
                        .formatted(
                                each.path("group").asText(),
                                each.path("name").asText(),
                                each.path("version").asText()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPackagedLibraryIsListed() throws IOException {
        Set<String> listed = listed();
        try (Stream<Path> files = Files.walk(LIBRARIES)) {
            // Quarkus adds jars of its own, depending on the others, that Maven does not know.
            Set<String> shipped = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".jar"))
                    // Quarkus prefixes a library from which it moved or removed classes.
                    .map(file -> file.replaceFirst("^modified-", ""))
                    .map(file -> file.substring(0, file.length() - ".jar".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(shipped).hasSizeGreaterThan(150);
            assertThat(shipped)
                    .allMatch(file -> file.startsWith("io.quarkus.quarkus-")
                            || listed.stream().anyMatch(file::startsWith));
        }
    }

    @Test
    void everyComponentHasAPurlAndHashesAndMostHaveALicence() throws IOException {
        assertThat(bill().get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(components()).allSatisfy(each -> {
            assertThat(each.path("purl").asText()).startsWith("pkg:maven/");
            assertThat(each.path("hashes").size())
                    .as(each.path("name").asText())
                    .isPositive();
        });
        long licensed =
                components().filter(each -> each.path("licenses").size() > 0).count();
        assertThat(licensed).isGreaterThan(components().count() * 9 / 10);
    }

    @Test
    void noTestLibraryIsListed() throws IOException {
        assertThat(listed())
                .noneMatch(name -> name.contains("junit")
                        || name.contains("playwright")
                        || name.contains("greenmail")
                        || name.contains("helm-java"));
    }
}
