package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.platform.validation.SingleLine;

/**
 * Approves one letter for delivery by the service.
 *
 * @param recipient the recipient's name, which must equal that of the letter
 * @param contentHash SHA-256 of the content that the approver read, see {@code LetterDraft.hash()}
 */
public record Approval(
        @NotBlank @SingleLine String recipient,
        @NotBlank @SingleLine String contentHash) {}
