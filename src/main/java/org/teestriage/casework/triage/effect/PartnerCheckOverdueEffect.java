package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.casework.partnercheck.ChaseLimit;
import org.teestriage.casework.partnercheck.CheckEntries;
import org.teestriage.casework.partnercheck.ChecksView;
import org.teestriage.casework.partnercheck.OverdueChecks;
import org.teestriage.decision.PartnerCheckOverdue;
import org.teestriage.decision.check.CheckAct;
import org.teestriage.decision.check.CheckHow;
import org.teestriage.workflow.check.PartnerCheck;

/** Records the same for each overdue check of the child: what was never asked is asked now, or not asked. */
@Singleton
class PartnerCheckOverdueEffect implements DecisionEffect<PartnerCheckOverdue> {

    private final OverdueChecks overdueChecks;
    private final CheckEntries checkEntries;

    PartnerCheckOverdueEffect(OverdueChecks overdueChecks, CheckEntries checkEntries) {
        this.overdueChecks = overdueChecks;
        this.checkEntries = checkEntries;
    }

    @Override
    public Class<PartnerCheckOverdue> type() {
        return PartnerCheckOverdue.class;
    }

    @Override
    public void check(PartnerCheckOverdue decision, StepContext context) {
        ChaseLimit.require(context.update(), decision.awaitedUntil());
    }

    @Override
    public void apply(PartnerCheckOverdue decision, StepContext context) {
        overdueChecks
                .of(context.concern(), Integer.parseInt(context.item()), context.now())
                .forEach(line -> checkEntries.add(context.update(), act(decision, line, context)));
    }

    private static PartnerCheck.Act act(PartnerCheckOverdue decision, ChecksView.Line line, StepContext context) {
        boolean asked = line.state() == ChecksView.State.ASKED;
        PartnerCheckOverdue.ChasedBy how = decision.how();
        if (decision.finding() == PartnerCheckOverdue.FollowUp.GIVEN_UP || how == null) {
            return new PartnerCheck.Act(
                    line.child(),
                    line.partner(),
                    asked ? CheckAct.GIVEN_UP : CheckAct.NOT_ASKED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    decision.rationale());
        }
        return new PartnerCheck.Act(
                line.child(),
                line.partner(),
                asked ? CheckAct.CHASED : CheckAct.ASKED,
                context.now(),
                CheckHow.valueOf(how.name()),
                decision.who(),
                decision.awaitedUntil(),
                null,
                null,
                null,
                null);
    }
}
