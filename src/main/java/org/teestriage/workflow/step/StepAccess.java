package org.teestriage.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Reference;

@ApplicationScoped
public class StepAccess {

    private final ConcernAccess concernAccess;

    StepAccess(ConcernAccess concernAccess) {
        this.concernAccess = concernAccess;
    }

    public List<WaitingStep> visible(Officer officer, List<WaitingStep> steps) {
        return concernAccess.kept(
                steps,
                step -> new Reference(step.reference()),
                (step, ground) -> Access.may(officer, Act.TRIAGE, ground)
                        && (!step.step().isLadoStep() || Access.mayKnowOfLado(officer, ground)));
    }

    public boolean maySee(Officer officer, WaitingStep step) {
        return !visible(officer, List.of(step)).isEmpty();
    }

    /**
     * Like {@link #maySee}, for a step of a concern that the officer may triage. Runs a query only for steps of the
     * LADO branch.
     */
    public boolean maySeeInTriagedConcern(Officer officer, WaitingStep step) {
        return !step.step().isLadoStep() || maySee(officer, step);
    }
}
