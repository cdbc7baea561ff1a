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

/** Without bank holidays for as far as the longest deadline reaches, the service neither starts nor stays ready: a guessed deadline is worse. */
@Singleton
@Readiness
class CalendarReady implements HealthCheck {

    /** Before anything that counts deadlines. */
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
