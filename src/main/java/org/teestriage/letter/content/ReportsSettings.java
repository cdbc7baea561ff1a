package org.teestriage.letter.content;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Under which name, address and domain platforms are told of accounts for machines. Without all three they get plain words alone. */
@ConfigMapping(prefix = "tees-triage.reports")
public interface ReportsSettings {

    Optional<String> organisation();

    Optional<String> contact();

    Optional<String> domain();

    default Optional<ReportingOrganisation> ourselves() {
        return organisation().flatMap(org -> contact()
                .flatMap(contact -> domain().map(own -> new ReportingOrganisation(org, contact, own))));
    }
}
