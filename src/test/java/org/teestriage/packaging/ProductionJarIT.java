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

/** The packaged service holds nobody's account, no made-up world and no database of its own, and does not start without being told one. */
class ProductionJarIT {

    private static final Path SERVICE = Cluster.PACKAGED.resolve(Cluster.JAR);

    /** What only the demo and the tests may know. Looked for in the bytes, so that no class or constant hides it. */
    private static final List<String> NOT_OURS =
            List.of("users.embedded.users", "manager.hartlepool", "officer.redcar", "northfield-school", "jdbc:h2:mem");

    /** One file in the service's own jars, or beside them. */
    private record Packed(String place, String content) {

        static Packed of(String place, byte[] bytes) {
            return new Packed(place, new String(bytes, StandardCharsets.ISO_8859_1));
        }

        boolean says(String text) {
            return content.contains(text);
        }
    }

    private static final List<Packed> OURS = new ArrayList<>();

    @BeforeAll
    static void unpack() throws IOException {
        assertThat(SERVICE).as("run by mvn verify, which packages first").exists();
        try (InputStream file = Files.newInputStream(SERVICE);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                OURS.add(Packed.of("!" + entry.getName(), zip.readAllBytes()));
            }
        }
    }

    @Test
    void holdsTheServiceItself() {
        assertThat(OURS).anyMatch(each -> each.place().endsWith("!bpmn/response-path.bpmn"));
        assertThat(OURS).anyMatch(each -> each.place().endsWith("!application.properties"));
        assertThat(OURS).anyMatch(each -> each.place().endsWith("!config/hubs.yaml"));
    }

    /** Nor what the demo signs in and stores with. */
    @Test
    void noLibraryOfTheDemoIsBesideIt() throws IOException {
        try (Stream<Path> files = Files.walk(Cluster.PACKAGED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.contains("mysql-connector"))
                    .noneMatch(name -> name.matches(".*(\\bh2-|jdbc-h2|elytron-security-properties).*"));
        }
    }

    @Test
    void holdsNoSettingsOfDemoOrTestAndNoMadeUpWorld() {
        assertThat(OURS)
                .extracting(Packed::place)
                .noneMatch(place -> place.matches(".*(application-(demo|test)\\.|world\\.yaml|/demo/).*"));
    }

    @Test
    void knowsNoAccountAndNoDatabaseByItself() {
        for (String text : NOT_OURS) {
            assertThat(OURS)
                    .filteredOn(each -> each.says(text))
                    .extracting(Packed::place)
                    .as(text)
                    .isEmpty();
        }
        assertThat(OURS)
                .filteredOn(each -> each.place().endsWith("!application.properties"))
                .noneMatch(each -> each.says("jdbc.url=") || each.says("password"));
    }

    @Test
    void doesNotStartWithoutBeingToldADatabase(@TempDir Path nowhere) throws IOException, InterruptedException {
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
