package org.teestriage.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.DatedFile;

/** The levels of need and the documents that describe them, by {@code config/thresholds.yaml}. */
public final class Thresholds {

    private Thresholds() {}

    /** The content of thresholds.yaml. */
    record File(List<Version> thresholds) {
        File {
            thresholds = DatedFile.inOrder(thresholds);
        }
    }

    /** {@code cited}: what pages and letters say, beside the title of the document. */
    record Level(String id, String cited) {
        Level {
            require(id, "an id");
            require(cited, "cited");
        }
    }

    record Document(String title, List<Level> levels) {
        Document {
            require(title, "a title");
            levels = List.copyOf(levels);
        }
    }

    /** The levels from a day on. */
    public record Version(
            LocalDate from, String source, @Nullable LocalDate lastVerified, List<Document> documents)
            implements DatedFile.Version {
        public Version {
            require(from, "from");
            require(source, "source");
            documents = List.copyOf(documents);
            if (ids(documents).distinct().count() < ids(documents).count()) {
                throw new IllegalArgumentException("config/thresholds.yaml: a level is listed twice");
            }
        }

        private static Stream<String> ids(List<Document> documents) {
            return documents.stream()
                    .flatMap(document -> document.levels().stream().map(Level::id));
        }

        public List<String> ids() {
            return ids(documents).toList();
        }

        /** The level with this id and the title of its document; empty if there is none. */
        public Optional<String> cited(String id) {
            return documents.stream()
                    .flatMap(document -> document.levels().stream()
                            .filter(level -> level.id().equals(id))
                            .map(level -> level.cited() + ": " + document.title()))
                    .findFirst();
        }
    }

    /** Read once, because decisions have no dependencies. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("thresholds.yaml", File.class).thresholds();
    }

    public static Version on(LocalDate day) {
        return DatedFile.inForce(Holder.VERSIONS, day);
    }

    /** The level with its document, by the newest version that lists it; the id itself if none does. */
    static String citedByAny(String id) {
        return Holder.VERSIONS.stream()
                .flatMap(version -> version.cited(id).stream())
                .reduce((older, newer) -> newer)
                .orElse(id);
    }

    private static void require(@Nullable Object value, String what) {
        Objects.requireNonNull(value, () -> "config/thresholds.yaml: %s is missing".formatted(what));
    }
}
