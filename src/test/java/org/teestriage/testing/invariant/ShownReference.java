package org.teestriage.testing.invariant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.persistence.Json;

/**
 * A reference that a client was shown for a request body, and its database. Stored in a file, because Quarkus loads
 * classes more than once and the check at the end of the run uses none of its classes.
 */
public record ShownReference(String database, String reference, String contentHash) {

    private static final Path FILE = Path.of(System.getProperty("basedir", ""), "target", "shown")
            .resolve(ProcessHandle.current().pid() + ".txt")
            .toAbsolutePath();

    /** Records what a client was shown for this body. */
    public static ShownReference of(String database, String reference, String body) {
        return new ShownReference(database, reference, hash(Json.write(Json.read(body, Facts.class))));
    }

    public static void remember(String database, String reference, String body) {
        String line = "%s %s %s\n".formatted(database, reference, hash(Json.write(Json.read(body, Facts.class))));
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<ShownReference> of(String database) {
        try {
            return Files.notExists(FILE)
                    ? List.of()
                    : Files.readAllLines(FILE).stream()
                            .map(line -> line.split(" ", 3))
                            .map(words -> new ShownReference(words[0], words[1], words[2]))
                            .filter(shown -> shown.database().equals(database))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void forgetAll() {
        try {
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
