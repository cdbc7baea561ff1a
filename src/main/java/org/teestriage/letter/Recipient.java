package org.teestriage.letter;

import java.util.Optional;
import org.teestriage.directory.Partner;

record Recipient(String name, Optional<String> partnerId) {

    static Recipient of(Partner partner) {
        return new Recipient(partner.name(), Optional.of(partner.id()));
    }

    /** A platform without an entry of its own keeps the name that the referrer typed. */
    static Recipient named(String name, Partner partner) {
        return new Recipient(name, Optional.of(partner.id()));
    }

    /** A recipient without a partner entry; a person must find the address. */
    static Recipient unknown(String name) {
        return new Recipient(name, Optional.empty());
    }
}
