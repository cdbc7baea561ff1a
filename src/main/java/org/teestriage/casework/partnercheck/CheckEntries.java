package org.teestriage.casework.partnercheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.decision.check.CheckAct;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.check.PartnerCheck;
import org.teestriage.workflow.check.PartnerChecks;

/** Adds entries to the partner checks of a concern and to its timeline. */
@ApplicationScoped
public class CheckEntries {

    private final PartnerChecks partnerChecks;
    private final CheckReader checkReader;
    private final Timeline timeline;

    CheckEntries(PartnerChecks partnerChecks, CheckReader checkReader, Timeline timeline) {
        this.partnerChecks = partnerChecks;
        this.checkReader = checkReader;
        this.timeline = timeline;
    }

    public void add(ConcernUpdate update, PartnerCheck.Act act) {
        Concern concern = update.concern();
        String by = update.officer().name();
        partnerChecks.add(
                concern.reference(),
                act.act() == CheckAct.ASKED
                        ? new PartnerCheck(concern.reference(), act, asked(concern, act), update.now(), by)
                        : new PartnerCheck(concern.reference(), act, update.now(), by));
        update.record(event(act));
    }

    /** Adds what a system of the partner answered. */
    void answered(Concern concern, PartnerCheck.Act act, Instant now, String by) {
        partnerChecks.add(concern.reference(), new PartnerCheck(concern.reference(), act, now, by));
        timeline.appendByPath(concern, now, event(act));
    }

    private PartnerCheck.Asked asked(Concern concern, PartnerCheck.Act act) {
        return new PartnerCheck.Asked(
                UUID.randomUUID(),
                concern.partOfChild(act.child()).hub(),
                checkReader.of(concern).answerDue(act));
    }

    private static TimelineEvent event(PartnerCheck.Act act) {
        String what =
                switch (act.act()) {
                    case ASKED -> "asked";
                    case CHASED -> "chased";
                    case ANSWERED -> "answered";
                    case NOT_ASKED -> "not asked";
                    case GIVEN_UP -> "no answer is awaited any more";
                };
        return new TimelineEvent(
                Kind.CHECK,
                null,
                null,
                "Partner check for child %d, %s: %s."
                        .formatted(act.child(), act.partner().title(), what),
                act);
    }
}
