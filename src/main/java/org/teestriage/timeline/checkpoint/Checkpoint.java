package org.teestriage.timeline.checkpoint;

import java.time.Instant;
import java.util.List;
import org.teestriage.platform.document.Sha256;

/**
 * A signed snapshot of all timelines and the read log. It covers the rows since the previous checkpoint and, through
 * the hash of that one, all earlier rows.
 *
 * @param key the fingerprint of the public key
 * @param signature over {@link #head()}, in Base64
 */
record Checkpoint(long number, Instant at, String previous, String key, Rows entries, Rows readings, String signature) {

    private static final String FORMAT = "tees-triage-checkpoint-1";
    static final String FIRST = "0".repeat(64);
    private static final String SIGNATURE = "signature ";
    private static final int HEAD_LINES = 7;

    static Checkpoint unsigned(long number, Instant at, String previous, String key, Rows entries, Rows readings) {
        return new Checkpoint(number, at, previous, key, entries, readings, "");
    }

    Checkpoint signed(String by) {
        return new Checkpoint(number, at, previous, key, entries, readings, by);
    }

    /** The text that is signed. */
    String head() {
        return """
                %s
                number %d
                at %s
                previous %s
                key %s
                entries %s
                readings %s
                """.formatted(FORMAT, number, at, previous, key, entries.written(), readings.written());
    }

    /** The head and its signature. The next checkpoint contains the hash of this text. */
    String text() {
        return head() + SIGNATURE + signature + "\n";
    }

    String hash() {
        return Sha256.of(text());
    }

    /**
     * Parses the format of {@link #text()}.
     *
     * @throws IllegalArgumentException if the text has any other form
     */
    static Checkpoint read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != HEAD_LINES + 1 || !lines.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException("not a " + FORMAT);
        }
        try {
            Checkpoint read = new Checkpoint(
                    Long.parseLong(value(lines.get(1), "number ")),
                    Instant.parse(value(lines.get(2), "at ")),
                    value(lines.get(3), "previous "),
                    value(lines.get(4), "key "),
                    Rows.read(value(lines.get(5), "entries ")),
                    Rows.read(value(lines.get(6), "readings ")),
                    value(lines.get(7), SIGNATURE));
            if (!read.text().equals(text)) {
                throw new IllegalArgumentException("not the canonical form of a checkpoint");
            }
            return read;
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException("a line of the checkpoint is missing: " + name.strip());
        }
        return line.substring(name.length());
    }
}
