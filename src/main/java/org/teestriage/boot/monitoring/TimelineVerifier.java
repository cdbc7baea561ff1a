package org.teestriage.boot.monitoring;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.timeline.Verification;

/** Verifies all timelines in an endless loop, one page at a time. Each node runs its own loop. */
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

    /** Verifies the next page. After the last page the round ends and the next call starts a new one. */
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

    /** Time since the last complete round, or since startup if no round is complete yet. */
    Duration sinceRound() {
        return Duration.between(wentRound, time.instant());
    }

    /** Number of broken timelines. A result of one round remains until the next round has ended. */
    long broken() {
        return Math.max(broken, brokenLastTime);
    }
}
