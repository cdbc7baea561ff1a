package org.teestriage.letter.content;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "tees-triage.reports")
public interface ReportsSettings {

    Optional<String> organisation();

    Optional<String> contact();

    Optional<String> domain();

    /** The reporter in XARF reports. Without all three settings, platforms receive only plain text. */
    default Optional<ReportingOrganisation> ourselves() {
        return organisation().flatMap(org -> contact()
                .flatMap(contact -> domain().map(own -> new ReportingOrganisation(org, contact, own))));
    }
}
