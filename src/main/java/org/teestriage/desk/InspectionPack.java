package org.teestriage.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.proof.Witness;
import org.teestriage.timeline.Happened;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.Verification;

/**
 * Everything about one concern that its reader may see, with what is needed to compute every hash of its timeline again:
 * {@code concern.json} of an inspection pack.
 *
 * @param withheld what is held back from this reader, in words
 * @param witness the newest checkpoint that covers an entry; absent where none does yet
 */
record InspectionPack(
        String format,
        Reference reference,
        Instant takenAt,
        String takenBy,
        List<String> withheld,
        Standing standing,
        List<Entry> timeline,
        List<PathView.Done> decisions,
        List<Standing.OpenStep> waiting,
        List<Read> readings,
        List<WallsView.Line> walls,
        List<Standing.LetterLine> letters,
        Verification verification,
        @Nullable Witness witness) {

    static final String FORMAT = "tees-triage-inspection-1";

    /** Why something of an entry is not here. */
    enum Withheld {
        /** The whole entry is not this reader's to see; its hash still stands in the chain. */
        ENTRY,
        /** A part of its details is not; {@code shown} is the rest. */
        DETAILS,
        /** Its details were erased by rule. */
        ERASED
    }

    /**
     * An entry with all that its hash commits to. The details are the exact text that was hashed with the salt; of an entry
     * that is withheld only the sequence and the hash are here.
     */
    record Entry(
            long sequence,
            @Nullable Instant at,
            @Nullable Long atMicros,
            @Nullable String user,
            @Nullable String name,
            @Nullable String role,
            @Nullable String affiliation,
            Happened.@Nullable Kind kind,
            @Nullable String step,
            @Nullable String item,
            @Nullable String sentence,
            @Nullable String salt,
            @Nullable String details,
            @Nullable Object shown,
            @Nullable Withheld withheld,
            @Nullable String detailHash,
            @Nullable String previousHash,
            String hash) {

        static Entry withheld(long sequence, String hash) {
            return new Entry(
                    sequence,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Withheld.ENTRY,
                    null,
                    null,
                    hash);
        }
    }

    /** Somebody looked. */
    record Read(Instant at, String user, String name, String role, String affiliation, Reading.What what) {}
}
