package org.teestriage.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision by which the referrer was told something: in approved words, perhaps with a line of our own, when, how and to whom. */
public sealed interface TellsReferrer permits Acknowledgement, ReferrerFeedback {

    String wording();

    @Nullable
    String addition();

    Sent.How how();

    Instant at();

    String toldTo();
}
