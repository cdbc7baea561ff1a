package org.teestriage.workflow.process;

import io.quarkus.logging.Log;
import java.time.Duration;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * Acquires no timers while the clock skew exceeds {@link DatabaseClock#MOST_SKEW}. The engine uses this node's clock:
 * deadlines would be reported as missed too early, and timers locked by other nodes would look expired.
 */
final class SkewAwareJobAcquisition extends DefaultAcquireJobsCommandFactory {

    private final DatabaseClock clock;
    private boolean wrong;

    SkewAwareJobAcquisition(JobExecutor jobs, DatabaseClock clock) {
        super(jobs);
        this.clock = clock;
    }

    @Override
    public Command<AcquiredJobs> getCommand(int most) {
        Duration skew = clock.skew();
        boolean before = wrong;
        wrong = skew.abs().compareTo(DatabaseClock.MOST_SKEW) > 0;
        if (wrong && !before) {
            Log.errorf("Clock skew to the database is %s: this node acquires no timers, other nodes do", skew);
        }
        return wrong ? context -> new AcquiredJobs(most) : super.getCommand(most);
    }
}
