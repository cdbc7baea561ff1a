package org.teestriage.web.keycloak;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.teestriage.platform.document.Sha256;
import org.teestriage.web.keycloak.Keycloak.Said;

/**
 * The current claims of the bearer of a token. Refreshed from Keycloak after {@link Keycloak#FRESH}, so that a revoked
 * or changed account takes effect before its token expires. While Keycloak is down, its last response remains valid, or
 * else the token.
 */
@ApplicationScoped
class IdentityCache {

    private static final int TIDY_ABOVE = 10_000;

    private final Keycloak keycloak;
    private final InstantSource time;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    IdentityCache(Keycloak keycloak, InstantSource time) {
        this.keycloak = keycloak;
        this.time = time;
    }

    /** {@code claims} is empty if Keycloak refused the token. */
    private record Answer(Optional<Claims> claims, MonotonicTime at, Instant until) {}

    /** Empty if Keycloak refuses the token. The caller has verified token and expiry; no result outlives the token. */
    Uni<Optional<Claims>> of(String accessToken, Claims verified, Instant expiry) {
        String key = Sha256.of(accessToken);
        Answer known = answers.get(key);
        if (known != null && Keycloak.isFresh(known.at())) {
            return Uni.createFrom().item(known.claims());
        }
        return keycloak.about(accessToken).map(said -> {
            if (said instanceof Said.Nothing) {
                // The last response instead of the token: an outage must not restore revoked access.
                return known != null ? known.claims() : Optional.of(verified);
            }
            // An access token of another user is treated as refused.
            Optional<Claims> claims =
                    said instanceof Said.Known told && told.claims().subject().equals(verified.subject())
                            ? Optional.of(told.claims())
                            : Optional.empty();
            remember(key, new Answer(claims, MonotonicTime.now(), expiry));
            return claims;
        });
    }

    private void remember(String key, Answer answer) {
        if (answers.size() > TIDY_ABOVE) {
            Instant now = time.instant();
            answers.values().removeIf(old -> old.until().isBefore(now));
        }
        answers.put(key, answer);
    }
}
