package org.teestriage.testing.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.teestriage.testing.server.RealKeycloak;

/** Tokens of the real Keycloak by user, renewed before they expire. */
public final class Tokens {

    /** A token is valid for five minutes. */
    private static final Duration FRESH = Duration.ofMinutes(4);

    private record Token(String value, Instant until) {}

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    public String of(String user) {
        return tokens.compute(
                        user,
                        (who, known) -> known != null && Instant.now().isBefore(known.until())
                                ? known
                                : new Token(
                                        RealKeycloak.shared().token(who),
                                        Instant.now().plus(FRESH)))
                .value();
    }
}
