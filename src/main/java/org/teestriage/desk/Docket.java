package org.teestriage.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.timeline.ReadLog;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.Timeline;

/** Hands out concerns to those who may have them: to read, or locked to change. What is not theirs is absent. */
@ApplicationScoped
class Docket {

    private final Concerns concerns;
    private final Timeline timeline;
    private final ReadLog readLog;
    private final InstantSource time;

    Docket(Concerns concerns, Timeline timeline, ReadLog readLog, InstantSource time) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.readLog = readLog;
        this.time = time;
    }

    /** Moments are kept to the microsecond, so they are taken to the microsecond. */
    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Handling begin(Concern concern, Officer officer) {
        return new Handling(concern, officer, now(), timeline);
    }

    /** A concern to look at; that it is looked at is recorded before anything of it leaves. */
    Concern toRead(Officer officer, Act act, Reference reference, Reading.What what) {
        requireRole(officer, act);
        Concern found = concerns.find(reference)
                .filter(concern -> Access.may(officer, act, ground(concern)))
                .orElseThrow(Refused::absent);
        listed(officer, List.of(reference), what);
        return found;
    }

    /** Records that somebody was shown these concerns. */
    void listed(Officer officer, Collection<Reference> references, Reading.What what) {
        readLog.record(references, what, Handling.signature(officer), now());
    }

    Handling toChange(Officer officer, Act act, Reference reference) {
        requireRole(officer, act);
        return concerns.findToChange(reference)
                .filter(concern -> Access.may(officer, act, ground(concern)))
                .map(concern -> begin(concern, officer))
                .orElseThrow(Refused::absent);
    }

    static void requireRole(Officer officer, Act act) {
        if (!Access.may(officer, act)) {
            throw Refused.notAllowed("Your role does not include this. Ask a manager of your hub if it should.");
        }
    }

    static Access.Ground ground(Concern concern) {
        Set<String> hubs = new HashSet<>();
        concern.parts().forEach(part -> {
            hubs.add(part.hub());
            part.proposedMove().ifPresent(hubs::add);
        });
        return new Access.Ground(concern.agency(), hubs);
    }
}
