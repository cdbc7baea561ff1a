package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Brings the paths of open concerns to the present model after an upgrade, for operators. */
@ApplicationScoped
public class PathMigrationService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final ResponsePath path;
    private final WaitingSteps waiting;
    private final ObligationAssessment obligationAssessment;

    PathMigrationService(
            Transactions transactions,
            ConcernAccess concernAccess,
            ResponsePath path,
            WaitingSteps waiting,
            ObligationAssessment obligationAssessment) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.path = path;
        this.waiting = waiting;
        this.obligationAssessment = obligationAssessment;
    }

    public enum Fate {
        /** The engine took its task along. */
        KEPT,
        /** It has a new task, with the same hub, deadline and claim. */
        ANEW,
        /** The earlier model could not open it. */
        OPENED
    }

    public record Moved(Step step, String item, Fate fate) {}

    /** Concerns whose path runs by an earlier model. */
    public List<Reference> pending() {
        return transactions.inNewTransaction(path::ofEarlierModels);
    }

    /**
     * Brings the path of one concern to the present model, in one transaction under its lock. Returns the open steps and
     * what became of each; empty if another run was first, or the concern has been closed.
     *
     * @param dryRun undoes it
     * @throws IllegalStateException if an open step would be lost; nothing has changed then
     */
    public Optional<List<Moved>> migrate(Reference reference, boolean dryRun) {
        Supplier<Optional<List<Moved>>> work = () -> concernAccess
                .forService(reference)
                .filter(concern -> path.isOfAnEarlierModel(reference))
                .map(this::migrate);
        return dryRun ? transactions.inUndoneTransaction(work) : transactions.inNewTransaction(work);
    }

    private List<Moved> migrate(Concern concern) {
        List<WaitingStep> before = waiting.of(concern.reference());
        obligationAssessment.bringForward(concern, concernAccess.now());
        List<WaitingStep> after = waiting.of(concern.reference());
        for (WaitingStep step : before) {
            if (after.stream().noneMatch(each -> isSame(each, step))) {
                throw new IllegalStateException(
                        "%s/%s would be lost".formatted(step.step().id(), step.item()));
            }
        }
        return after.stream()
                .map(step -> new Moved(step.step(), step.item(), fate(step, before)))
                .toList();
    }

    private static Fate fate(WaitingStep step, List<WaitingStep> before) {
        return before.stream()
                .filter(earlier -> isSame(earlier, step))
                .findFirst()
                .map(earlier -> earlier.task().equals(step.task()) ? Fate.KEPT : Fate.ANEW)
                .orElse(Fate.OPENED);
    }

    private static boolean isSame(WaitingStep one, WaitingStep other) {
        return one.step() == other.step() && one.item().equals(other.item());
    }
}
