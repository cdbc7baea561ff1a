package org.teestriage.boot;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses to start in production if a secret is missing, too short, or used twice: a leak or change of one must not
 * affect the others. Messages name settings and never values.
 */
@ApplicationScoped
@UnlessBuildProperty(name = "quarkus.security.users.embedded.enabled", stringValue = "true", enableIfMissing = true)
class ProductionSettings {

    private static final int SHORTEST_SECRET = 32;
    private static final int BEFORE_ALL_OTHERS = 1;
    private static final String PUBLIC_ADDRESS = "tees-triage.http.public-address";
    private static final String DRAFTS_KEY = "tees-triage.drafts.key";
    private static final String PREVIOUS_DRAFTS_KEY = "tees-triage.drafts.previous-key";

    private static final List<String> SECRETS = List.of(
            "quarkus.oidc.credentials.secret", "tees-triage.cookies.key", "tees-triage.forms.token-key", DRAFTS_KEY);

    private final Config config;

    ProductionSettings(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent starting) {
        // A command serves no request and needs none of them.
        boolean serves = config.getOptionalValue("quarkus.http.host-enabled", Boolean.class)
                .orElse(true);
        if (LaunchMode.current() == LaunchMode.NORMAL && serves) {
            fault(name -> config.getOptionalValue(name, String.class)).ifPresent(sentence -> {
                throw new IllegalStateException(sentence);
            });
        }
    }

    /** Describes everything that is wrong, and the remedy. */
    static Optional<String> fault(Function<String, Optional<String>> settings) {
        List<String> faults = new ArrayList<>();
        if (settings.apply(PUBLIC_ADDRESS).isEmpty()) {
            faults.add(PUBLIC_ADDRESS + " is missing (for example https://triage.example)");
        }
        for (String name : SECRETS) {
            Optional<String> value = settings.apply(name);
            if (value.isEmpty()) {
                faults.add(name + " is missing");
            } else if (value.get().length() < SHORTEST_SECRET) {
                faults.add("%s has fewer than %d characters".formatted(name, SHORTEST_SECRET));
            }
            SECRETS.subList(0, SECRETS.indexOf(name)).stream()
                    .filter(other -> value.isPresent() && settings.apply(other).equals(value))
                    .forEach(other -> faults.add("%s is the same as %s".formatted(name, other)));
        }
        // A mistake in a change of the key: drafts under the key before it could not be read.
        Optional<String> previous = settings.apply(PREVIOUS_DRAFTS_KEY);
        if (previous.isPresent() && previous.equals(settings.apply(DRAFTS_KEY))) {
            faults.add(PREVIOUS_DRAFTS_KEY + " is the same as " + DRAFTS_KEY);
        }
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(("The settings cannot be used: %s. Give each secret a value of its own, the same on every"
                                + " node, for example from: openssl rand -base64 33")
                        .formatted(String.join("; ", faults)));
    }
}
