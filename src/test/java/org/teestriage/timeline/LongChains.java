package org.teestriage.timeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.teestriage.timeline.TimelineEvent.Kind;

/** Writes valid timelines of a given length directly to the database, to measure their verification. */
public final class LongChains {

    private static final String SALT = "00112233445566778899aabbccddeeff";
    private static final String DETAILS =
            "{\"finding\":\"NO_IMMEDIATE_DANGER\",\"rationale\":\"At home with both parents.\"}";

    private LongChains() {}

    /** Writes a chain of this length for a concern without entries, and sets the head of its timeline. */
    public static void write(Connection connection, String reference, int length) throws SQLException {
        try (PreparedStatement entry = connection.prepareStatement("INSERT INTO timeline_entry (reference, sequence,"
                        + " at_micros, user_name, name, role, affiliation, kind, step, item, sentence, detail_hash,"
                        + " previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement detail = connection.prepareStatement(
                        "INSERT INTO timeline_detail (reference, sequence, salt, content) VALUES (?, ?, ?, ?)");
                PreparedStatement head = connection.prepareStatement(
                        "UPDATE concern SET timeline_length = ?, timeline_head = ? WHERE reference = ?")) {
            String previous = ChainLink.root(reference);
            for (int sequence = 1; sequence <= length; sequence++) {
                ChainLink link = new ChainLink(
                        reference,
                        sequence,
                        1_790_000_000_000_000L + sequence,
                        Signature.THE_PATH,
                        Kind.DECIDED,
                        "immediate-risk-check",
                        "1",
                        "No immediate danger.",
                        ChainLink.detailHash(SALT, DETAILS),
                        previous);
                previous = link.hash();
                fill(
                        entry,
                        reference,
                        sequence,
                        link.atMicros(),
                        link.signature().user(),
                        link.signature().name(),
                        link.signature().role(),
                        link.signature().affiliation(),
                        link.kind().name(),
                        link.step(),
                        link.item(),
                        link.sentence(),
                        link.detailHash(),
                        link.previousHash(),
                        previous);
                fill(detail, reference, sequence, SALT, DETAILS);
            }
            entry.executeBatch();
            detail.executeBatch();
            fill(head, length, previous, reference);
            head.executeBatch();
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
