package org.teestriage.casework.decisionsupport;

import io.smallrye.config.ConfigMapping;

/** From how many on look-ups of known children are a security event. House rules, to be confirmed with the partnerships. */
@ConfigMapping(prefix = "tees-triage.guessing")
interface GuessSettings {

    /** Concerns whose children one person looks up in an hour. */
    int lookUpsPerHour();

    /** Postcodes that one member of hub staff gives a child of one name within a day. */
    int postcodesPerName();
}
