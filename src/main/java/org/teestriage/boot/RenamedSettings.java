package org.teestriage.boot;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Refuses to start with a setting of the previous release, which would otherwise be ignored silently. */
@ApplicationScoped
class RenamedSettings {

    private static final int BEFORE_EVERYTHING = 1;

    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("tees-triage.most-at-once", "tees-triage.http.max-concurrent-requests"),
            Map.entry("tees-triage.body-within", "tees-triage.http.body-timeout"),
            Map.entry("tees-triage.bodies-at-most", "tees-triage.http.max-body-memory"),
            Map.entry("tees-triage.glass-stays-broken-for", "tees-triage.break-glass.duration"),
            Map.entry("tees-triage.form-key", "tees-triage.forms.token-key"),
            Map.entry("tees-triage.draft-key", "tees-triage.drafts.key"),
            Map.entry("tees-triage.draft-key-before", "tees-triage.drafts.previous-key"),
            Map.entry("tees-triage.engine", "tees-triage.engine.enabled"),
            Map.entry("tees-triage.timers", "tees-triage.engine.timers-enabled"),
            Map.entry("tees-triage.timers-lease", "tees-triage.engine.timers-lease"),
            Map.entry("tees-triage.watch.running", "tees-triage.monitoring.running"),
            Map.entry("tees-triage.watch.every", "tees-triage.monitoring.every"),
            Map.entry("tees-triage.courier.running", "tees-triage.delivery.running"),
            Map.entry("tees-triage.courier.budget", "tees-triage.delivery.attempt-timeout"),
            Map.entry("tees-triage.courier.lease", "tees-triage.delivery.lease"),
            Map.entry("tees-triage.courier.retries", "tees-triage.delivery.retries"),
            Map.entry("tees-triage.courier.give-up-after", "tees-triage.delivery.give-up-after"),
            Map.entry("tees-triage.courier.rest", "tees-triage.delivery.cool-down"));

    void check(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent event, Config config) {
        check(config);
    }

    static void check(Config config) {
        List<String> wrong = RENAMED.entrySet().stream()
                .filter(renamed -> config.getConfigValue(renamed.getKey()).getValue() != null)
                .map(renamed -> "%s is now %s".formatted(renamed.getKey(), renamed.getValue()))
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Settings were renamed: " + String.join("; ", wrong));
        }
    }
}
