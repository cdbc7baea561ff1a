package org.teestriage.concern.facts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;

public record DangerReport(
        @NotBlank @MultiLine String what, @Nullable @Valid PoliceContact policeContact) implements Addition {}
