package org.teestriage.workflow.process;

import jakarta.persistence.EntityManager;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Writes what a timer changed while the engine still knows whose timer it is: failures at the commit would be logged without the concern. */
final class FlushAfterJobs extends CommandInterceptor {

    private final EntityManager entities;

    FlushAfterJobs(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof ExecuteJobsCmd) {
            entities.flush();
        }
        return result;
    }
}
