package org.teestriage.delivery;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.MDC;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Partners;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Cause;
import org.teestriage.letter.LetterPrintService;

/**
 * Delivers letters to partners: leases a letter in one transaction, sends it outside any transaction, and records the
 * result in another. Each partner has its own lanes (concurrent workers), so that a slow partner delays no other.
 */
@ApplicationScoped
public class Courier {

    /** The MDC key for the concern that a lane works on. */
    private static final String CONCERN = "concern";

    private static final String JOB = "courier";
    private static final int LAST_TO_START = 200;
    private static final int MAX_LETTERS_PER_LANE_RUN = 50;

    private final DeliveryQueue deliveryQueue;
    private final Partners partners;
    private final DeliveryRecorder deliveryRecorder;
    private final DeliverySettings settings;
    private final InstantSource time;
    private final Map<Transport, LetterChannel> channels = new EnumMap<>(Transport.class);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final CoolDowns coolDowns;
    private final ExecutorService lanes = Executors.newCachedThreadPool();
    private final Scheduler scheduler;
    private final LetterPrintService letterPrintService;

    public Courier(
            DeliveryQueue deliveryQueue,
            Partners partners,
            DeliveryRecorder deliveryRecorder,
            DeliverySettings settings,
            InstantSource time,
            Scheduler scheduler,
            LetterPrintService letterPrintService,
            @All List<LetterChannel> channels) {
        this.deliveryQueue = deliveryQueue;
        this.partners = partners;
        this.deliveryRecorder = deliveryRecorder;
        this.settings = settings;
        this.coolDowns = new CoolDowns(settings.coolDown());
        this.time = time;
        this.scheduler = scheduler;
        this.letterPrintService = letterPrintService;
        channels.forEach(channel -> this.channels.put(channel.wire(), channel));
    }

    void start(@Observes @Priority(LAST_TO_START) StartupEvent event) {
        if (settings.running()) {
            var unused = scheduler
                    .newJob(JOB)
                    .setInterval("1s")
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setTask(execution -> lookAround())
                    .schedule();
        }
    }

    /** Does not wait for the lanes: the next run may already find others free. */
    private void lookAround() {
        CompletableFuture<Void> unused = round();
    }

    /** An attempt that shutdown interrupts ends as in a crash: another node sends the letter under the same key. */
    void stop(@Observes ShutdownEvent event) {
        var unused = scheduler.unscheduleJob(JOB);
        lanes.shutdownNow();
    }

    /**
     * Starts free lanes for all partners with due letters.
     *
     * @return completes when the started lanes have no more work
     */
    public CompletableFuture<Void> round() {
        List<CompletableFuture<Void>> started = new ArrayList<>();
        lane("chasing", deliveryRecorder::chase).ifPresent(started::add);
        lane("printing", () -> letterPrintService.printNew(time.instant())).ifPresent(started::add);
        try {
            Instant now = time.instant();
            for (String partner : deliveryQueue.due(now)) {
                int free = coolDowns.lasts(partner, now) ? 0 : atOnce(partner, now);
                for (int number = 1; number <= free; number++) {
                    lane(partner + "#" + number, () -> carry(partner)).ifPresent(started::add);
                }
            }
        } catch (RuntimeException noDatabase) {
            failed(noDatabase);
        }
        return CompletableFuture.allOf(started.toArray(CompletableFuture[]::new));
    }

    private int atOnce(String partner, Instant now) {
        return partners.find(partner, BusinessClock.dateOf(now))
                .map(known -> known.atOnce())
                .orElse(1);
    }

    private Optional<CompletableFuture<Void>> lane(String name, Runnable work) {
        if (!busy.add(name)) {
            return Optional.empty();
        }
        return Optional.of(CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException unexpected) {
                        failed(unexpected);
                    } finally {
                        MDC.remove(CONCERN);
                        busy.remove(name);
                    }
                },
                lanes));
    }

    private void carry(String partner) {
        for (int carried = 0; carried < MAX_LETTERS_PER_LANE_RUN; carried++) {
            Instant now = time.instant();
            Optional<DeliveryJob> parcel =
                    coolDowns.lasts(partner, now) ? Optional.empty() : deliveryQueue.take(partner, now);
            if (parcel.isEmpty()) {
                return;
            }
            MDC.put(CONCERN, parcel.get().reference().value());
            DeliveryJob job = printed(parcel.get());
            DeliveryResult outcome = send(job);
            coolDowns.after(outcome, partner, now);
            deliveryRecorder.ended(job, outcome);
        }
    }

    private DeliveryJob printed(DeliveryJob job) {
        try {
            return deliveryQueue.printed(job);
        } catch (RuntimeException notPrinted) {
            failed(notPrinted);
            return job;
        }
    }

    private DeliveryResult send(DeliveryJob parcel) {
        if (parcel.isUnprinted()) {
            return DeliveryResult.later(Cause.NOT_PRINTED);
        }
        if (parcel.partner().isEmpty()) {
            return new DeliveryResult.ForAPerson(Cause.NOT_ON_FILE);
        }
        LetterChannel channel = channels.get(parcel.wire());
        if (channel == null) {
            return new DeliveryResult.ForAPerson(Cause.FOR_A_PERSON);
        }
        try {
            return channel.send(parcel);
        } catch (RuntimeException unexpected) {
            failed(unexpected);
            return new DeliveryResult.Unknown(Cause.CUT_OFF);
        }
    }

    /** Omits the message, which may quote a letter or an address. */
    private static void failed(RuntimeException failed) {
        Log.errorf(
                "courier failed: %s at %s",
                failed.getClass().getName(), failed.getStackTrace().length == 0 ? "?" : failed.getStackTrace()[0]);
    }
}
