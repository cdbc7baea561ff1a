package org.teestriage.casework.queue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Step;
import org.teestriage.platform.persistence.EpochMicros;

/** {@code after} is the cursor; {@code size} is the maximum number of lines of a page. */
public record QueueFilter(
        Whose whose, boolean overdue, @Nullable Step step, Optional<After> after, int size) {

    QueueFilter after(After last) {
        return new QueueFilter(whose, overdue, step, Optional.of(last), size);
    }

    public enum Whose {
        ALL,
        MINE,
        UNCLAIMED
    }

    /** Keyset cursor: the sort key of the last line of a page. Changes to the queue between pages do not shift it. */
    public record After(int rank, Instant due, String task) {

        private static final String RANK = "[0-9]{1,3}";
        private static final String MICROS = "[0-9]{1,18}";

        String written() {
            String keys = "%d %d %s".formatted(rank, EpochMicros.of(due), task);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
        }

        /** Parses a cursor of {@link #written}. Empty if the text is malformed. */
        public static Optional<After> read(String written) {
            try {
                String[] keys =
                        new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(" ", 3);
                if (!keys[0].matches(RANK) || !keys[1].matches(MICROS)) {
                    return Optional.empty();
                }
                return Optional.of(
                        new After(Integer.parseInt(keys[0]), EpochMicros.toInstant(Long.parseLong(keys[1])), keys[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }
    }
}
