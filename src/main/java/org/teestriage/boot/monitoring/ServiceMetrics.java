package org.teestriage.boot.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.teestriage.timeline.checkpoint.CheckpointService;

/**
 * Refreshes the metrics on a schedule, so that a scrape runs no query. Metrics describe hubs, priorities and partners,
 * never a concern or a person.
 */
@ApplicationScoped
class ServiceMetrics {

    private static final String JOB = "service metrics";
    private static final int LAST_TO_START = 200;
    private static final String OURS = "tees.triage.";
    private static final String SECONDS = "seconds";

    private final MonitoringService monitoringService;
    private final TimelineVerifier timelineVerifier;
    private final CheckpointService checkpointService;
    private final MeterRegistry registry;
    private final InstantSource time;
    private final MonitoringSettings settings;
    private final Scheduler scheduler;
    private final List<Meter> gauges = new ArrayList<>();
    private final Map<String, MultiGauge> tables = new ConcurrentHashMap<>();
    private volatile Instant looked;
    private volatile @Nullable HealthSnapshot latest;
    private volatile boolean noCheckpoint;

    ServiceMetrics(
            MonitoringService monitoringService,
            TimelineVerifier timelineVerifier,
            CheckpointService checkpointService,
            MeterRegistry registry,
            InstantSource time,
            MonitoringSettings settings,
            Scheduler scheduler) {
        this.monitoringService = monitoringService;
        this.timelineVerifier = timelineVerifier;
        this.checkpointService = checkpointService;
        this.registry = registry;
        this.time = time;
        this.settings = settings;
        this.scheduler = scheduler;
        this.looked = time.instant();
    }

    void start(@Observes @Priority(LAST_TO_START) StartupEvent event) {
        gauge("monitoring.age", SECONDS, () -> seconds(Duration.between(looked, time.instant())));
        gauge("engine.incidents", "", () -> vital(HealthSnapshot::engineIncidents));
        gauge("timers.late", SECONDS, () -> vital(vitals -> seconds(vitals.timersLate())));
        gauge("clock.skew", SECONDS, () -> vital(vitals -> seconds(vitals.clockSkew())));
        gauge("guessing.people", "", () -> vital(HealthSnapshot::guessing));
        gauge("checkpoints.alarm", "", () -> noCheckpoint ? 1 : 0);
        gauge("timelines.broken", "", timelineVerifier::broken);
        gauge("timelines.verification.age", SECONDS, () -> seconds(timelineVerifier.sinceRound()));
        if (settings.running()) {
            var unused = scheduler
                    .newJob(JOB)
                    .setInterval(settings.every().toString())
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setTask(execution -> round())
                    .schedule();
        }
    }

    /** Removes the gauges, because the registry outlives the application in live reload and in tests. */
    void stop(@Observes ShutdownEvent event) {
        var unused = scheduler.unscheduleJob(JOB);
        gauges.forEach(registry::remove);
        tables.values().forEach(table -> table.register(List.of(), true));
    }

    private void gauge(String name, String unit, Supplier<Number> value) {
        gauges.add(Gauge.builder(OURS + name, value)
                .baseUnit(unit.isEmpty() ? null : unit)
                .strongReference(true)
                .register(registry));
    }

    /** NaN before the first check, to distinguish "unknown" from zero. */
    private double vital(ToDoubleFunction<HealthSnapshot> of) {
        HealthSnapshot vitals = latest;
        return vitals == null ? Double.NaN : of.applyAsDouble(vitals);
    }

    private void round() {
        try {
            look();
            timelineVerifier.goOn();
        } catch (RuntimeException noDatabase) {
            // Without the exception message, which may quote data from the database. The metric monitoring.age shows
            // the
            // gap.
            Log.errorf("Service check failed: %s", noDatabase.getClass().getName());
        }
    }

    void look() {
        HealthSnapshot vitals = monitoringService.look();
        work(vitals, "queue.waiting", "", HealthSnapshot.Work::waiting);
        work(vitals, "queue.unclaimed", "", HealthSnapshot.Work::unclaimed);
        work(vitals, "queue.oldest.unclaimed", SECONDS, work -> seconds(work.oldest()));
        work(vitals, "deadlines.breached", "", HealthSnapshot.Work::breached);
        each(vitals.hubs(), "hub.unstaffed", "", ServiceMetrics::tags, hub -> hub.unstaffed() ? 1 : 0);
        each(vitals.hubs(), "stand.ins", "", ServiceMetrics::tags, HealthSnapshot.Hub::standIns);
        each(vitals.hubs(), "stand.ins.vacant", "", ServiceMetrics::tags, HealthSnapshot.Hub::vacant);
        each(vitals.letters(), "letters.waiting", "", ServiceMetrics::tags, HealthSnapshot.Letters::waiting);
        each(vitals.letters(), "letters.oldest", SECONDS, ServiceMetrics::tags, letters -> seconds(letters.oldest()));
        noCheckpoint = checkpointService.state().alarm();
        latest = vitals;
        looked = time.instant();
    }

    private void work(HealthSnapshot vitals, String name, String unit, Function<HealthSnapshot.Work, Number> value) {
        each(vitals.work(), name, unit, ServiceMetrics::tags, value);
    }

    private <T> void each(
            Collection<T> rows, String name, String unit, Function<T, Tags> tags, Function<T, Number> value) {
        tables.computeIfAbsent(name, unknown -> MultiGauge.builder(OURS + name)
                        .baseUnit(unit.isEmpty() ? null : unit)
                        .register(registry))
                .register(
                        rows.stream()
                                .<MultiGauge.Row<?>>map(row -> MultiGauge.Row.of(tags.apply(row), value.apply(row)))
                                .toList(),
                        true);
    }

    private static Tags tags(HealthSnapshot.Work work) {
        return Tags.of("hub", work.hub(), "priority", work.priority().name().toLowerCase(Locale.ROOT));
    }

    private static Tags tags(HealthSnapshot.Hub hub) {
        return Tags.of("hub", hub.id());
    }

    private static Tags tags(HealthSnapshot.Letters letters) {
        return Tags.of("partner", letters.partner());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
