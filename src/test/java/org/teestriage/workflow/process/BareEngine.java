package org.teestriage.workflow.process;

import java.sql.Connection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.teestriage.concern.Reference;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;

/**
 * Baseline for benchmarks: the engine alone with our model, in this JVM, with its defaults: history level audit, its
 * own tables and task query, and callbacks that record nothing.
 */
public final class BareEngine implements AutoCloseable {

    /** What opens in most concerns: as many user tasks as a path of release 1. */
    private static final List<PathMessage> OPENING = List.of(
            PathMessage.PART_RECEIVED,
            PathMessage.POLICE_DUE,
            PathMessage.CEOP_DUE,
            PathMessage.PLATFORM_DUE,
            PathMessage.SOCIAL_CARE_DUE);

    private final ProcessEngine engine;
    private final Set<Route> routes;

    /** Creates the tables in an empty database. If {@code closed}, paths also wait for the next opening of the hub. */
    public BareEngine(String url, String user, String secret, boolean closed) {
        routes = closed ? EnumSet.of(Route.OUT_OF_HOURS) : EnumSet.noneOf(Route.class);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        PooledDataSource connections = new PooledDataSource("com.mysql.cj.jdbc.Driver", url, user, secret);
        connections.setPoolMaximumActiveConnections(24);
        connections.setPoolMaximumIdleConnections(24);
        connections.setDefaultTransactionIsolationLevel(Connection.TRANSACTION_READ_COMMITTED);
        configuration.setDataSource(connections);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(ProcessBeans.of(new DayAheadCallbacks(place -> {})));
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/response-path.bpmn")
                .deploy();
    }

    /** Runs one path until no step is open; returns the number of completed user tasks. */
    public int wholePath() {
        String reference = Stream.generate(
                        () -> Reference.of(ThreadLocalRandom.current().nextLong()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .value();
        engine.getRuntimeService().startProcessInstanceByKey(ResponsePath.PROCESS, reference, variables());
        for (PathMessage due : OPENING) {
            engine.getRuntimeService()
                    .createMessageCorrelation(due.id())
                    .processInstanceBusinessKey(reference)
                    .setVariableToTriggeredScope(ResponsePath.ITEM, due == PathMessage.POLICE_DUE ? "" : "1")
                    .correlate();
        }
        TaskService tasks = engine.getTaskService();
        int completed = 0;
        boolean settled = false;
        while (true) {
            List<Task> open = tasks.createTaskQuery()
                    .processInstanceBusinessKey(reference)
                    .listPage(0, 1);
            if (open.isEmpty() && settled) {
                return completed;
            }
            if (open.isEmpty()) {
                engine.getRuntimeService()
                        .createMessageCorrelation(ResponsePath.WORK_SETTLED)
                        .processInstanceBusinessKey(reference)
                        .correlate();
                settled = true;
                continue;
            }
            tasks.complete(open.get(0).getId(), variables());
            completed++;
        }
    }

    private VariableMap variables() {
        VariableMap variables = Variables.createVariables();
        for (Route route : Route.values()) {
            variables.putValueTyped(route.id(), Variables.booleanValue(routes.contains(route), true));
        }
        return variables;
    }

    @Override
    public void close() {
        engine.close();
    }
}
