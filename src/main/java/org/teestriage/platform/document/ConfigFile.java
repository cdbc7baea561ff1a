package org.teestriage.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Data that practice may change: a file in the folder {@code config} of the working directory, else the one in the jar. */
public final class ConfigFile {

    private ConfigFile() {}

    /**
     * The content of the file.
     *
     * @param name such as {@code hubs.yaml}; an absolute path names a file elsewhere
     */
    public static InputStream open(String name) {
        try {
            Path local = Path.of("config").resolve(name);
            return Files.exists(local)
                    ? Files.newInputStream(local)
                    : Objects.requireNonNull(
                            ConfigFile.class.getClassLoader().getResourceAsStream("config/" + name),
                            "config/" + name + " is missing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
