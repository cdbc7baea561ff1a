package org.teestriage.channel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.teestriage.dispatch.CourierSettings;

/** Settings as a test needs them. */
record Settings(int mailPort, Encryption encryption, List<String> allowed)
        implements ChannelSettings, ChannelSettings.Mail {

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
        return Optional.of("127.0.0.1");
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

    /** A courier who waits a second for an answer. */
    record Courier() implements CourierSettings {

        @Override
        public boolean running() {
            return false;
        }

        @Override
        public Duration budget() {
            return Duration.ofSeconds(1);
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
        public Duration rest() {
            return Duration.ofSeconds(5);
        }
    }
}
