package org.teestriage.casework.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A draft as its owner sees it, and until when it is kept. */
public record DraftView(String id, Content content, Instant startedAt, Instant savedAt, Instant expiresAt) {

    /** What was typed so far, by the name of the field, and which sections were looked at. */
    public record Content(Map<String, List<String>> answers, List<String> seen) {}
}
