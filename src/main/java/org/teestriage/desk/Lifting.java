package org.teestriage.desk;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.concern.Text;

/** Takes a wall down, and why: the suspect is somebody else of that name, the conflict has ended. */
public record Lifting(@NotBlank @Text String reason) {}
