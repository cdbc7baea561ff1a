package org.teestriage.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.invariant.TimelineTampering;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.testing.server.TestDatabase;

/** Verification of a timeline names the first entry that was tampered with. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class TamperJourneyTest extends ConcernJourney {

    private static final List<String> TABLES = List.of("timeline_entry", "timeline_detail");

    @Inject
    Timeline timeline;

    @Inject
    Concerns concerns;

    private Api.ConcernClient concern;

    @BeforeEach
    void aClosedConcern() {
        concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(concern));
        assertThat(verified().get("whole").asBoolean()).isTrue();
        for (String table : TABLES) {
            TestDatabase.change(
                    "CREATE TABLE kept_%1$s AS SELECT * FROM %1$s WHERE reference = ?".formatted(table), reference());
        }
    }

    @AfterEach
    void restoreAndVerify() {
        restore();
        TABLES.forEach(table -> TestDatabase.change("DROP TABLE kept_" + table));
        assertThat(verified().get("whole").asBoolean()).isTrue();
    }

    private void restore() {
        for (String table : TABLES) {
            TestDatabase.change("DELETE FROM %s WHERE reference = ?".formatted(table), reference());
            TestDatabase.change("INSERT INTO %1$s SELECT * FROM kept_%1$s".formatted(table));
        }
    }

    @Test
    void anAlteredSentenceIsDetected() {
        alterEntry(4, "sentence = concat(sentence, ' ')");
        assertFirstFault(4, "the entry was altered");
    }

    @Test
    void everyAlteredColumnIsDetected() {
        for (String change : List.of(
                "at_micros = at_micros + 1",
                "user_name = 'x'",
                "name = 'x'",
                "role = 'x'",
                "affiliation = 'x'",
                "kind = 'CALLED'",
                "step = 'x'",
                "item = 'x'",
                "detail_hash = 'x'",
                "hash = 'x'")) {
            alterEntry(5, change);
            assertFirstFault(5, "the entry was altered");
            restore();
        }
        alterEntry(5, "previous_hash = 'x'");
        assertFirstFault(5, "the entry does not follow the one before it");
    }

    @Test
    void anAlteredDetailIsDetected() {
        for (String change : List.of("content = concat(content, ' ')", "salt = 'x'")) {
            TestDatabase.change(
                    "UPDATE timeline_detail SET " + change + " WHERE reference = ? AND sequence = 2", reference());
            assertFirstFault(2, "the details of the entry were altered");
            restore();
        }
    }

    @Test
    void aDeletedEntryIsDetectedAtTheStartInTheMiddleAndAtTheEnd() {
        delete(1);
        assertFirstFault(1, "the entry is missing");
        restore();
        delete(5);
        assertFirstFault(5, "the entry is missing");
        restore();
        delete(last());
        assertFirstFault(last() + 1, "the timeline ends before the head that the concern holds");
    }

    private void delete(long sequence) {
        TestDatabase.change("DELETE FROM timeline_entry WHERE reference = ? AND sequence = ?", reference(), sequence);
    }

    @Test
    void anEntryAddedAfterTheHeadIsDetected() {
        TestDatabase.change(
                "INSERT INTO timeline_entry (reference, sequence, at_micros, user_name, name, role, affiliation, kind,"
                        + " step, item, sentence, detail_hash, previous_hash, hash) SELECT reference, sequence + 1,"
                        + " at_micros, user_name, name, role, affiliation, kind, step, item, sentence, detail_hash,"
                        + " hash, 'x' FROM timeline_entry WHERE reference = ? AND sequence = ?",
                reference(),
                last());
        long added = last();
        TestDatabase.change(
                "UPDATE timeline_entry SET hash = ? WHERE reference = ? AND sequence = ?",
                recomputed(added).hash(),
                reference(),
                added);
        assertFirstFault(added, "the entry lies behind the head that the concern holds");
    }

    @Test
    void twoSwappedEntriesAreDetected() {
        alterEntry(3, "sequence = 103");
        alterEntry(4, "sequence = 3");
        alterEntry(103, "sequence = 4");
        assertFirstFault(3, "the entry does not follow the one before it");
    }

    @Test
    void recomputingTheHashOfAnAlteredEntryBreaksTheNextEntry() {
        alterEntry(5, "sentence = 'Nothing happened.'");
        alterEntry(5, "hash = '%s'".formatted(recomputed(5).hash()));
        assertFirstFault(6, "the entry does not follow the one before it");
    }

    @Test
    void recomputingTheHashOfTheLastEntryContradictsTheHead() {
        alterEntry(last(), "sentence = 'Nothing happened.'");
        alterEntry(last(), "hash = '%s'".formatted(recomputed(last()).hash()));
        assertFirstFault(last(), "the entry is not the head that the concern holds");
    }

    private ChainLink recomputed(long sequence) {
        return new TimelineTampering(reference()).link(sequence);
    }

    @Test
    void detailsErasedWithAnEntryThatSaysWhyLeaveTheTimelineWhole() {
        long length = last();
        assertThatThrownBy(() -> record(1, "not with the account of the service"))
                .hasStackTraceContaining("DELETE command denied");
        assertThat(last()).isEqualTo(length);
        erase(1, "the retention period has ended");
        erase(5, "the retention period has ended");
        JsonNode verification = verified();
        assertThat(verification.get("whole").asBoolean()).isTrue();
        assertThat(verification.get("erasedDetails").asLong()).isEqualTo(2);
        assertThat(verification.get("erased")).hasToString("[1,5]");
        assertThat(verification.get("deleted")).isEmpty();
        assertThat(verification.get("entries").asLong()).isEqualTo(length + 2);
        assertThat(concern.timeline("auditor").get(0).has("details")).isFalse();
        assertThat(concern.timeline("auditor").get(0).get("sentence").asText()).isEqualTo("Raised in writing.");
        JsonNode last = concern.timeline("auditor").get((int) length + 1);
        assertThat(last.get("kind").asText()).isEqualTo("ERASED");
        assertThat(last.get("sentence").asText())
                .isEqualTo("The details of entry 5 were erased: the retention period has ended");
        assertThat(Api.as("auditor").get("/concerns/" + reference() + "/audit").asString())
                .contains("Yes.", "were erased, and an entry says why: 1, 5.");
        assertThatThrownBy(() -> erase(5, "again")).hasMessageContaining("erased already");
        assertThatThrownBy(() -> erase(999, "beyond the end")).hasMessageContaining("does not exist");
        cutBackTo(length);
    }

    /** Deletes the details with another account, because that of the service may not. */
    private void erase(long sequence, String reason) {
        TestDatabase.change("DELETE FROM timeline_detail WHERE reference = ? AND sequence = ?", reference(), sequence);
        record(sequence, reason);
    }

    private void record(long sequence, String reason) {
        QuarkusTransaction.requiringNew()
                .run(() -> timeline.erase(
                        concerns.findToChange(new Reference(reference())).orElseThrow(),
                        MovableTime.A_TUESDAY_MORNING,
                        sequence,
                        reason));
    }

    /** Removes the entries that the test added, as the restored tables do. */
    private void cutBackTo(long length) {
        TestDatabase.change(
                "UPDATE concern SET timeline_length = ?, timeline_head = (SELECT hash FROM kept_timeline_entry WHERE"
                        + " sequence = ?) WHERE reference = ?",
                length,
                length,
                reference());
    }

    @Test
    void detailsDeletedWithoutAnEntryAreNamed() {
        TestDatabase.change("DELETE FROM timeline_detail WHERE reference = ? AND sequence IN (2, 5)", reference());
        assertFirstFault(2, "the details of the entry were deleted, and no entry says why");
        JsonNode verification = verified();
        assertThat(verification.get("deleted")).hasToString("[2,5]");
        assertThat(verification.get("erasedDetails").asLong()).isZero();
        assertThat(Api.as("auditor").get("/concerns/" + reference() + "/audit").asString())
                .contains("No.", "were deleted, and no entry says why: 2, 5.");
    }

    @Test
    void anEntryAboutAnErasureExplainsNoOtherEntry() {
        long length = last();
        erase(3, "the retention period has ended");
        TestDatabase.change("DELETE FROM timeline_detail WHERE reference = ? AND sequence IN (4)", reference());
        assertThat(verified().get("erased")).hasToString("[3]");
        assertThat(verified().get("deleted")).hasToString("[4]");
        cutBackTo(length);
    }

    private void alterEntry(long sequence, String change) {
        TestDatabase.change(
                "UPDATE timeline_entry SET " + change + " WHERE reference = ? AND sequence = ?", reference(), sequence);
    }

    private long last() {
        return Long.parseLong(
                TestDatabase.rows("SELECT MAX(sequence) FROM timeline_entry WHERE reference = ?", reference())
                        .get(0)
                        .get(0));
    }

    private String reference() {
        return concern.reference();
    }

    @Test
    void theApplicationAccountCannotChangeOrDeleteTimelineEntries() throws SQLException {
        String signedIn = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        assertThat(signedIn).isEqualTo(RealMySql.APP);
        try (Connection app = RealMySql.shared().openAsApp(TestDatabase.name());
                Statement statement = app.createStatement()) {
            for (String refused : List.of(
                    "UPDATE timeline_entry SET sentence = 'x'",
                    "DELETE FROM timeline_entry",
                    "UPDATE timeline_detail SET content = '{}'",
                    "DELETE FROM timeline_detail",
                    "TRUNCATE TABLE timeline_entry",
                    "ALTER TABLE timeline_entry DROP COLUMN hash",
                    "UPDATE reading SET name = 'x'",
                    "DELETE FROM reading",
                    "CREATE TABLE mine (id INT)",
                    "DROP TABLE draft",
                    "REPLACE INTO timeline_entry SELECT * FROM timeline_entry")) {
                assertThatThrownBy(() -> statement.execute(refused)).as(refused).hasMessageContaining("command denied");
            }
        }
    }

    @Test
    void theAuditorAccountReadsTheTimelineButNoContentAboutAChild() throws SQLException {
        try (Connection auditor = RealMySql.shared().openAsAuditor(TestDatabase.name());
                Statement statement = auditor.createStatement()) {
            for (String read : List.of(
                    "SELECT * FROM timeline_entry",
                    "SELECT * FROM reading",
                    "SELECT reference, timeline_head FROM concern",
                    "SELECT step, due, decided_at, decided_by FROM decided_step",
                    "SELECT content_hash, state FROM letter")) {
                assertThat(statement.execute(read)).as(read).isTrue();
            }
            for (String refused : List.of(
                    "SELECT * FROM timeline_detail",
                    "SELECT facts FROM concern",
                    "SELECT decision FROM decided_step",
                    "SELECT content FROM letter",
                    "SELECT * FROM enclosure",
                    "SELECT * FROM draft",
                    "SELECT * FROM ACT_RU_TASK",
                    "UPDATE timeline_entry SET sentence = 'x'",
                    "CREATE TABLE mine (id INT)")) {
                assertThatThrownBy(() -> statement.execute(refused)).as(refused).hasMessageContaining("denied");
            }
        }
    }

    private void assertFirstFault(long sequence, String sentence) {
        JsonNode verification = verified();
        assertThat(verification.get("whole").asBoolean()).isFalse();
        assertThat(verification.at("/firstFault/sequence").asLong()).isEqualTo(sequence);
        assertThat(verification.at("/firstFault/sentence").asText()).isEqualTo(sentence);
    }

    private JsonNode verified() {
        return concern.read("auditor", "/verification");
    }
}
