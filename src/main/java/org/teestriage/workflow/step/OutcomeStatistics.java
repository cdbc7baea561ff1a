package org.teestriage.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.SecondReading;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.platform.persistence.EpochMicros;

@ApplicationScoped
public class OutcomeStatistics {

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?)";
    private static final int COLUMNS = 7;

    private final EntityManager entities;

    OutcomeStatistics(EntityManager entities) {
        this.entities = entities;
    }

    /** Category, for statistics, of a child's outcomes or of a second decision. */
    enum Course {
        REFERRED,
        OTHER_HELP,
        NO_FURTHER_ACTION,
        READ_AGAIN;

        static Course of(ThresholdDecision.ForChild child) {
            if (child.outcomes().stream().anyMatch(Outcome::goesToSocialCare)) {
                return REFERRED;
            }
            return child.outcomes().contains(Outcome.NO_FURTHER_ACTION) ? NO_FURTHER_ACTION : OTHER_HELP;
        }
    }

    /** Replaces the outcomes of an earlier round. */
    public void record(WaitingStep step, int round, ThresholdDecision decision, Instant at) {
        if (round > 1) {
            forget(step);
        }
        List<Object> values = new ArrayList<>();
        decision.children().forEach(child -> child.outcomes()
                .forEach(outcome -> add(values, step, child.child(), outcome.name(), Course.of(child), at)));
        insert(values);
    }

    public void record(WaitingStep step, SecondReading reading, Instant at) {
        List<Object> values = new ArrayList<>();
        add(values, step, 0, reading.agrees() ? "AGREED" : "RETURNED", Course.READ_AGAIN, at);
        insert(values);
    }

    private void insert(List<Object> values) {
        if (values.isEmpty()) {
            return;
        }
        NativeQuery<?> insert =
                statement("insert into outcome_given (reference, item, child, outcome, course, hub, decided_at) values "
                        + String.join(", ", Collections.nCopies(values.size() / COLUMNS, ROW)));
        for (int place = 0; place < values.size(); place++) {
            insert.setParameter(place + 1, values.get(place));
        }
        insert.executeUpdate();
    }

    /** No entity maps this table. Without a declared query space, Hibernate would flush all entities first. */
    private NativeQuery<?> statement(String sql) {
        NativeQuery<?> statement = entities.createNativeQuery(sql).unwrap(NativeQuery.class);
        return statement.addSynchronizedQuerySpace("outcome_given");
    }

    private void forget(WaitingStep step) {
        statement("delete from outcome_given where reference = ? and item = ? and child > 0")
                .setParameter(1, step.reference())
                .setParameter(2, step.item())
                .executeUpdate();
    }

    private static void add(
            List<Object> values, WaitingStep step, int child, String outcome, Course course, Instant at) {
        Collections.addAll(
                values, step.reference(), step.item(), child, outcome, course.name(), step.hub(), EpochMicros.of(at));
    }
}
