package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.decisionsupport.ChildMatcher;
import org.teestriage.casework.decisionsupport.GuessWatch;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.restriction.Restrictions;
import org.teestriage.concern.Concern;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Step;
import org.teestriage.decision.WrittenConcern;
import org.teestriage.directory.routing.Routing;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.workflow.step.DecidedSteps;

/** Replaces the facts noted during the call, routes added children, and updates priority, match keys and access. */
@Singleton
class WrittenConcernEffect implements DecisionEffect<WrittenConcern> {

    private final Routing routing;
    private final DecidedSteps decided;
    private final PathInputs pathInputs;
    private final Restrictions restrictions;
    private final ChildMatcher childMatcher;
    private final GuessWatch guessWatch;

    WrittenConcernEffect(
            Routing routing,
            DecidedSteps decided,
            PathInputs pathInputs,
            Restrictions restrictions,
            ChildMatcher childMatcher,
            GuessWatch guessWatch) {
        this.routing = routing;
        this.decided = decided;
        this.pathInputs = pathInputs;
        this.restrictions = restrictions;
        this.childMatcher = childMatcher;
        this.guessWatch = guessWatch;
    }

    @Override
    public Class<WrittenConcern> type() {
        return WrittenConcern.class;
    }

    @Override
    public void apply(WrittenConcern decision, StepContext context) {
        write(context.update(), decision.facts());
    }

    private void write(ConcernUpdate update, Facts told) {
        Concern concern = update.concern();
        int before = concern.facts().children().size();
        concern.writtenDown(told.withCall(concern.facts().call()), update.now());
        LocalDate day = concern.receivedOn();
        for (int child = before + 1; child <= told.children().size(); child++) {
            requireUndecided(concern);
            concern.addChild(
                    child, routing.place(told.children().get(child - 1), day).hub());
        }
        childMatcher.keepAgain(concern);
        guessWatch.told(update);
        pathInputs.rate(update);
        restrictions.excludeSuspectsAndWorkplaces(update);
        restrictions.releaseInaccessibleClaims(update);
    }

    /** Refuses added children once any threshold decision exists, because they would never get one of their own. */
    private void requireUndecided(Concern concern) {
        boolean decidedAlready = concern.parts().stream().anyMatch(part -> decided.latest(
                        concern.reference(), Step.THRESHOLD_DECISION, String.valueOf(part.number()))
                .isPresent());
        if (decidedAlready) {
            throw RequestRefusedException.conflict(
                    "The threshold decision was made for the children the call told of. Leave the others"
                            + " out here, and raise a concern of their own for them, so that they get their own decision.");
        }
    }
}
