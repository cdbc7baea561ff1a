package org.teestriage.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java home for a packaged service, with additional options. */
public record Jvm(Path home, List<String> options) {

    /** The first version that stores compiled and linked classes and accepts jars at another path. */
    private static final int KEEPS_LINKED_CLASSES = 25;

    static final Path RECORDED = Path.of("target/node-classes").toAbsolutePath();

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    /** The Java that runs this test. */
    public static Jvm own() {
        return at(Path.of(System.getProperty("java.home")));
    }

    /** For short runs: the fast compiler only, and the classes that this build has recorded, if any. */
    public static Jvm fast() throws IOException {
        Jvm fast = own().with("-XX:TieredStopAtLevel=1");
        return isRecorded() ? fast.rehearsed(RECORDED) : fast;
    }

    /** Whether a run has recorded the classes of the present package. */
    static boolean isRecorded() throws IOException {
        return Files.exists(RECORDED)
                && Files.getLastModifiedTime(RECORDED)
                                .compareTo(Files.getLastModifiedTime(Cluster.PACKAGED.resolve(Cluster.JAR)))
                        > 0;
    }

    public static Jvm at(Path home) {
        return new Jvm(home, List.of("-Duser.timezone=UTC", "-XX:+UseSerialGC", "-Xmx192m"));
    }

    public Path java() {
        return home.resolve("bin/java");
    }

    /** A later option overrides an earlier one. */
    public Jvm with(String... more) {
        return new Jvm(home, Stream.concat(options.stream(), Stream.of(more)).toList());
    }

    /** Records at its end which classes it used. */
    public Jvm rehearsing(Path archive) {
        return with((keepsLinkedClasses() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
    }

    /** Loads its classes from the archive. */
    public Jvm rehearsed(Path archive) {
        return with((keepsLinkedClasses() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
    }

    public boolean keepsLinkedClasses() {
        try {
            String release = Files.readString(home.resolve("release"));
            return VERSION.matcher(release)
                    .results()
                    .anyMatch(found -> Integer.parseInt(found.group(1)) >= KEEPS_LINKED_CLASSES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
