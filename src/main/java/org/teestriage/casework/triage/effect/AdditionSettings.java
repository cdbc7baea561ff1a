package org.teestriage.casework.triage.effect;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "tees-triage.additions")
interface AdditionSettings {

    /** How much may be added to one concern in all. */
    MemorySize maxText();

    /** The same for danger. Larger, so that danger can be told whatever was added before. */
    MemorySize maxTextWithDanger();
}
