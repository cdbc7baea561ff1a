package org.teestriage.casework.path;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.obligation.Obligation;
import org.teestriage.workflow.obligation.Obligations;
import org.teestriage.workflow.process.ResponsePath;

/** Makes due again what was settled until a day, also in a concern that was closed meanwhile, which it opens again. */
@ApplicationScoped
public class DueAgainService {

    static final String FOLLOW_UP = "The day came on which this was to be followed up.";

    private static final String JOB = "due-again";
    private static final int LAST_TO_START = 230;
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Obligations obligations;
    private final ObligationAssessment obligationAssessment;
    private final PathInputs pathInputs;
    private final ResponsePath path;
    private final Timeline timeline;
    private final Scheduler scheduler;

    DueAgainService(
            Transactions transactions,
            ConcernAccess concernAccess,
            Obligations obligations,
            ObligationAssessment obligationAssessment,
            PathInputs pathInputs,
            ResponsePath path,
            Timeline timeline,
            Scheduler scheduler) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.obligations = obligations;
        this.obligationAssessment = obligationAssessment;
        this.pathInputs = pathInputs;
        this.path = path;
        this.timeline = timeline;
        this.scheduler = scheduler;
    }

    void start(@Observes @Priority(LAST_TO_START) StartupEvent event) {
        var unused = scheduler
                .newJob(JOB)
                .setInterval("10m")
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> lookUp())
                .schedule();
    }

    void stop(@Observes ShutdownEvent event) {
        var unused = scheduler.unscheduleJob(JOB);
    }

    public void lookUp() {
        List<Reference> due =
                transactions.inNewTransaction(() -> obligations.concernsDueAgain(concernAccess.now(), AT_ONCE));
        due.forEach(this::lookUp);
    }

    /** A concern that fails does not stop the others. It is tried again with the next round. */
    private void lookUp(Reference reference) {
        try {
            transactions.inNewTransaction(() -> {
                concernAccess.forService(reference).ifPresent(this::comeBack);
                return reference;
            });
        } catch (RuntimeException failed) {
            Log.errorf(
                    "What is due again in %s could not be opened: %s",
                    reference.value(), failed.getClass().getName());
        }
    }

    private void comeBack(Concern concern) {
        Instant now = concernAccess.now();
        List<Obligation> due = obligations.of(concern.reference()).stream()
                .filter(each -> each.isDueAgain(now))
                .toList();
        due.forEach(Obligation::cameBack);
        // The work of a withdrawn duplicate continues in another concern.
        if (due.isEmpty() || concern.duplicateOf().isPresent()) {
            return;
        }
        if (!concern.open()) {
            concern.reopen(now);
            timeline.appendByPath(
                    concern,
                    now,
                    new TimelineEvent(Kind.REOPENED, null, null, "Opened again for a follow-up.", concern.reference()));
            path.begin(concern.reference(), pathInputs.again(concern));
        }
        due.forEach(each -> obligationAssessment.recordAgain(concern, each.kind(), each.item(), FOLLOW_UP, now));
        obligationAssessment.assess(concern, now);
    }
}
