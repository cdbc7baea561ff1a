package org.teestriage.letter;

import java.util.Optional;
import org.teestriage.directory.Partner;

/** Whom a letter is to: a partner on file, or somebody whom only a person can find. */
record Recipient(String name, Optional<String> partnerId) {

    static Recipient of(Partner partner) {
        return new Recipient(partner.name(), Optional.of(partner.id()));
    }

    /** A platform that is not on file under the name the agency typed keeps that name. */
    static Recipient named(String name, Partner partner) {
        return new Recipient(name, Optional.of(partner.id()));
    }

    static Recipient unknown(String name) {
        return new Recipient(name, Optional.empty());
    }
}
