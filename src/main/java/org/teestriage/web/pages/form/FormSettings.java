package org.teestriage.web.pages.form;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of forms. */
@ConfigMapping(prefix = "tees-triage.forms")
interface FormSettings {

    /** Signs form tokens; the same on every node. Absent where only a command runs. */
    Optional<String> tokenKey();
}
