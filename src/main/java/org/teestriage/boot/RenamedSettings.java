package org.teestriage.boot;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.Map;

/**
 * Refuses a setting of the previous release, which would otherwise be ignored silently. When the new one is read, which is
 * before anything starts or migrates.
 */
public class RenamedSettings implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    /** The old name by the new one. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("tees-triage.http.max-concurrent-requests", "tees-triage.most-at-once"),
            Map.entry("tees-triage.http.body-timeout", "tees-triage.body-within"),
            Map.entry("tees-triage.http.max-body-memory", "tees-triage.bodies-at-most"),
            Map.entry("tees-triage.break-glass.duration", "tees-triage.glass-stays-broken-for"),
            Map.entry("tees-triage.forms.token-key", "tees-triage.form-key"),
            Map.entry("tees-triage.drafts.key", "tees-triage.draft-key"),
            Map.entry("tees-triage.drafts.previous-key", "tees-triage.draft-key-before"),
            Map.entry("tees-triage.engine.enabled", "tees-triage.engine"),
            Map.entry("tees-triage.engine.timers-enabled", "tees-triage.timers"),
            Map.entry("tees-triage.engine.timers-lease", "tees-triage.timers-lease"),
            Map.entry("tees-triage.monitoring.running", "tees-triage.watch.running"),
            Map.entry("tees-triage.monitoring.every", "tees-triage.watch.every"),
            Map.entry("tees-triage.delivery.running", "tees-triage.courier.running"),
            Map.entry("tees-triage.delivery.attempt-timeout", "tees-triage.courier.budget"),
            Map.entry("tees-triage.delivery.lease", "tees-triage.courier.lease"),
            Map.entry("tees-triage.delivery.retries", "tees-triage.courier.retries"),
            Map.entry("tees-triage.delivery.give-up-after", "tees-triage.courier.give-up-after"),
            Map.entry("tees-triage.delivery.cool-down", "tees-triage.courier.rest"));

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        String before = RENAMED.get(name);
        if (before != null) {
            ConfigValue old = context.proceed(before);
            if (old != null && old.getValue() != null) {
                throw new IllegalStateException("The setting %s was renamed. Give %s instead.".formatted(before, name));
            }
        }
        return context.proceed(name);
    }
}
