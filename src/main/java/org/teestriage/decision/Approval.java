package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.platform.validation.SingleLine;

/** A letter may go: somebody read exactly these words, by their hash, and confirms to whom. The service brings it. */
public record Approval(
        @NotBlank @SingleLine String recipient,
        @NotBlank @SingleLine String contentHash) {}
