package org.teestriage.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.server.RealMySql;

/**
 * The image, unpacked and run as in a cluster: as an unprivileged user, on a read-only file system, without a shell.
 */
class ImageInspection {

    private static final Path IMAGE = Path.of("target/tees-triage-image.tar");
    private static final long MAX_SIZE = 200L << 20;

    @TempDir
    static Path unpacked;

    private static Path root;
    private static JsonNode config;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Path layers = Files.createDirectory(unpacked.resolve("layers"));
        root = Files.createDirectory(unpacked.resolve("root"));
        run("tar", "-xf", IMAGE.toAbsolutePath().toString(), "-C", layers.toString());
        ObjectMapper json = new ObjectMapper();
        JsonNode manifest =
                json.readTree(layers.resolve("manifest.json").toFile()).get(0);
        config = json.readTree(layers.resolve(manifest.get("Config").asText()).toFile())
                .get("config");
        for (JsonNode layer : manifest.get("Layers")) {
            run("tar", "-xpf", layers.resolve(layer.asText()).toString(), "-C", root.toString());
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    void theImageIsSmallAndDefinesItsUserAndEntryPoint() throws IOException {
        long size = Files.size(IMAGE);
        System.out.printf("IMAGE %d MiB, %d layers%n", size >> 20, Files.size(IMAGE) > 0 ? layers() : 0);
        assertThat(size).isLessThan(MAX_SIZE);
        assertThat(config.get("User").asText()).isEqualTo("10001:10001");
        assertThat(config.get("WorkingDir").asText()).isEqualTo("/app");
        assertThat(texts(config.get("Entrypoint")))
                .containsExactly("/opt/java/bin/java", "@/app/java.options", "-jar", "/app/tees-triage.jar");
    }

    private static int layers() throws IOException {
        try (Stream<Path> files = Files.list(unpacked.resolve("layers"))) {
            return (int) files.filter(file -> file.toString().endsWith(".gz")).count();
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void theImageContainsNoShellNoSetuidFileAndNoTestLibrary() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(300);
            assertThat(all)
                    .extracting(file -> root.relativize(file).toString())
                    .noneMatch(name -> name.matches(".*/(sh|bash|dash|busybox|apt|dpkg|su|sudo|javac|jshell|jcmd)")
                            || name.startsWith("unused/")
                            || name.contains("playwright")
                            || name.contains("junit"));
            assertThat(all).noneMatch(ImageInspection::isSetuidOrSetgid);
        }
    }

    private static boolean isSetuidOrSetgid(Path file) {
        try {
            return ((int) Files.getAttribute(file, "unix:mode") & 06000) != 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theImageMigratesAsAnUnprivilegedUserOnAReadOnlyFileSystem() throws IOException, InterruptedException {
        String database = "migrated_by_image";
        String url = RealMySql.shared().database(database);
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork"));
        if (!System.getProperty("user.name").equals("root")) {
            command.add("--map-root-user");
        }
        String inside = String.join(
                " && ",
                "R=" + root.toAbsolutePath(),
                "mount --bind $R $R",
                "mount -o remount,bind,ro $R",
                "mount -t proc proc $R/proc",
                "mount -t tmpfs tmpfs $R/tmp",
                "chmod 1777 $R/tmp",
                "exec chroot " + (command.contains("--map-root-user") ? "" : "--userspec=10001:10001 ") + "$R "
                        + String.join(" ", texts(config.get("Entrypoint"))) + " migrate");
        command.addAll(List.of("bash", "-c", inside));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        texts(config.get("Env")).forEach(pair -> {
            int cut = pair.indexOf('=');
            builder.environment().put(pair.substring(0, cut), pair.substring(cut + 1));
        });
        if (Files.exists(root.resolve("app/classes.aot"))) {
            // Fails where the AOT cache cannot be used, instead of starting slowly.
            builder.environment().merge("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on", "%s %s"::formatted);
        }
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", url);
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", RealMySql.ROOT);
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", RealMySql.ROOT_PASSWORD);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output).contains("The tables are at version");
    }
}
