package org.teestriage.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.DutyTeamHours;
import org.teestriage.concern.Reference;

@ApplicationScoped
public class StepAccess {

    public static final String WAITS_FOR_THE_HUB =
            "This step waits for the hub to open: it is none that the Emergency" + " Duty Team takes now.";

    private final ConcernAccess concernAccess;
    private final DutyTeamHours dutyTeamHours;

    StepAccess(ConcernAccess concernAccess, DutyTeamHours dutyTeamHours) {
        this.concernAccess = concernAccess;
        this.dutyTeamHours = dutyTeamHours;
    }

    /**
     * Whether the claim of another person keeps the officer from the step. That of a person who is not at work does not:
     * of staff at night for the duty team, of the team for staff once their hub is open.
     */
    public boolean isKeptFrom(Officer officer, WaitingStep step) {
        return step.claimedByAnother(officer.user())
                && (officer.is(Role.DUTY_TEAM)
                        ? step.claimedByTeam()
                        : !step.claimedByTeam() || dutyTeamHours.isClosed(step.hub(), concernAccess.now()));
    }

    public List<WaitingStep> visible(Officer officer, List<WaitingStep> steps) {
        return concernAccess.kept(
                steps,
                step -> new Reference(step.reference()),
                (step, ground) -> Access.may(officer, Act.WORK, ground)
                        && takes(officer, step, ground)
                        && (!step.step().isLadoStep() || Access.mayKnowOfLado(officer, ground)));
    }

    /** Whether the officer may take and decide the step; the duty team takes only what cannot wait. */
    public static boolean takes(Officer officer, WaitingStep step, AccessFacts ground) {
        boolean claimed = step.claimedBy().filter(officer.user()::equals).isPresent();
        return Access.takes(officer, step.step(), step.hub(), claimed, ground);
    }

    /**
     * The reason why the user may not decide the step, if any.
     *
     * @see WaitingStep#refusalFor
     */
    public static Optional<String> refusal(Officer officer, WaitingStep step, AccessFacts ground) {
        return takes(officer, step, ground)
                ? step.refusalFor(officer.user(), officer.is(Role.MANAGER))
                : Optional.of(WAITS_FOR_THE_HUB);
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
