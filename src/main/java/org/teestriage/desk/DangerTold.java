package org.teestriage.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.PoliceContact;
import org.teestriage.concern.Text;

/** Somebody says that the danger has grown, and whether the police already know. */
public record DangerTold(
        @NotBlank @Text String what, @Nullable @Valid PoliceContact policeContact) {}
