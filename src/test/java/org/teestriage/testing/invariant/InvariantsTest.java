package org.teestriage.testing.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.testing.server.TestDatabase;

/** Breaks each invariant on purpose, in a transaction that is rolled back. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class InvariantsTest {

    @Inject
    MovableTime time;

    @Test
    void aConsistentDatabaseHasNoViolations() throws SQLException {
        concern();
        try (Connection connection = TestDatabase.open()) {
            assertThat(new Invariants(connection).broken(ShownReference.of(TestDatabase.name())))
                    .isEmpty();
        }
    }

    @Test
    void eachInvariantDetectsItsViolation() throws SQLException {
        String concern = concern();
        breaks("I1: a client was shown", "DELETE FROM concern WHERE reference = '%s'", concern);
        breaks(
                "I1: %s was raised with other words",
                "UPDATE timeline_detail SET content = '{}' WHERE sequence = 1 AND reference = '%s'", concern);
        breaks(
                "I2: concern %s is open (1) or not (0): 0, and has 1",
                "UPDATE concern SET closed_at = 1 WHERE reference = '%s'", concern);
        breaks(
                "I2: concern %s is open (1) or not (0): 1, and has 0",
                "UPDATE ACT_RU_EXECUTION SET BUSINESS_KEY_ = 'x' WHERE BUSINESS_KEY_ = '%s'", concern);
        breaks(
                "I2: concern x is open (1) or not (0): 0, and has 1",
                "UPDATE ACT_RU_EXECUTION SET BUSINESS_KEY_ = 'x' WHERE BUSINESS_KEY_ = '%s'",
                concern);
        breaks(
                "I2: break-glass grant 1 of %s is reviewed (1) or not (0): 0, and waits for review 0",
                "INSERT INTO broken_glass (reference, number, user_name, name, role, affiliation, reason, broken_at,"
                        + " until_micros) VALUES ('%s', 1, 'x', 'x', 'OFFICER', 'chub', 'POLICE_OR_COURT', 1, 2)",
                concern);
        breaks(
                "I9: %s is a duplicate of %1$s and so on round to itself",
                "UPDATE concern SET duplicate_of = reference WHERE reference = '%s'", concern);
        breaks(
                "I9: %s is open and a duplicate",
                "UPDATE concern SET duplicate_of = reference WHERE reference = '%s'", concern);
        String duplicate = concern();
        breaks(
                "I9: " + duplicate + " leads to %s, which is neither open nor closed by a decision",
                "UPDATE concern SET closed_at = 1, duplicate_of = CASE reference WHEN '" + duplicate
                        + "' THEN '%1$s' END WHERE reference IN ('" + duplicate + "', '%1$s')",
                concern);
        breaks(
                "I9: %s leads to M4RT-8WZD-S, which is neither open nor closed by a decision",
                "UPDATE concern SET closed_at = 1, duplicate_of = 'M4RT-8WZD-S' WHERE reference = '%s'", concern);
        breaks(
                "I12: no named manager can act on %s at chub",
                "INSERT INTO wall (reference, number, kind, subject, set_at) VALUES ('%s', 1, 'NAMED', 'x', 1)",
                concern);
        breaks(
                "I10: letter 1 of %s POLICE_REPORT/ was written from revision 1, and revision 2 concerns its recipient",
                "INSERT INTO note (reference, number, revision, kind, content, at_micros, by_name, by_agency)"
                        + " VALUES ('%s', 1, 2, 'DANGER', '{}', 1, 'x', 0)",
                concern);
        breaks(
                "I11: POLICE/ is due in %s and not recorded",
                "DELETE FROM obligations WHERE kind = 'POLICE' AND reference = '%s'", concern);
        breaks(
                "I11: CEOP of %s became due without an entry",
                "UPDATE obligations SET due_since = 1 WHERE kind = 'CEOP' AND reference = '%s'", concern);
        breaks(
                "I11: CEOP of %s is open without a step",
                "UPDATE obligations SET state = 'OPEN' WHERE kind = 'CEOP' AND reference = '%s'", concern);
        breaks(
                "I11: POLICE of %s is settled without a decision",
                "UPDATE obligations SET state = 'DONE', settled_at = 1 WHERE kind = 'POLICE' AND reference = '%s'",
                concern);
        breaks(
                "I11: PLATFORM of %s is unsettled in a closed concern",
                "UPDATE concern SET closed_at = 1 WHERE reference = '%s'", concern);
        breaks(
                "in the engine only",
                "DELETE FROM waiting_step WHERE step = 'police-report' AND reference = '%s'",
                concern);
        breaks(
                "in the queue only",
                "UPDATE waiting_step SET task = 'x' WHERE step = 'police-report' AND reference = '%s'",
                concern);
        breaks(
                "in the queue only",
                "UPDATE waiting_step SET step = 'close' WHERE step = 'police-report' AND reference = '%s'",
                concern);
        breaks(
                "I3: %s police-report/ is with x",
                "UPDATE waiting_step SET claimed_by = 'x' WHERE step = 'police-report' AND reference = '%s'", concern);
        breaks(
                "I3: %s immediate-risk-check/1 is with no user",
                "UPDATE waiting_step SET claimed_by = NULL WHERE reference = '%s'", concern);
        breaks(
                "I5: entry 3 of %s does not hold",
                "UPDATE timeline_entry SET sentence = 'x' WHERE sequence = 3 AND reference = '%s'", concern);
        breaks(
                "I5: entry 4 of %s does not hold",
                "DELETE FROM timeline_entry WHERE sequence = 3 AND reference = '%s'", concern);
        breaks(
                "I5: entry 2 of %s does not hold",
                "UPDATE timeline_detail SET salt = 'x' WHERE sequence = 2 AND reference = '%s'", concern);
        breaks(
                "I5: the timeline of %s does not end at its head",
                "UPDATE concern SET timeline_head = 'x' WHERE reference = '%s'", concern);
        breaks(
                "I5: a decision was made +1 times more than the timeline tells: %s immediate-risk-check 1",
                "INSERT INTO decided_step (reference, step, item, round, decision, opened_at, due, decided_at, decided_by, decided_by_name, hub) VALUES ('%s', 'immediate-risk-check', '1', 2, '{}', 1, 1, 1, 'x', 'x', 'chub')",
                concern);
        breaks(
                "I5: %s waits at police-report/ without an entry",
                "UPDATE waiting_step SET opened_at = 1 WHERE step = 'police-report' AND reference = '%s'", concern);
        breaks(
                "I5: %s has 2 letters and 1 entries",
                "INSERT INTO letter (reference, purpose, item, revision, partner, content, content_hash, prepared_at, state) VALUES ('%s', 'POLICE_REPORT', '', 2, 'x', 'x', 'x', 1, 'WAITING')",
                concern);
        breaks(
                "is out of retries",
                "UPDATE ACT_RU_JOB SET RETRIES_ = 0 WHERE PROCESS_INSTANCE_ID_ IN (SELECT ID_ FROM ACT_RU_EXECUTION WHERE BUSINESS_KEY_ = '%s')",
                concern);
        breaks(
                "is locked past its lease",
                "UPDATE ACT_RU_JOB SET LOCK_EXP_TIME_ = '2020-01-01' WHERE PROCESS_INSTANCE_ID_ IN (SELECT ID_ FROM ACT_RU_EXECUTION WHERE BUSINESS_KEY_ = '%s')",
                concern);
    }

    @Test
    void aConcernThatWaitsForNothingIsDetected() throws SQLException {
        String concern = concern();
        try (Connection connection = TestDatabase.open()) {
            connection.setAutoCommit(false);
            execute(connection, "DELETE FROM waiting_step WHERE reference = '%s'".formatted(concern));
            execute(connection, "UPDATE letter SET state = 'ACKNOWLEDGED' WHERE reference = '%s'".formatted(concern));
            execute(
                    connection,
                    "UPDATE ACT_RU_JOB SET PROCESS_INSTANCE_ID_ = NULL WHERE PROCESS_INSTANCE_ID_ IN (SELECT ID_ FROM ACT_RU_EXECUTION WHERE BUSINESS_KEY_ = '%s')"
                            .formatted(concern));
            assertThat(new Invariants(connection).everyOpenConcernWaitsForSomething())
                    .containsExactly("I2: concern %s is open and waits for nothing".formatted(concern));
            connection.rollback();
        }
    }

    @Test
    void aViolationAfterTheLastTestFailsTheSession() {
        String concern = concern();
        String head = TestDatabase.rows("SELECT timeline_head FROM concern WHERE reference = ?", concern)
                .get(0)
                .get(0);
        TestDatabase.change("UPDATE concern SET timeline_head = 'x' WHERE reference = ?", concern);
        try {
            assertThat(RealMySql.usedDatabases()).contains(TestDatabase.name());
            assertThatThrownBy(() -> InvariantsListener.check(List.of(TestDatabase.name())))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("1 INVARIANTS BROKEN after the tests")
                    .hasMessageContaining("the timeline of %s does not end at its head".formatted(concern));
        } finally {
            TestDatabase.change("UPDATE concern SET timeline_head = ? WHERE reference = ?", head, concern);
        }
        InvariantsListener.check(List.of(TestDatabase.name()));
    }

    private String concern() {
        time.set(MovableTime.A_TUESDAY_MORNING);
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        concern.handle("officer.hartlepool", "immediate-risk-check/1", "claim")
                .then()
                .statusCode(200);
        return concern.reference();
    }

    private static void breaks(String sentence, String sql, String concern) throws SQLException {
        try (Connection connection = TestDatabase.open()) {
            connection.setAutoCommit(false);
            execute(connection, "SET foreign_key_checks = 0");
            execute(connection, sql.formatted(concern));
            assertThat(new Invariants(connection).broken(ShownReference.of(TestDatabase.name())))
                    .as(sql)
                    .anyMatch(broken -> broken.contains(sentence.formatted(concern)));
            connection.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
