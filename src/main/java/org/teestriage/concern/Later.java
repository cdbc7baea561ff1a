package org.teestriage.concern;

import java.time.Instant;
import org.teestriage.concern.facts.Addition;

/** An addition as a partner is told of it. */
public record Later(Note.Kind kind, Instant at, String by, Addition told) {}
