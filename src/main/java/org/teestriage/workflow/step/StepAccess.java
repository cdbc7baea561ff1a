package org.teestriage.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Reference;

/** Which open steps a person may see: those of their concerns, but for what concerns the LADO where that is restricted. */
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
                        && (!step.step().isOfTheLado() || Access.mayKnowOfLado(officer, ground)));
    }

    public boolean maySee(Officer officer, WaitingStep step) {
        return !visible(officer, List.of(step)).isEmpty();
    }

    /** The same for a step of a concern that is theirs to triage: asks nothing unless it concerns the LADO. */
    public boolean maySeeOfTheirs(Officer officer, WaitingStep step) {
        return !step.step().isOfTheLado() || maySee(officer, step);
    }
}
