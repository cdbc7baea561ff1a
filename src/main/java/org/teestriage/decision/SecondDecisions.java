package org.teestriage.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.DatedFile;

/** Which threshold decisions need a second person, and why, by {@code config/second-decisions.yaml}. */
final class SecondDecisions {

    private SecondDecisions() {}

    /** The content of second-decisions.yaml. */
    record File(List<Version> secondDecisions) {
        File {
            secondDecisions = DatedFile.inOrder(secondDecisions);
        }
    }

    record Row(Outcome outcome, String because) {
        Row {
            require(outcome, "an outcome");
            require(because, "because");
        }
    }

    /**
     * The rule from a day on.
     *
     * @param alone outcomes that need a second decision if a child gets no other
     * @param complexFlag why the removal of the complex-abuse flag needs one
     */
    record Version(LocalDate from, String source, @Nullable LocalDate lastVerified, List<Row> alone, String complexFlag)
            implements DatedFile.Version {
        Version {
            require(from, "from");
            require(source, "source");
            require(complexFlag, "complex-flag");
            alone = List.copyOf(alone);
            if (alone.stream().map(Row::outcome).distinct().count() < alone.size()) {
                throw new IllegalArgumentException("config/second-decisions.yaml: an outcome is listed twice");
            }
        }

        /** Why these outcomes of one child need a second decision; empty if they do not. */
        List<String> reasons(Collection<Outcome> outcomes) {
            Map<Outcome, String> because = new EnumMap<>(Outcome.class);
            alone.forEach(row -> because.put(row.outcome(), row.because()));
            return because.keySet().containsAll(outcomes)
                    ? outcomes.stream().map(because::get).distinct().sorted().toList()
                    : List.of();
        }
    }

    /** Read once, because decisions have no dependencies. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("second-decisions.yaml", File.class).secondDecisions();
    }

    static Version on(LocalDate day) {
        return DatedFile.inForce(Holder.VERSIONS, day);
    }

    private static void require(@Nullable Object value, String what) {
        Objects.requireNonNull(value, () -> "config/second-decisions.yaml: %s is missing".formatted(what));
    }
}
