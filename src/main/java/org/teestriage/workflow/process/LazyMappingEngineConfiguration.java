package org.teestriage.workflow.process;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.jboss.logging.Logger;

/**
 * Engine configuration that loads MyBatis statements on demand. The engine has nearly 900; loading all took a third of
 * the start-up time and a third of the node's memory, mostly for unused features: history, identity, cases, reports.
 * The statements that run a path are loaded at start-up; the others are loaded together when the first of them is
 * requested. The load is synchronised.
 */
class LazyMappingEngineConfiguration extends JakartaTransactionProcessEngineConfiguration {

    private static final Logger LOG = Logger.getLogger(LazyMappingEngineConfiguration.class);

    /** Mapping files that run a path, in dependency order: a file can use definitions of the files before it. */
    private static final List<String> RUN_A_PATH = List.of(
            "Commons",
            "Authorization",
            "Tenant",
            "Attachment",
            "Comment",
            "Deployment",
            "Execution",
            "IdentityLink",
            "Job",
            "JobDefinition",
            "Incident",
            "ProcessDefinition",
            "Property",
            "SchemaLogEntry",
            "Resource",
            "Task",
            "VariableInstance",
            "EventSubscription",
            "ExternalTask",
            "CamundaFormDefinition",
            "DecisionDefinition",
            "DecisionRequirementsDefinition");

    private volatile boolean whole;

    boolean isWholeRead() {
        return whole;
    }

    @Override
    protected InputStream getMyBatisXmlConfigurationSteam() {
        return whole ? super.getMyBatisXmlConfigurationSteam() : thoseThatRunAPath();
    }

    private static InputStream thoseThatRunAPath() {
        String files = RUN_A_PATH.stream()
                .map("<mapper resource=\"org/camunda/bpm/engine/impl/mapping/entity/%s.xml\"/>"::formatted)
                .collect(joining());
        return new ByteArrayInputStream("""
                <!DOCTYPE configuration PUBLIC "-//mybatis.org//DTD Config 3.0//EN" "http://mybatis.org/dtd/mybatis-3-config.dtd">
                <configuration>
                  <settings><setting name="lazyLoadingEnabled" value="false"/></settings>
                  <mappers>%s</mappers>
                </configuration>
                """.formatted(files).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void initSqlSessionFactory() {
        super.initSqlSessionFactory();
        Configuration read = sqlSessionFactory.getConfiguration();
        // Reading the names resolves forward references; the XML documents are not needed after that.
        read.getMappedStatementNames();
        read.getSqlFragments().clear();
    }

    @Override
    protected void initPersistenceProviders() {
        super.initPersistenceProviders();
        DbSqlSessionFactory sessions = new DbSqlSessionFactory(isJdbcBatchProcessing()) {
            @Override
            public String mapStatement(String asked) {
                String statement = super.mapStatement(asked);
                Configuration inUse = getSqlSessionFactory().getConfiguration();
                if (!inUse.hasStatement(statement, false)) {
                    readTheOthers(inUse, statement);
                }
                return statement;
            }

            @Override
            public Session openSession() {
                return "mysql".equals(getDatabaseType()) ? new CombinedDeletes(this) : super.openSession();
            }
        };
        sessions.setDatabaseType(dbSqlSessionFactory.getDatabaseType());
        sessions.setIdGenerator(dbSqlSessionFactory.getIdGenerator());
        sessions.setSqlSessionFactory(dbSqlSessionFactory.getSqlSessionFactory());
        sessions.setDbIdentityUsed(dbSqlSessionFactory.isDbIdentityUsed());
        sessions.setDbHistoryUsed(dbSqlSessionFactory.isDbHistoryUsed());
        sessions.setCmmnEnabled(dbSqlSessionFactory.isCmmnEnabled());
        sessions.setDmnEnabled(dbSqlSessionFactory.isDmnEnabled());
        sessions.setDatabaseTablePrefix(dbSqlSessionFactory.getDatabaseTablePrefix());
        dbSqlSessionFactory = sessions;
        addSessionFactory(sessions);
    }

    @Override
    protected void initSessionFactories() {
        super.initSessionFactories();
        EngineSessions.factories().forEach(this::addSessionFactory);
    }

    private synchronized void readTheOthers(Configuration inUse, String asked) {
        if (whole) {
            return;
        }
        LOG.infof("Loading the remaining engine statements, because %s is requested", asked);
        SqlSessionFactory sessions = sqlSessionFactory;
        whole = true;
        sqlSessionFactory = null;
        try {
            initSqlSessionFactory();
            Configuration all = sqlSessionFactory.getConfiguration();
            all.getMappedStatementNames().stream()
                    .filter(name -> name.contains(".") && !inUse.hasStatement(name, false))
                    .toList()
                    .forEach(name -> inUse.addMappedStatement(all.getMappedStatement(name, false)));
        } catch (RuntimeException notRead) {
            // The next request tries again.
            whole = false;
            throw notRead;
        } finally {
            sqlSessionFactory = sessions;
        }
    }
}
