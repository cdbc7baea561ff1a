package org.teestriage.boot;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a setting of the previous release, which would otherwise be ignored silently. The check runs when the new
 * name is read, before anything starts or migrates.
 */
public class RenamedSettings implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    private record Renamed(String now, String before) {}

    private static final List<Renamed> RENAMED = List.of(
            new Renamed("tees-triage.http.max-concurrent-requests", "tees-triage.most-at-once"),
            new Renamed("tees-triage.http.body-timeout", "tees-triage.body-within"),
            new Renamed("tees-triage.http.max-body-memory", "tees-triage.bodies-at-most"),
            new Renamed("tees-triage.break-glass.duration", "tees-triage.glass-stays-broken-for"),
            new Renamed("tees-triage.forms.token-key", "tees-triage.form-key"),
            new Renamed("tees-triage.drafts.key", "tees-triage.draft-key"),
            new Renamed("tees-triage.drafts.previous-key", "tees-triage.draft-key-before"),
            new Renamed("tees-triage.engine.enabled", "tees-triage.engine"),
            new Renamed("tees-triage.engine.timers-enabled", "tees-triage.timers"),
            new Renamed("tees-triage.engine.timers-lease", "tees-triage.timers-lease"),
            new Renamed("tees-triage.monitoring.running", "tees-triage.watch.running"),
            new Renamed("tees-triage.monitoring.every", "tees-triage.watch.every"),
            new Renamed("tees-triage.delivery.running", "tees-triage.courier.running"),
            new Renamed("tees-triage.delivery.attempt-timeout", "tees-triage.courier.budget"),
            new Renamed("tees-triage.delivery.lease", "tees-triage.courier.lease"),
            new Renamed("tees-triage.delivery.retries", "tees-triage.courier.retries"),
            new Renamed("tees-triage.delivery.give-up-after", "tees-triage.courier.give-up-after"),
            new Renamed("tees-triage.delivery.cool-down", "tees-triage.courier.rest"));

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        for (Renamed setting : RENAMED) {
            if (setting.now().equals(name) && isGiven(context.proceed(setting.before()))) {
                throw new IllegalStateException(
                        "The setting %s was renamed. Give %s instead.".formatted(setting.before(), name));
            }
        }
        return context.proceed(name);
    }

    private static boolean isGiven(@Nullable ConfigValue value) {
        return value != null && value.getValue() != null;
    }
}
