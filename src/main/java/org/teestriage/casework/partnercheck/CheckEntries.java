package org.teestriage.casework.partnercheck;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.check.PartnerCheck;
import org.teestriage.workflow.check.PartnerChecks;

/** Adds entries to the partner checks of a concern and to its timeline. */
@ApplicationScoped
public class CheckEntries {

    private final PartnerChecks partnerChecks;

    CheckEntries(PartnerChecks partnerChecks) {
        this.partnerChecks = partnerChecks;
    }

    public void add(ConcernUpdate update, PartnerCheck.Act act) {
        partnerChecks.add(
                update.concern().reference(),
                new PartnerCheck(
                        update.concern().reference(),
                        act,
                        update.now(),
                        update.officer().name()));
        update.record(event(act));
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
