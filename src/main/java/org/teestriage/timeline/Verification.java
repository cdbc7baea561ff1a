package org.teestriage.timeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a concern's timeline is whole: how many entries were read, how many details are erased, and the first bad entry if any. */
public record Verification(
        String reference,
        boolean whole,
        long entries,
        long erasedDetails,
        @Nullable Fault firstFault) {

    /** The first entry that does not hold, and in what. */
    public record Fault(long sequence, String sentence) {}

    static Verification sound(String reference, long entries, long erased) {
        return new Verification(reference, true, entries, erased, null);
    }

    static Verification broken(String reference, long entries, long erased, long sequence, String sentence) {
        return new Verification(reference, false, entries, erased, new Fault(sequence, sentence));
    }

    public Optional<Fault> fault() {
        return Optional.ofNullable(firstFault);
    }
}
