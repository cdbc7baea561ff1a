package org.teestriage.casework.draft;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Secrets from which the encryption keys of drafts are derived. */
@ConfigMapping(prefix = "tees-triage.drafts")
interface DraftSettings {

    /** Absent in command-line runs. */
    Optional<String> key();

    /** The previous secret. Required after a change until the drafts encrypted with it have expired. */
    Optional<String> previousKey();
}
