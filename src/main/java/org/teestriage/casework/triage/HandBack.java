package org.teestriage.casework.triage;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.platform.validation.MultiLine;

/**
 * The Emergency Duty Team gives a concern back to the hub.
 *
 * @param done what the team did, and what is left to do
 */
public record HandBack(@NotBlank @MultiLine String done) {}
