package org.teestriage.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Letter;

/** Deliveries by partner: counts, the oldest unsettled letters, causes of failure. Contains no data of a concern. */
public record DeliveryOverview(Instant at, List<ToPartner> partners) {

    /** A partner that is on file today. */
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

    public record Switched(String by, Instant at, String reason) {}

    /** A letter that has neither been acknowledged nor declared unnecessary. */
    public record Unsettled(
            String dispatchId,
            Letter.State state,
            int attempts,
            Instant since,
            @Nullable Instant nextTry,
            @Nullable String why) {}
}
