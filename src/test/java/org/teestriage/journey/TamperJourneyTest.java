package org.teestriage.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Api;
import org.teestriage.testing.Bodies;
import org.teestriage.testing.MySqlResource;
import org.teestriage.testing.RealMySql;
import org.teestriage.testing.Store;
import org.teestriage.timeline.Happened;
import org.teestriage.timeline.Link;
import org.teestriage.timeline.Signature;

/** The timeline shows who touched it: verification names the first entry that does not hold. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class TamperJourneyTest extends Journey {

    private Api.Told concern;

    @BeforeEach
    void aClosedConcern() {
        concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(concern));
        assertThat(verified().get("whole").asBoolean()).isTrue();
    }

    @AfterEach
    void itIsWholeAgain() {
        assertThat(verified().get("whole").asBoolean()).isTrue();
    }

    @Test
    void anAlteredSentenceIsNamed() {
        Store.change(
                "UPDATE timeline_entry SET sentence = concat(sentence, ' ') WHERE reference = ? AND sequence = 4",
                concern.reference());
        firstFault(4, "the entry was altered");
        Store.change(
                "UPDATE timeline_entry SET sentence = trim(sentence) WHERE reference = ? AND sequence = 4",
                concern.reference());
    }

    @Test
    void everyAlteredColumnIsNamed() {
        for (String column :
                List.of("user_name", "name", "role", "affiliation", "step", "item", "detail_hash", "hash")) {
            String was = Store.rows(
                            "SELECT " + column + " FROM timeline_entry WHERE reference = ? AND sequence = 5",
                            concern.reference())
                    .get(0)
                    .get(0);
            set(column, "x");
            assertThat(verified().at("/firstFault/sequence").asLong())
                    .as(column)
                    .isEqualTo(5);
            set(column, was);
        }
        Store.change(
                "UPDATE timeline_entry SET at_micros = at_micros + 1 WHERE reference = ? AND sequence = 5",
                concern.reference());
        firstFault(5, "the entry was altered");
        Store.change(
                "UPDATE timeline_entry SET at_micros = at_micros - 1 WHERE reference = ? AND sequence = 5",
                concern.reference());
    }

    private void set(String column, String value) {
        Store.change(
                "UPDATE timeline_entry SET " + column + " = ? WHERE reference = ? AND sequence = 5",
                value,
                concern.reference());
    }

    @Test
    void anAlteredDetailIsNamed() {
        Store.change(
                "UPDATE timeline_detail SET content = concat(content, ' ') WHERE reference = ? AND sequence = 2",
                concern.reference());
        firstFault(2, "the details of the entry were altered");
        Store.change(
                "UPDATE timeline_detail SET content = trim(content) WHERE reference = ? AND sequence = 2",
                concern.reference());
    }

    @Test
    void aDeletedEntryIsNamedInTheMiddleAndAtTheEnd() {
        long last = verified().get("entries").asLong();
        hidden(5, () -> firstFault(5, "the entry is missing"));
        hidden(1, () -> firstFault(1, "the entry is missing"));
        hidden(last, () -> firstFault(last, "the timeline ends before the head that the concern holds"));
    }

    private void hidden(long sequence, Runnable check) {
        Store.change(
                "UPDATE timeline_entry SET reference = 'elsewhere' WHERE reference = ? AND sequence = ?",
                concern.reference(),
                sequence);
        check.run();
        Store.change("UPDATE timeline_entry SET reference = ? WHERE reference = 'elsewhere'", concern.reference());
    }

    @Test
    void twoSwappedEntriesAreNamed() {
        swap();
        assertThat(verified().at("/firstFault/sequence").asLong()).isEqualTo(3);
        swap();
    }

    private void swap() {
        Store.change(
                "UPDATE timeline_entry SET sequence = 103 WHERE reference = ? AND sequence = 3", concern.reference());
        Store.change(
                "UPDATE timeline_entry SET sequence = 3 WHERE reference = ? AND sequence = 4", concern.reference());
        Store.change(
                "UPDATE timeline_entry SET sequence = 4 WHERE reference = ? AND sequence = 103", concern.reference());
    }

    @Test
    void whoeverAltersTheLastEntryAndRecomputesItsHashStillMissesTheHead() {
        long last = verified().get("entries").asLong();
        List<String> was = Store.rows(
                        "SELECT sentence, hash FROM timeline_entry WHERE reference = ? AND sequence = ?",
                        concern.reference(),
                        last)
                .get(0);
        Link forged = forged(last, "Nothing happened.");
        Store.change(
                "UPDATE timeline_entry SET sentence = ?, hash = ? WHERE reference = ? AND sequence = ?",
                forged.sentence(),
                forged.hash(),
                concern.reference(),
                last);
        firstFault(last, "the timeline ends before the head that the concern holds");
        Store.change(
                "UPDATE timeline_entry SET sentence = ?, hash = ? WHERE reference = ? AND sequence = ?",
                was.get(0),
                was.get(1),
                concern.reference(),
                last);
    }

    @Test
    void whoeverAltersAnEntryAndRecomputesItsHashBreaksTheNext() {
        List<String> was = Store.rows(
                        "SELECT sentence, hash FROM timeline_entry WHERE reference = ? AND sequence = 5",
                        concern.reference())
                .get(0);
        Link forged = forged(5, "Nothing happened.");
        Store.change(
                "UPDATE timeline_entry SET sentence = ?, hash = ? WHERE reference = ? AND sequence = 5",
                forged.sentence(),
                forged.hash(),
                concern.reference());
        firstFault(6, "the entry does not follow the one before it");
        Store.change(
                "UPDATE timeline_entry SET sentence = ?, hash = ? WHERE reference = ? AND sequence = 5",
                was.get(0),
                was.get(1),
                concern.reference());
    }

    private Link forged(long sequence, String sentence) {
        List<String> row = Store.rows(
                        "SELECT at_micros, user_name, name, role, affiliation, kind, step, item, detail_hash, previous_hash FROM timeline_entry WHERE reference = ? AND sequence = ?",
                        concern.reference(),
                        sequence)
                .get(0);
        return new Link(
                concern.reference(),
                sequence,
                Long.parseLong(row.get(0)),
                new Signature(row.get(1), row.get(2), row.get(3), row.get(4)),
                Happened.Kind.valueOf(row.get(5)),
                row.get(6),
                row.get(7),
                sentence,
                row.get(8),
                row.get(9));
    }

    @Test
    void anErasedDetailKeepsTheChainWholeAndIsCounted() {
        Store.change("DELETE FROM timeline_detail WHERE reference = ? AND sequence IN (1, 5)", concern.reference());
        JsonNode verification = verified();
        assertThat(verification.get("whole").asBoolean()).isTrue();
        assertThat(verification.get("erasedDetails").asLong()).isEqualTo(2);
        assertThat(concern.timeline("auditor").get(0).has("details")).isFalse();
        assertThat(concern.timeline("auditor").get(0).get("sentence").asText()).isEqualTo("Raised in writing.");
    }

    @Test
    void theApplicationsAccountCanAddToTheTimelineAndNeverChangeIt() throws SQLException {
        String signedIn = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        assertThat(signedIn).isEqualTo(RealMySql.APP);
        try (Connection app = RealMySql.shared().openAsApp(Store.name());
                Statement statement = app.createStatement()) {
            for (String refused : List.of(
                    "UPDATE timeline_entry SET sentence = 'x'",
                    "DELETE FROM timeline_entry",
                    "TRUNCATE TABLE timeline_entry",
                    "ALTER TABLE timeline_entry DROP COLUMN hash",
                    "REPLACE INTO timeline_entry SELECT * FROM timeline_entry")) {
                assertThatThrownBy(() -> statement.execute(refused)).as(refused).hasMessageContaining("command denied");
            }
        }
    }

    private void firstFault(long sequence, String sentence) {
        JsonNode verification = verified();
        assertThat(verification.get("whole").asBoolean()).isFalse();
        assertThat(verification.at("/firstFault/sequence").asLong()).isEqualTo(sequence);
        assertThat(verification.at("/firstFault/sentence").asText()).isEqualTo(sentence);
    }

    private JsonNode verified() {
        return concern.read("auditor", "/verification");
    }
}
