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
 * The content of {@code concern.json}: all that the reader may see of a concern, with the data to verify its timeline.
 *
 * @param withheld descriptions of the redacted information
 * @param witness the newest checkpoint that covers an entry; absent if there is none yet
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

    /** Why an entry is incomplete. */
    enum Withheld {
        /** The signer or words of the sentence are redacted. The entry's hash remains, so the chain can be verified. */
        WORDS,
        /** The details are redacted; {@code shown} holds the rest, if any. */
        DETAILS,
        /** The details were erased by a deletion rule. */
        ERASED
    }

    /**
     * An entry with the inputs of its hash. {@code details} is the exact text that was hashed with {@code salt}. Where
     * words are withheld, {@code detailHash} is absent.
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

    record Read(Instant at, String user, String name, String role, String affiliation, Reading.What what) {}
}
