package org.teestriage.workflow.process;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Deletes consecutive rows of one engine table with one statement; the end of a part of the path removes up to 20 rows.
 * Checks the revision of each row: a mismatch fails the command with an optimistic locking error, as with the engine's
 * own statements.
 */
final class CombinedDeletes extends BatchDbSqlSession {

    /** Executions reference their parents, and MySQL checks foreign keys row by row. */
    private static final String IN_GIVEN_ORDER = "ACT_RU_EXECUTION";

    private static final Map<Class<?>, String> TABLES = Map.of(
            ExecutionEntity.class, IN_GIVEN_ORDER,
            VariableInstanceEntity.class, "ACT_RU_VARIABLE",
            TimerEntity.class, "ACT_RU_JOB",
            EventSubscriptionEntity.class, "ACT_RU_EVENT_SUBSCR");

    CombinedDeletes(DbSqlSessionFactory factory) {
        super(factory);
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        List<DbOperation> single = new ArrayList<>();
        int next = 0;
        while (next < operations.size()) {
            List<DbEntityOperation> same = sameTable(operations.subList(next, operations.size()));
            if (same.size() < 2) {
                single.add(operations.get(next));
                next++;
                continue;
            }
            List<DbOperation> after = operations.subList(next + same.size(), operations.size());
            FlushResult before = single.isEmpty() ? FlushResult.allApplied() : super.executeDbOperations(single);
            if (before.hasFailures()) {
                List<DbOperation> remaining = new ArrayList<>(before.getRemainingOperations());
                remaining.addAll(operations.subList(next, operations.size()));
                return FlushResult.withFailuresAndRemaining(before.getFailedOperations(), remaining);
            }
            single.clear();
            boolean deleted = delete(same) == same.size();
            same.forEach(operation -> postProcessOperationPerformed(operation, deleted ? 1 : 0, null));
            if (!deleted) {
                return FlushResult.withFailuresAndRemaining(new ArrayList<>(same), after);
            }
            next += same.size();
        }
        return single.isEmpty() ? FlushResult.allApplied() : super.executeDbOperations(single);
    }

    private static List<DbEntityOperation> sameTable(List<DbOperation> operations) {
        List<DbEntityOperation> same = new ArrayList<>();
        Optional<String> table = table(operations.get(0));
        if (table.isPresent()) {
            for (DbOperation operation : operations) {
                if (!table(operation).equals(table)) {
                    break;
                }
                same.add((DbEntityOperation) operation);
            }
        }
        return same;
    }

    private static Optional<String> table(DbOperation operation) {
        return operation.getOperationType() == DbOperationType.DELETE
                ? Optional.ofNullable(TABLES.get(operation.getEntityType()))
                : Optional.empty();
    }

    private int delete(List<DbEntityOperation> operations) {
        String table = TABLES.get(operations.get(0).getEntityType());
        StringBuilder sql = new StringBuilder("delete from " + table + " where ")
                .append(String.join(" or ", Collections.nCopies(operations.size(), "(ID_ = ? and REV_ = ?)")));
        boolean ordered = IN_GIVEN_ORDER.equals(table);
        if (ordered) {
            sql.append(" order by field(ID_, ")
                    .append(String.join(", ", Collections.nCopies(operations.size(), "?")))
                    .append(')');
        }
        try (PreparedStatement delete = getSqlSession().getConnection().prepareStatement(sql.toString())) {
            int place = 0;
            for (DbEntityOperation operation : operations) {
                DbEntity row = operation.getEntity();
                delete.setString(++place, row.getId());
                delete.setInt(++place, ((HasDbRevision) row).getRevision());
            }
            if (ordered) {
                for (DbEntityOperation operation : operations) {
                    delete.setString(++place, operation.getEntity().getId());
                }
            }
            return delete.executeUpdate();
        } catch (SQLException failed) {
            throw new ProcessEngineException("rows of " + table + " could not be deleted", failed);
        }
    }
}
