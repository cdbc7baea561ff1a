package org.teestriage.casework.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

public record DraftView(
        String id, Content content, DraftChanges changes, Instant startedAt, Instant savedAt, Instant expiresAt) {

    /** What a form of this draft has to carry, so that a later save is noticed. */
    public long version() {
        return changes.version();
    }

    /** Values by field name, and the sections that the user has opened. */
    public record Content(Map<String, List<String>> answers, List<String> seen) {

        public Content withAnswers(Map<String, List<String>> answers) {
            return new Content(answers, seen);
        }

        public Content withSeen(String section) {
            return new Content(
                    answers,
                    Stream.concat(seen.stream(), Stream.of(section)).distinct().toList());
        }
    }
}
