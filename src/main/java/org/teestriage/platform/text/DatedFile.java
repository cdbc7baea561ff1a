package org.teestriage.platform.text;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.document.ConfigFile;

/** Rules of the house in a configuration file, as versions with dates and sources. */
public final class DatedFile {

    private DatedFile() {}

    /** {@code lastVerified} is the day on which a person compared the version with its source; null means never. */
    public interface Version {
        LocalDate from();

        String source();

        @Nullable
        LocalDate lastVerified();
    }

    /**
     * Reads a file of the folder {@code config}.
     *
     * @throws UncheckedIOException if the file is not valid
     */
    public static <T> T read(String file, Class<T> type) {
        try (InputStream yaml = ConfigFile.open(file)) {
            return read(yaml, type);
        } catch (IOException e) {
            throw new UncheckedIOException("config/%s cannot be used".formatted(file), e);
        }
    }

    static <T> T read(InputStream yaml, Class<T> type) throws IOException {
        return YAMLMapper.builder()
                // By default, YAML silently keeps the second of two equal keys, which would lose a list.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .addModule(new JavaTimeModule())
                .build()
                .readValue(yaml, type);
    }

    /**
     * Checks the order of versions.
     *
     * @throws IllegalArgumentException if there is no version, or if they are not in ascending order of their dates
     */
    public static <T extends Version> List<T> inOrder(List<T> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("There is no version");
        }
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i - 1).from().isBefore(versions.get(i).from())) {
                throw new IllegalArgumentException("The versions are not in ascending order of their dates: %s"
                        .formatted(versions.get(i).from()));
            }
        }
        return List.copyOf(versions);
    }

    /** The version in force on a day. The first one also holds for earlier days. */
    public static <T extends Version> T inForce(List<T> versions, LocalDate day) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(day))
                .reduce((older, newer) -> newer)
                .orElse(versions.get(0));
    }
}
