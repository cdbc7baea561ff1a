package org.teestriage.casework.question;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

public record QuestionWithdrawal(
        @NotBlank @MultiLine @Reason String because) {}
