package org.teestriage.casework.triage.effect;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.decision.Step;
import org.teestriage.directory.routing.Routing;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.workflow.step.DecidedSteps;

/** Gives children who join the facts after the concern was raised to a part. */
@ApplicationScoped
class AddedChildren {

    private final Routing routing;
    private final DecidedSteps decided;

    AddedChildren(Routing routing, DecidedSteps decided) {
        this.routing = routing;
        this.decided = decided;
    }

    /** {@code before}: the number of children before the change. */
    void place(ConcernUpdate update, int before) {
        Concern concern = update.concern();
        LocalDate day = concern.receivedOn();
        for (int child = before + 1; child <= concern.facts().children().size(); child++) {
            requireUndecided(concern);
            concern.addChild(
                    child,
                    routing.place(concern.facts().children().get(child - 1), day)
                            .hub());
        }
    }

    /** Refuses added children once any threshold decision exists, because they would never get one of their own. */
    private void requireUndecided(Concern concern) {
        boolean decidedAlready = concern.parts().stream().anyMatch(part -> decided.latest(
                        concern.reference(), Step.THRESHOLD_DECISION, String.valueOf(part.number()))
                .isPresent());
        if (decidedAlready) {
            throw RequestRefusedException.conflict(
                    "The threshold decision is made for the children of this concern. Leave the others out here, and raise"
                            + " a concern of their own for them, so that they get their own decision.");
        }
    }
}
