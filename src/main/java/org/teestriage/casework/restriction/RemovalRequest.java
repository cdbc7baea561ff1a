package org.teestriage.casework.restriction;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.platform.validation.MultiLine;

/** Takes a restriction down, and why: the suspect is somebody else of that name, the conflict has ended. */
public record RemovalRequest(@NotBlank @MultiLine String reason) {}
