package org.teestriage.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.directory.Partner.Kind;

public final class Partners {

    /** The placeholder for every platform that is not on file. A user looks up where that platform accepts reports. */
    private static final String ANY_PLATFORM = "any-platform";

    private final List<Partner> all;

    private Partners(List<Partner> all) {
        this.all = all;
        for (Partner one : all) {
            long alike = all.stream()
                    .filter(other -> other.id().equals(one.id()) && other.overlaps(one))
                    .count();
            if (alike > 1) {
                throw new IllegalArgumentException("partner " + one.id() + " is defined twice for the same day");
            }
        }
        for (Kind kind : List.of(Kind.POLICE, Kind.CEOP)) {
            if (lasting(kind).count() != 1) {
                throw new IllegalArgumentException("there is not exactly one partner of the kind " + kind);
            }
        }
        if (lasting(Kind.PLATFORM).noneMatch(each -> each.id().equals(ANY_PLATFORM))) {
            throw new IllegalArgumentException(
                    "there is no platform " + ANY_PLATFORM + " as the placeholder for unlisted platforms");
        }
    }

    /**
     * Reads both files.
     *
     * @throws IllegalArgumentException with the reason, if a file is invalid
     */
    public static Partners read(InputStream partnersYaml, InputStream platformsYaml) {
        return new Partners(Stream.concat(
                        list(partnersYaml, "partners.yaml").partners().stream(),
                        list(platformsYaml, "platforms.yaml").partners().stream())
                .toList());
    }

    private static File list(InputStream yaml, String name) {
        try {
            @Nullable
            File file = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .addModule(new JavaTimeModule())
                    .build()
                    .readValue(yaml, File.class);
            if (file == null) {
                throw new IllegalArgumentException(name + " cannot be used: it is empty");
            }
            return file;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + " cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record File(List<Partner> partners) {
        File {
            partners = Preconditions.list(partners, "partners");
        }
    }

    private Stream<Partner> lasting(Kind kind) {
        return all.stream().filter(each -> each.kind() == kind && each.areas().isEmpty() && each.until() == null);
    }

    public List<Partner> on(LocalDate day) {
        return all.stream().filter(each -> each.holdsOn(day)).toList();
    }

    /** The partner as of this day. Empty if it is not on file any more; letters cannot be sent then. */
    public Optional<Partner> find(String id, LocalDate day) {
        return on(day).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * CEOP, or the police force of Tees: there is one of each.
     *
     * @throws IllegalStateException if none is on file on this day
     */
    public Partner only(Kind kind, LocalDate day) {
        return on(day).stream()
                .filter(each -> each.kind() == kind && each.areas().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + kind + " is on file on " + day));
    }

    /** The social care, the LADO or the police force outside Tees of an authority; empty if not on file. */
    public Optional<Partner> of(Kind kind, String authority, LocalDate day) {
        return on(day).stream()
                .filter(each -> each.kind() == kind && each.serves(authority))
                .findFirst();
    }

    /** The platform with this name, as typed by a user, or else the placeholder for unlisted platforms. */
    public Partner platform(String typed, LocalDate day) {
        List<Partner> platforms =
                on(day).stream().filter(each -> each.kind() == Kind.PLATFORM).toList();
        return platforms.stream()
                .filter(each -> each.isCalled(typed))
                .findFirst()
                .or(() -> platforms.stream()
                        .filter(each -> each.id().equals(ANY_PLATFORM))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("no platform is on file on " + day));
    }

    /** Whether this is the placeholder for platforms that are not on file. */
    public boolean stands(Partner platform) {
        return platform.id().equals(ANY_PLATFORM);
    }
}
