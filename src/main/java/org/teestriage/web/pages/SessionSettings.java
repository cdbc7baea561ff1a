package org.teestriage.web.pages;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "tees-triage.session")
interface SessionSettings {

    /** Permitted time of inactivity. */
    Duration idle();

    /** Time between the warning and the end of the session. */
    Duration warning();
}
