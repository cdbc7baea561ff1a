package org.teestriage.delivery.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "tees-triage.channel")
interface ChannelSettings {

    /** Private addresses that letters may go to, such as a partner's: {@code 10.1.2.3} or {@code 10.1.2.0/24}. */
    Optional<List<String>> privateAddressesAllowed();

    Mail mail();

    /** The mail server. Without a host, no mail is sent, and users must deliver these letters. */
    interface Mail {
        Optional<String> host();

        @WithDefault("587")
        int port();

        Optional<String> user();

        Optional<String> password();

        Optional<String> from();

        /** A PEM file with the CA certificates of the mail server, if it does not use a public CA. */
        Optional<Path> authorities();

        @WithDefault("STARTTLS")
        Encryption encryption();
    }

    /** Encryption of the mail connection. {@code NONE} requires an address that is explicitly allowed above. */
    enum Encryption {
        STARTTLS,
        NONE
    }
}
