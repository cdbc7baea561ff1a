package org.teestriage.timeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

public record Verification(
        String reference,
        boolean whole,
        long entries,
        long erasedDetails,
        @Nullable Fault firstFault) {

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
