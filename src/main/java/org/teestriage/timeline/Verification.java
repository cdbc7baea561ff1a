package org.teestriage.timeline;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of recomputing a timeline.
 *
 * @param erased entries whose details were erased, each with a later entry that tells why
 * @param deleted entries whose details are missing without such an entry; then the timeline is not whole
 */
public record Verification(
        String reference,
        boolean whole,
        long entries,
        List<Long> erased,
        List<Long> deleted,
        @Nullable Fault firstFault) {

    public Verification {
        erased = List.copyOf(erased);
        deleted = List.copyOf(deleted);
    }

    public record Fault(long sequence, String sentence) {}

    public Optional<Fault> fault() {
        return Optional.ofNullable(firstFault);
    }
}
