package org.teestriage.web.pages.form;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "tees-triage.forms")
interface FormSettings {

    /** Signing key of form tokens; the same on every node. Absent if the process only executes a command. */
    Optional<String> tokenKey();
}
