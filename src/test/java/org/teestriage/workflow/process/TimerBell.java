package org.teestriage.workflow.process;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/** Fires the timers that are due at the test's time, each in its own transaction like the job executor. */
@Singleton
public class TimerBell {

    private final ProcessEngineBootstrap processEngineBootstrap;
    private final InstantSource time;

    TimerBell(ProcessEngineBootstrap processEngineBootstrap, InstantSource time) {
        this.processEngineBootstrap = processEngineBootstrap;
        this.time = time;
    }

    public int ring() {
        ManagementService management = processEngineBootstrap.engine().getManagementService();
        int fired = 0;
        ClockUtil.setCurrentTime(Date.from(time.instant()));
        try {
            for (List<Job> due = due(management); !due.isEmpty(); due = due(management)) {
                for (Job job : due) {
                    management.executeJob(job.getId());
                    fired++;
                }
            }
            return fired;
        } finally {
            ClockUtil.reset();
        }
    }

    /** Fires the due timers of one concern only, because concerns of other tests use other times. */
    public int ring(String reference) {
        ManagementService management = processEngineBootstrap.engine().getManagementService();
        int fired = 0;
        ClockUtil.setCurrentTime(Date.from(time.instant()));
        try {
            for (List<Job> due = due(management, reference); !due.isEmpty(); due = due(management, reference)) {
                // One at a time, because a fired timer may end other steps and delete their jobs.
                management.executeJob(due.get(0).getId());
                fired++;
            }
            return fired;
        } finally {
            ClockUtil.reset();
        }
    }

    private List<Job> due(ManagementService management, String reference) {
        return processEngineBootstrap
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list()
                .stream()
                .flatMap(path -> management
                        .createJobQuery()
                        .processInstanceId(path.getId())
                        .duedateLowerThan(Date.from(time.instant()))
                        .orderByJobDuedate()
                        .asc()
                        .list()
                        .stream())
                .toList();
    }

    private List<Job> due(ManagementService management) {
        return management
                .createJobQuery()
                .duedateLowerThan(Date.from(time.instant()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 50);
    }
}
