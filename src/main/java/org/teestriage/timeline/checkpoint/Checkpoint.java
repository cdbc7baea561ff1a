package org.teestriage.timeline.checkpoint;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.teestriage.timeline.Fingerprint;

/**
 * What all timelines and the read log were at one moment, signed. It covers the rows that came since the one before, and
 * through the hash of that one all earlier rows too.
 *
 * @param key the fingerprint of the public key
 * @param signature over {@link #head()}, in Base64
 */
record Checkpoint(long number, Instant at, String previous, String key, Rows entries, Rows readings, String signature) {

    private static final String FORMAT = "tees-triage-checkpoint-1";
    static final String FIRST = "0".repeat(64);
    private static final String SIGNATURE = "signature ";
    private static final int HEAD_LINES = 7;

    /** A checkpoint that nobody has signed yet. */
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

    /** The head and its signature: what the next checkpoint keeps the hash of. */
    String text() {
        return head() + SIGNATURE + signature + "\n";
    }

    String hash() {
        return Fingerprint.ofBytes(text().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #text()} wrote; an {@code IllegalArgumentException} where it is anything else. */
    static Checkpoint read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != HEAD_LINES + 1 || !lines.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException("this is no " + FORMAT);
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
                throw new IllegalArgumentException("this is not as a checkpoint is written");
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
