package org.teestriage.casework.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A draft as its owner sees it, and until when it is kept. */
public record DraftView(String id, Content content, Instant startedAt, Instant savedAt, Instant expiresAt) {

    /** What was typed so far, by the name of the field, and which sections were looked at. */
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
