package org.teestriage.boot.monitoring;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.teestriage.deadline.DeadlineRules;

/**
 * Startup and readiness require bank holidays up to the longest possible deadline: a wrong deadline is worse than
 * downtime.
 */
@Singleton
@Readiness
class CalendarReady implements HealthCheck {

    /** Before any bean computes a deadline. */
    private static final int FIRST = 1;

    private final DeadlineRules deadlineRules;
    private final InstantSource time;

    CalendarReady(DeadlineRules deadlineRules, InstantSource time) {
        this.deadlineRules = deadlineRules;
        this.time = time;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        require();
    }

    void require() {
        deadlineRules.gap(time.instant()).ifPresent(gap -> {
            throw new IllegalStateException(gap + " Put the current bank-holidays.json of gov.uk into config/.");
        });
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("bank holidays");
        deadlineRules.gap(time.instant()).ifPresent(gap -> answer.withData("gap", gap));
        return answer.status(deadlineRules.gap(time.instant()).isEmpty()).build();
    }
}
