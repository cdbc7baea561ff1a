package org.teestriage.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped hubs.yaml, and changed copies of it. */
public final class HubsYaml {
    private HubsYaml() {}

    public static Directory shipped() {
        return directory(text());
    }

    static String text() {
        try {
            return Files.readString(Path.of("config/hubs.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Directory directory(String yaml) {
        return Directory.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    /** Fails if the passage is missing, because the test would otherwise pass without a change. */
    static String with(String passage, String replacement) {
        String text = text();
        if (!text.contains(passage)) {
            throw new IllegalArgumentException("hubs.yaml does not contain: " + passage);
        }
        return text.replace(passage, replacement);
    }
}
