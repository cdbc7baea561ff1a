package org.teestriage.boot.monitoring;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.timeline.Verification;

/** Goes round all timelines for ever, a page at a time, and proves that they are whole. Each node makes its own round. */
@ApplicationScoped
class TimelineVerifier {

    private final TimelineVerificationService timelineVerificationService;
    private final InstantSource time;
    private volatile Instant wentRound;
    private volatile long brokenLastTime;
    private volatile long broken;
    private @Nullable String last;

    TimelineVerifier(TimelineVerificationService timelineVerificationService, InstantSource time) {
        this.timelineVerificationService = timelineVerificationService;
        this.time = time;
        this.wentRound = time.instant();
    }

    /** Verifies the next page; where there is none, a round has ended and the next begins. */
    synchronized void goOn() {
        List<Verification> page = timelineVerificationService.verifyBesideWorkAfter(last);
        if (page.isEmpty()) {
            wentRound = time.instant();
            brokenLastTime = broken;
            broken = 0;
            last = null;
            return;
        }
        for (Verification each : page) {
            last = each.reference();
            each.fault().ifPresent(fault -> {
                broken++;
                Log.errorf("%s is NOT whole: entry %d: %s", each.reference(), fault.sequence(), fault.sentence());
            });
        }
    }

    /** Since every timeline was looked at; since the start, where that has not been yet. */
    Duration sinceRound() {
        return Duration.between(wentRound, time.instant());
    }

    /** How many timelines are not whole, as far as the rounds have come: what one found stands until the next has ended. */
    long broken() {
        return Math.max(broken, brokenLastTime);
    }
}
