package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;

/** Information added after a concern was raised. It supplements the first account and never replaces it. */
public sealed interface Addition permits Amendment, DangerReport, Information, PhoneCall {

    /** Whether and how the police were called; null if the addition does not say so. */
    @Nullable
    PoliceContact policeContact();
}
