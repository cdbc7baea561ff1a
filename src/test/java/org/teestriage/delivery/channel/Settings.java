package org.teestriage.delivery.channel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.teestriage.delivery.DeliverySettings;

record Settings(String mailHost, int mailPort, Encryption encryption, List<String> allowed, Optional<Path> authorities)
        implements ChannelSettings, ChannelSettings.Mail {

    Settings(int mailPort, Encryption encryption, List<String> allowed) {
        this("127.0.0.1", mailPort, encryption, allowed, Optional.empty());
    }

    @Override
    public Optional<List<String>> privateAddressesAllowed() {
        return Optional.of(allowed);
    }

    @Override
    public ChannelSettings.Mail mail() {
        return this;
    }

    @Override
    public Optional<String> host() {
        return Optional.of(mailHost);
    }

    @Override
    public int port() {
        return mailPort;
    }

    @Override
    public Optional<String> user() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public Optional<String> from() {
        return Optional.of("hub@triage.example");
    }

    /** Delivery settings with this timeout per attempt. */
    record Delivery(Duration attemptTimeout) implements DeliverySettings {

        @Override
        public boolean running() {
            return false;
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(3);
        }

        @Override
        public List<Duration> retries() {
            return List.of(Duration.ofSeconds(10));
        }

        @Override
        public Duration giveUpAfter() {
            return Duration.ofDays(5);
        }

        @Override
        public Duration coolDown() {
            return Duration.ofSeconds(5);
        }
    }
}
