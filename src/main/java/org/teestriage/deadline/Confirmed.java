package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** Who was asked whether a rule is right, and when. */
record Confirmed(
        @JsonProperty(required = true) String by,
        @JsonProperty(required = true) LocalDate on) {}
