package org.teestriage.workflow.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;

/**
 * Replaces engine queries that this service does not need: for rows that the model never produces, for data that cannot
 * change at run time, or for data that one query loads together. They were a third of the statements of a decision.
 */
final class EngineSessions {

    private EngineSessions() {}

    static List<SessionFactory> factories() {
        Map<String, JobDefinitionEntity> jobDefinitions = new ConcurrentHashMap<>();
        return List.of(
                new Factory(ProcessDefinitionManager.class, DeployedDefinitions::new),
                new Factory(JobDefinitionManager.class, () -> new KnownJobDefinitions(jobDefinitions)),
                new Factory(ExecutionManager.class, TreeOfTask::new),
                new Factory(VariableInstanceManager.class, InstanceVariables::new),
                new Factory(IncidentManager.class, IncidentsOfFailedJobs::new),
                new Factory(JobManager.class, NoAsynchronousEvents::new),
                new Factory(TaskManager.class, NoSubtasks::new),
                new Factory(IdentityLinkManager.class, NoTaskIdentityLinks::new));
    }

    private record Factory(Class<?> getSessionType, Supplier<Session> open) implements SessionFactory {
        @Override
        public Session openSession() {
            return open.get();
        }
    }

    /** Reads definitions from the deployment cache. The only possible change, suspension, is never used here. */
    private static final class DeployedDefinitions extends ProcessDefinitionManager {
        @Override
        public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
            ProcessDefinitionEntity deployed =
                    Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
            return deployed == null ? super.getCachedResourceDefinitionEntity(id) : deployed;
        }
    }

    /** Caches job definitions for the life of the engine; they are never suspended or reprioritised here. */
    private static final class KnownJobDefinitions extends JobDefinitionManager {
        private final Map<String, JobDefinitionEntity> known;

        private KnownJobDefinitions(Map<String, JobDefinitionEntity> known) {
            this.known = known;
        }

        @Override
        public JobDefinitionEntity findById(String id) {
            JobDefinitionEntity found = known.get(id);
            if (found == null) {
                found = super.findById(id);
                // Not cached while a deployment in this command can still be rolled back.
                if (found != null && found.getProcessDefinitionId() != null) {
                    known.put(id, found);
                }
            }
            return found;
        }
    }

    /** Loads the executions of a task's process instance with the task's own, which the engine does with a second query. */
    private static final class TreeOfTask extends ExecutionManager {
        private final Map<String, List<ExecutionEntity>> loaded = new ConcurrentHashMap<>();

        @Override
        public ExecutionEntity findExecutionById(String id) {
            if (getDbEntityManager().getCachedEntity(ExecutionEntity.class, id) == null) {
                getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                        .filter(task -> id.equals(task.getExecutionId()))
                        .map(TaskEntity::getProcessInstanceId)
                        .forEach(instance -> loaded.put(instance, super.findExecutionsByProcessInstanceId(instance)));
            }
            return super.findExecutionById(id);
        }

        /** Once: executions that begin later belong to the tree already. */
        @Override
        public List<ExecutionEntity> findExecutionsByProcessInstanceId(String instance) {
            List<ExecutionEntity> tree = loaded.remove(instance);
            return tree == null ? super.findExecutionsByProcessInstanceId(instance) : tree;
        }
    }

    /** Loads all variables of a process instance with one query, instead of one query per execution and task. */
    private static final class InstanceVariables extends VariableInstanceManager {
        private final Map<String, List<VariableInstanceEntity>> loaded = new ConcurrentHashMap<>();

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByExecutionId(String executionId) {
            ExecutionEntity execution = getDbEntityManager().getCachedEntity(ExecutionEntity.class, executionId);
            return execution == null
                    ? super.findVariableInstancesByExecutionId(executionId)
                    : of(execution.getProcessInstanceId()).stream()
                            .filter(variable -> variable.getTaskId() == null)
                            .filter(variable -> executionId.equals(variable.getExecutionId()))
                            .toList();
        }

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskId(String taskId) {
            TaskEntity task = getDbEntityManager().getCachedEntity(TaskEntity.class, taskId);
            return task == null
                    ? super.findVariableInstancesByTaskId(taskId)
                    : of(task.getProcessInstanceId()).stream()
                            .filter(variable -> taskId.equals(variable.getTaskId()))
                            .toList();
        }

        private List<VariableInstanceEntity> of(String processInstance) {
            return loaded.computeIfAbsent(processInstance, super::findVariableInstancesByProcessInstanceId);
        }
    }

    /** A job with retries left has no incident: the engine creates one after the last failed retry. */
    private static final class IncidentsOfFailedJobs extends IncidentManager {
        @Override
        public List<Incident> findIncidentByConfiguration(String configuration) {
            JobEntity job = getDbEntityManager().getCachedEntity(JobEntity.class, configuration);
            return job != null && job.getRetries() > 0 ? List.of() : super.findIncidentByConfiguration(configuration);
        }
    }

    /** Messages are correlated in the transaction that sends them, so no job waits to deliver one. */
    private static final class NoAsynchronousEvents extends JobManager {
        @Override
        public List<JobEntity> findJobsByConfiguration(String type, String configuration, String tenant) {
            return ProcessEventJobHandler.TYPE.equals(type)
                    ? List.of()
                    : super.findJobsByConfiguration(type, configuration, tenant);
        }
    }

    /** There are no subtasks, and an execution has one task at most, which a decision has loaded. */
    private static final class NoSubtasks extends TaskManager {
        @Override
        public List<TaskEntity> findTasksByExecutionId(String executionId) {
            List<TaskEntity> loaded = getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                    .filter(task -> executionId.equals(task.getExecutionId()))
                    .toList();
            return loaded.isEmpty() ? super.findTasksByExecutionId(executionId) : new ArrayList<>(loaded);
        }

        @Override
        public List<Task> findTasksByParentTaskId(String parent) {
            return List.of();
        }
    }

    /** The access policy authorises users, and the queue table holds claims; the engine has no identity links. */
    private static final class NoTaskIdentityLinks extends IdentityLinkManager {
        @Override
        public List<IdentityLinkEntity> findIdentityLinksByTaskId(String task) {
            return List.of();
        }
    }
}
