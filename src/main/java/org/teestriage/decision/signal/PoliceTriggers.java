package org.teestriage.decision.signal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.text.DatedFile;

/** Which triggers make harm between children a matter for the police, by {@code config/police-triggers.yaml}. */
public final class PoliceTriggers {

    private PoliceTriggers() {}

    /** The content of police-triggers.yaml. */
    record File(List<Version> policeTriggers) {
        File {
            policeTriggers = DatedFile.inOrder(policeTriggers);
        }
    }

    /** @param because completes "This is not for the safeguarding lead alone, because …" */
    record Row(PoliceTrigger trigger, String because) {
        Row {
            Objects.requireNonNull(trigger, "config/police-triggers.yaml: a trigger is missing");
            Objects.requireNonNull(because, "config/police-triggers.yaml: because is missing");
        }
    }

    record Version(LocalDate from, String source, @Nullable LocalDate lastVerified, List<Row> triggers)
            implements DatedFile.Version {
        Version {
            Objects.requireNonNull(from, "config/police-triggers.yaml: from is missing");
            Objects.requireNonNull(source, "config/police-triggers.yaml: a source is missing");
            triggers = List.copyOf(triggers);
            Set<PoliceTrigger> listed = triggers.stream()
                    .map(Row::trigger)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(PoliceTrigger.class)));
            if (!listed.contains(PoliceTrigger.ADULT_OR_AGE_NOT_KNOWN) || listed.size() < triggers.size()) {
                throw new IllegalArgumentException(
                        "config/police-triggers.yaml: list each trigger once, and ADULT_OR_AGE_NOT_KNOWN always");
            }
        }
    }

    /** Read once, because decisions have no dependencies. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("police-triggers.yaml", File.class).policeTriggers();
    }

    /** Why the police are due; empty for harm between children to which no trigger applies. */
    public static List<String> apply(Facts facts, LocalDate day) {
        Set<PoliceTrigger> applying = PoliceTrigger.of(facts, day)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PoliceTrigger.class)));
        return DatedFile.inForce(Holder.VERSIONS, day).triggers().stream()
                .filter(row -> applying.contains(row.trigger()))
                .map(Row::because)
                .toList();
    }
}
