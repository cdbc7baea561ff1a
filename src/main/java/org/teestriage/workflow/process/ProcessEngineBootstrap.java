package org.teestriage.workflow.process;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Starts and stops the embedded process engine. It uses the datasource and transactions of the application, so facts,
 * timeline, letters and token commit or roll back together.
 */
@ApplicationScoped
public class ProcessEngineBootstrap {

    /** Observer priority: after the tables are migrated, before start-up code that raises concerns. */
    public static final int START = 10;

    /**
     * Maximum wait between two timer acquisitions. The engine's default of one minute is a fifth of the shortest
     * deadline.
     */
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private static final List<String> MODELS = List.of(
            "bpmn/response-path.bpmn", "bpmn/priority.dmn", "bpmn/reports-due.dmn", "bpmn/outcomes-suggested.dmn");

    private final AgroalDataSource dataSource;
    private final TransactionManager transactions;
    private final ProcessCallbacks processCallbacks;
    private final EngineTables tables;
    private final DatabaseClock clock;
    private final EngineSettings settings;
    private @Nullable ProcessEngine engine;

    public ProcessEngineBootstrap(
            AgroalDataSource dataSource,
            TransactionManager transactions,
            ProcessCallbacks processCallbacks,
            EngineTables tables,
            DatabaseClock clock,
            EngineSettings settings) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.processCallbacks = processCallbacks;
        this.tables = tables;
        this.clock = clock;
        this.settings = settings;
    }

    void start(@Observes @Priority(START) StartupEvent event) {
        if (!settings.enabled()) {
            return;
        }
        tables.mismatch().ifPresent(wrong -> {
            throw new IllegalStateException(wrong);
        });
        // Outside a transaction, the pool fails with "deferred enlistment not supported" while the engine is built.
        engine = QuarkusTransaction.requiringNew().timeout(120).call(() -> {
            ProcessEngine built = configuration().buildProcessEngine();
            var deployment = built.getRepositoryService()
                    .createDeployment()
                    .name("tees-triage")
                    .enableDuplicateFiltering(true);
            MODELS.forEach(deployment::addClasspathResource);
            deployment.deploy();
            return built;
        });
    }

    /** Starts timers last, after all other components. */
    void startTimers(@Observes @Priority(START + 100) StartupEvent event) {
        if (settings.timersEnabled()) {
            JobExecutor jobs =
                    ((LazyMappingEngineConfiguration) engine().getProcessEngineConfiguration()).getJobExecutor();
            jobs.setLockTimeInMillis((int) settings.timersLease().toMillis());
            jobs.setMaxWait(LONGEST_REST.toMillis());
            jobs.setAcquireJobsCmdFactory(new SkewAwareJobAcquisition(jobs, clock));
            jobs.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    ProcessEngine engine() {
        return Objects.requireNonNull(engine, "the process engine is not started");
    }

    private LazyMappingEngineConfiguration configuration() {
        LazyMappingEngineConfiguration configuration = new LazyMappingEngineConfiguration();
        configuration.setProcessEngineName("tees-triage");
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setTransactionsExternallyManaged(true);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        // The timeline is the history, so the engine stores none.
        configuration.setHistory(HistoryLevel.HISTORY_LEVEL_NONE.getName());
        // Random ids: two nodes that allocate blocks of ids collide.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(ProcessBeans.of(processCallbacks));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new UserTaskListener(processCallbacks))));
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setAuthorizationEnabled(false);
        // Engine log lines carry the concern and the step, like all other log lines, but no engine ids.
        configuration.setLoggingContextBusinessKey("concern");
        configuration.setLoggingContextActivityId("step");
        configuration.setLoggingContextActivityName(null);
        configuration.setLoggingContextApplicationName(null);
        configuration.setLoggingContextProcessDefinitionId(null);
        configuration.setLoggingContextProcessInstanceId(null);
        configuration.setLoggingContextTenantId(null);
        configuration.setLoggingContextEngineName(null);
        return configuration;
    }
}
