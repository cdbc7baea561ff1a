package org.teestriage.decision.signal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Child;
import org.teestriage.platform.text.DatedFile;
import org.teestriage.platform.text.PlainWords;
import org.teestriage.platform.validation.Blanks;

/** Which workers children's social care allocated to a child, by {@code config/allocated-workers.yaml}. */
final class AllocatedWorkers {

    private AllocatedWorkers() {}

    /** The content of allocated-workers.yaml. */
    record File(List<Version> allocatedWorkers) {
        File {
            allocatedWorkers = DatedFile.inOrder(allocatedWorkers);
        }
    }

    record Version(LocalDate from, String source, @Nullable LocalDate lastVerified, List<String> words)
            implements DatedFile.Version {
        Version {
            Objects.requireNonNull(from, "config/allocated-workers.yaml: from is missing");
            Objects.requireNonNull(source, "config/allocated-workers.yaml: a source is missing");
            words = List.copyOf(words);
        }

        private boolean mayName(Child.Worker worker) {
            if (worker.role() == null || Blanks.nothing(worker.role())) {
                return true;
            }
            List<String> role = PlainWords.of(worker.role());
            return words.stream().anyMatch(each -> Collections.indexOfSubList(role, PlainWords.of(each)) >= 0);
        }
    }

    /** Read once. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("allocated-workers.yaml", File.class).allocatedWorkers();
    }

    /** Whether a worker is, or may be, allocated. */
    static boolean mayBeOf(Child child, LocalDate day) {
        Version version = DatedFile.inForce(Holder.VERSIONS, day);
        return child.knownWorkers().stream().anyMatch(version::mayName);
    }
}
