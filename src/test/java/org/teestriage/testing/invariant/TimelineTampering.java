package org.teestriage.testing.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.server.TestDatabase;
import org.teestriage.timeline.ChainLink;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.TimelineEvent;

/** The timeline of one concern, changed by an attacker with all rights who knows how hashes are computed. */
public record TimelineTampering(String reference) {

    public static final String WHOLE = "whole";

    private static final List<String> TABLES = List.of("timeline_entry", "timeline_detail");

    public long last() {
        return Long.parseLong(
                TestDatabase.rows("SELECT MAX(sequence) FROM timeline_entry WHERE reference = ?", reference)
                        .get(0)
                        .get(0));
    }

    public void entry(long sequence, String change) {
        TestDatabase.change(
                "UPDATE timeline_entry SET " + change + " WHERE reference = ? AND sequence = ?", reference, sequence);
    }

    /** Deletes an entry and its details. */
    public void delete(long sequence) {
        for (String table : TABLES) {
            TestDatabase.change(
                    "DELETE FROM %s WHERE reference = ? AND sequence = ?".formatted(table), reference, sequence);
        }
    }

    /** Moves an entry and its details to an unused sequence number. */
    public void move(long from, long to) {
        for (String table : TABLES) {
            TestDatabase.change(
                    "UPDATE %s SET sequence = ? WHERE reference = ? AND sequence = ?".formatted(table),
                    to,
                    reference,
                    from);
        }
    }

    public ChainLink link(long sequence) {
        List<String> row = TestDatabase.rows(
                        "SELECT at_micros, user_name, name, role, affiliation, kind, step, item, sentence, detail_hash,"
                                + " previous_hash FROM timeline_entry WHERE reference = ? AND sequence = ?",
                        reference,
                        sequence)
                .get(0);
        return new ChainLink(
                reference,
                sequence,
                Long.parseLong(row.get(0)),
                new Signature(row.get(1), row.get(2), row.get(3), row.get(4)),
                TimelineEvent.Kind.valueOf(row.get(5)),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10));
    }

    /** Hides the change: recomputes every hash from this entry on, and the head in the concern. */
    public void recomputeHashesFrom(long first) {
        String previous = ChainLink.root(reference);
        for (long sequence = 1; sequence <= last(); sequence++) {
            if (sequence >= first) {
                entry(sequence, "previous_hash = '%s'".formatted(previous));
                entry(sequence, "hash = '%s'".formatted(link(sequence).hash()));
            }
            previous = link(sequence).hash();
        }
        TestDatabase.change(
                "UPDATE concern SET timeline_length = ?, timeline_head = ? WHERE reference = ?",
                last(),
                previous,
                reference);
    }

    /** The verification result of the service: {@link #WHOLE}, or the first invalid entry. */
    public String verified() {
        JsonNode verification = new Api.ConcernClient(reference).read("auditor", "/verification");
        return verification.get("whole").asBoolean()
                ? WHOLE
                : "entry %s: %s"
                        .formatted(
                                verification.at("/firstFault/sequence").asText(),
                                verification.at("/firstFault/sentence").asText());
    }
}
