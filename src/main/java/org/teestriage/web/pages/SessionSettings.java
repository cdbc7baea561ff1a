package org.teestriage.web.pages;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of signed-in sessions. */
@ConfigMapping(prefix = "tees-triage.session")
interface SessionSettings {

    /** How long somebody may do nothing. */
    Duration idle();

    /** How long before that they are warned. */
    Duration warning();
}
