package org.teestriage.letter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.directory.Transport;

/**
 * A letter as its reader gets it, to read before it is approved; and, once it was, how it went. The content hash is what an
 * approval confirms.
 */
public record LetterView(
        Reference reference,
        int number,
        Letter.Purpose purpose,
        String item,
        int revision,
        String recipient,
        Transport channel,
        @Nullable String onlyThatItWaits,
        String text,
        List<Enclosed> enclosures,
        String contentHash,
        Instant preparedAt,
        Letter.State state,
        @Nullable String why,
        @Nullable String approvedBy,
        @Nullable String dispatchId,
        @Nullable Instant nextTry,
        @Nullable Instant deliveredAt,
        @Nullable Instant settledAt,
        @Nullable String theirReference,
        List<Attempt> attempts) {

    /** Something that goes along, read at {@code …/enclosures/{name}}. */
    public record Enclosed(String name, String mediaType, String hash, int bytes) {}

    /** One time it went on its way; without an end nobody knows how it ended. */
    public record Attempt(
            int attempt,
            Transport channel,
            Instant beganAt,
            @Nullable Instant endedAt,
            DeliveryAttempt.@Nullable Ended outcome,
            @Nullable String why) {}
}
