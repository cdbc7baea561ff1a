package org.teestriage.casework.draft;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The secrets from which the encryption keys of drafts are derived. */
@ConfigMapping(prefix = "tees-triage.drafts")
interface DraftSettings {

    /** Absent where only a command runs. */
    Optional<String> key();

    /** The key before the last change, until the drafts encrypted with it have expired. */
    Optional<String> previousKey();
}
