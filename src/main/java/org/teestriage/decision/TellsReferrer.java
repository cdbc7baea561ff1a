package org.teestriage.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

public sealed interface TellsReferrer permits Acknowledgement, ReferrerFeedback {

    String wording();

    @Nullable
    String addition();

    Sent.How how();

    Instant at();

    String toldTo();
}
