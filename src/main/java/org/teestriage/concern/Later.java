package org.teestriage.concern;

import java.time.Instant;
import org.teestriage.concern.facts.Addition;

public record Later(Note.Kind kind, Instant at, String by, Addition told) {}
