package org.teestriage.casework.question;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.platform.validation.Informative;
import org.teestriage.platform.validation.MultiLine;

/** A question in words that tell the referrer nothing new. */
public record QuestionRequest(
        @NotBlank @MultiLine @Informative String text) {}
