package org.teestriage.delivery.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where letters may go, and the server that takes our mail. */
@ConfigMapping(prefix = "tees-triage.channel")
interface ChannelSettings {

    /** Private addresses that letters may go to all the same, such as a partner in the same network: {@code 10.1.2.3} or {@code 10.1.2.0/24}. */
    Optional<List<String>> privateAddressesAllowed();

    Mail mail();

    /** The mail server. Without a host no mail is sent, and a person is called instead. */
    interface Mail {
        Optional<String> host();

        @WithDefault("587")
        int port();

        Optional<String> user();

        Optional<String> password();

        Optional<String> from();

        /** The authorities whose certificate the server shows, in a PEM file, where they are not the public ones. */
        Optional<Path> authorities();

        @WithDefault("STARTTLS")
        Encryption encryption();
    }

    /** How the line to the mail server is encrypted. Without any it may only be a private address that is named above. */
    enum Encryption {
        STARTTLS,
        NONE
    }
}
