package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.server.Cluster;

/**
 * The packaged service contains no accounts, no demo data and no database, and does not start without a database URL.
 */
class ProductionJarIT {

    private static final Path SERVICE = Cluster.PACKAGED.resolve(Cluster.JAR);

    /** Texts of demo and tests. They are searched in the bytes, so that constants and class names are found too. */
    private static final List<String> DEMO_TEXTS =
            List.of("users.embedded.users", "manager.hartlepool", "officer.redcar", "northfield-school", "jdbc:h2:mem");

    /** One entry of the service jar, with its bytes as ISO 8859-1. */
    private record Packed(String place, String content) {

        static Packed of(String place, byte[] bytes) {
            return new Packed(place, new String(bytes, StandardCharsets.ISO_8859_1));
        }

        boolean contains(String text) {
            return content.contains(text);
        }
    }

    private static final List<Packed> FILES = new ArrayList<>();

    @BeforeAll
    static void unpack() throws IOException {
        assertThat(SERVICE).as("run by mvn verify, which packages first").exists();
        try (InputStream file = Files.newInputStream(SERVICE);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                FILES.add(Packed.of("!" + entry.getName(), zip.readAllBytes()));
            }
        }
    }

    @Test
    void theJarContainsTheModelTheSettingsAndTheHubs() {
        assertThat(FILES).anyMatch(each -> each.place().endsWith("!bpmn/response-path.bpmn"));
        assertThat(FILES).anyMatch(each -> each.place().endsWith("!application.properties"));
        assertThat(FILES).anyMatch(each -> each.place().endsWith("!config/hubs.yaml"));
    }

    /** The libraries with which the demo signs in and stores data. */
    @Test
    void noDemoLibraryIsPackaged() throws IOException {
        try (Stream<Path> files = Files.walk(Cluster.PACKAGED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.contains("mysql-connector"))
                    .noneMatch(name -> name.matches(".*(\\bh2-|jdbc-h2|elytron-security-properties).*"));
        }
    }

    @Test
    void theJarContainsNoDemoOrTestConfiguration() {
        assertThat(FILES)
                .extracting(Packed::place)
                .noneMatch(place -> place.matches(".*(application-(demo|test)\\.|world\\.yaml|/demo/).*"));
    }

    @Test
    void theJarContainsNoAccountAndNoDatabaseSettings() {
        for (String text : DEMO_TEXTS) {
            assertThat(FILES)
                    .filteredOn(each -> each.contains(text))
                    .extracting(Packed::place)
                    .as(text)
                    .isEmpty();
        }
        assertThat(FILES)
                .filteredOn(each -> each.place().endsWith("!application.properties"))
                .noneMatch(each -> each.contains("jdbc.url=") || each.contains("password"));
    }

    @Test
    void theServiceDoesNotStartWithoutADatabaseUrl(@TempDir Path nowhere) throws IOException, InterruptedException {
        Process started = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.management.port=0",
                        "-Dquarkus.oidc.auth-server-url=http://127.0.0.1:9/realms/tees-triage",
                        "-jar",
                        SERVICE.toString())
                .directory(nowhere.toFile())
                .redirectErrorStream(true)
                .redirectOutput(nowhere.resolve("said").toFile())
                .start();
        try {
            assertThat(started.waitFor(90, TimeUnit.SECONDS))
                    .as("ends by itself")
                    .isTrue();
            assertThat(started.exitValue()).isNotZero();
            assertThat(Files.readString(nowhere.resolve("said"))).containsIgnoringCase("datasource");
        } finally {
            started.destroyForcibly();
        }
    }
}
