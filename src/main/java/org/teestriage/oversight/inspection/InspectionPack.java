package org.teestriage.oversight.inspection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.casework.restriction.RestrictionsView;
import org.teestriage.concern.Reference;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.Verification;
import org.teestriage.timeline.checkpoint.InclusionProof;

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
        ConcernStatus standing,
        List<Entry> timeline,
        List<PathView.Done> decisions,
        List<ConcernStatus.OpenStep> waiting,
        List<Read> readings,
        List<RestrictionsView.Line> restrictions,
        List<ConcernStatus.LetterLine> letters,
        Verification verification,
        @Nullable InclusionProof witness) {

    static final String FORMAT = "tees-triage-inspection-1";

    /** Why something of an entry is not here. */
    enum Withheld {
        /** Who signed it, or words of its sentence, are not this reader's to know; its hash still stands in the chain. */
        WORDS,
        /** A part of its details is not; {@code shown} is the rest. */
        DETAILS,
        /** Its details were erased by rule. */
        ERASED
    }

    /**
     * An entry with all that its hash commits to. The details are the exact text that was hashed with the salt; where its
     * words are withheld, so is the hash of its details.
     */
    record Entry(
            long sequence,
            Instant at,
            long atMicros,
            String user,
            String name,
            String role,
            String affiliation,
            TimelineEvent.Kind kind,
            String step,
            String item,
            String sentence,
            @Nullable String salt,
            @Nullable String details,
            @Nullable Object shown,
            @Nullable Withheld withheld,
            @Nullable String detailHash,
            String previousHash,
            String hash) {}

    /** Somebody looked. */
    record Read(Instant at, String user, String name, String role, String affiliation, Reading.What what) {}
}
