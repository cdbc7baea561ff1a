package org.teestriage.concern.facts;

import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Spread.Sighting;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

/** Whether images exist, where, and who got them. The service never stores an image. */
public record Images(
        @Nullable Answer exist,

        @AskedWhen(field = "exist", is = "YES") @Nullable @MultiLine
        String heldWhere,

        @AskedWhen(field = "exist", is = "YES") @Nullable @SingleLine
        String heldBy,

        @AskedWhen(field = "exist", is = "YES") @Nullable Answer adultInvolved,
        @AskedWhen(field = "exist", is = "YES") @Nullable Answer childUnder13,
        @AskedWhen(field = "exist", is = "YES") @Nullable Answer madeByAi,

        @AskedWhen(field = "exist", is = "YES") @Nullable @Valid
        Spread spread) {

    public static final Images UNASKED = new Images(null, null, null, null, null, null, null);

    /** The answer to the question; yes also where they were sent to others or seen again. */
    public Answer known() {
        boolean spreadKnown =
                spread != null && (!spread.sentTo().isEmpty() || !standing().isEmpty());
        return spreadKnown ? Answer.YES : Answer.known(exist);
    }

    public List<Sighting> sightings() {
        return spread == null ? List.of() : spread.seenAgain();
    }

    /** The numbers, from 1, of the times they were seen again. */
    public List<Integer> standing() {
        return IntStream.rangeClosed(1, sightings().size())
                .filter(number -> sightings().get(number - 1).stands())
                .boxed()
                .toList();
    }

    public Images withoutSightings() {
        return new Images(
                exist,
                heldWhere,
                heldBy,
                adultInvolved,
                childUnder13,
                madeByAi,
                spread == null ? null : spread.withoutSightings());
    }
}
