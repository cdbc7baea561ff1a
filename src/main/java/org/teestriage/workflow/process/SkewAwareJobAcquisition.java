package org.teestriage.workflow.process;

import io.quarkus.logging.Log;
import java.time.Duration;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * Takes no timer while this machine's clock is wrong: the engine goes by it, and would tell people that they are late who
 * are not, and take timers that others still have.
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
            Log.errorf("this machine's clock is %s from the database's: others fire the timers meanwhile", skew);
        }
        return wrong ? context -> new AcquiredJobs(most) : super.getCommand(most);
    }
}
