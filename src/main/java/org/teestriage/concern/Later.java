package org.teestriage.concern;

import java.time.Instant;

/** An addition as a partner is told of it. */
public record Later(Note.Kind kind, Instant at, String by, Addition told) {}
