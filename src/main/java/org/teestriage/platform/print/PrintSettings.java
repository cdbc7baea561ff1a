package org.teestriage.platform.print;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "tees-triage.print")
public interface PrintSettings {

    /** Pages of one PDF. A notice on the last page says what is left out and where the whole text is. */
    @WithDefault("200")
    int maxPages();
}
