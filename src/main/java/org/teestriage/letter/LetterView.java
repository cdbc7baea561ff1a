package org.teestriage.letter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.directory.Transport;
import org.teestriage.letter.content.LetterChanges;

/**
 * A letter for a reader who may see it: content before approval, delivery afterwards.
 *
 * @param onlyThatItWaits notice that the e-mail contains only a notification, because its channel is not marked secure
 * @param revision number of the edition
 * @param factsRevision revision of the facts that it was written from; absent for a letter of an earlier release
 * @param addsTo the edition that this one adds to; absent for a whole letter
 * @param rewritten what changed, if it takes the place of an edition that was not sent
 * @param contentHash SHA-256 that an approval confirms
 */
public record LetterView(
        Reference reference,
        int number,
        Letter.Purpose purpose,
        String item,
        int revision,
        @Nullable Integer factsRevision,
        @Nullable Integer addsTo,
        @Nullable Rewritten rewritten,
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

    /** What differs from the edition before, which was replaced. */
    public record Rewritten(int letter, int revision, LetterChanges changes) {}

    /**
     * An enclosure, available at {@code …/enclosures/{name}}.
     *
     * @param hash SHA-256 of its bytes; absent, like their number, for the moment until a PDF is made
     */
    public record Enclosed(
            String name,
            String mediaType,
            @Nullable String hash,
            @Nullable Integer bytes) {}

    /** One delivery attempt; without {@code endedAt} its result is unknown. */
    public record Attempt(
            int attempt,
            Transport channel,
            Instant beganAt,
            @Nullable Instant endedAt,
            DeliveryAttempt.@Nullable Ended outcome,
            @Nullable String why) {}
}
