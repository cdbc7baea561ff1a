package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;

/** What was told of a concern after it had been raised. It stands beside the first account, never in its place. */
public sealed interface Addition permits DangerReport, Information, PhoneCall {

    /** Whether and how the police were called, if it says so. */
    @Nullable
    PoliceContact policeContact();
}
