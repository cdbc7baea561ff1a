package org.teestriage.concern;

import org.teestriage.concern.facts.Addition;

import java.time.Instant;

/** An addition as a partner is told of it. */
public record Later(Note.Kind kind, Instant at, String by, Addition told) {}
