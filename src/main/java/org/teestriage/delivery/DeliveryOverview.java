package org.teestriage.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Letter;

/** How letters get to each partner: counts, the oldest that waits, and failures with their cause. Nothing of any concern. */
public record DeliveryOverview(Instant at, List<ToPartner> partners) {

    /** One partner who is on file today. */
    public record ToPartner(
            String partner,
            String name,
            Transport channelOnFile,
            Transport channel,
            @Nullable Switched switched,
            int waiting,
            int underWay,
            int unknown,
            int withoutReceipt,
            int sentBack,
            @Nullable Instant oldestSince,
            List<Unsettled> oldest) {}

    /** Who took another channel, when, and why. */
    public record Switched(String by, Instant at, String reason) {}

    /** A letter that no partner or person has settled. */
    public record Unsettled(
            String dispatchId,
            Letter.State state,
            int attempts,
            Instant since,
            @Nullable Instant nextTry,
            @Nullable String why) {}
}
