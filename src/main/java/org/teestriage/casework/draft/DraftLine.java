package org.teestriage.casework.draft;

import java.time.Instant;

/** A draft in the list of its owner, which is read without any content. */
public record DraftLine(String id, Instant startedAt, Instant expiresAt) {}
