package org.teestriage.delivery;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * A partner's notice about a letter.
 *
 * @param at when the status took effect at the partner
 * @param reference the partner's own reference
 */
public record ReceiptNotice(
        @NotNull Status status,
        @NotNull Instant at,
        @Nullable @SingleLine String reference,
        @Nullable @SingleLine String reason)
        implements SelfValidating {

    @Schema(name = "ReceiptStatus")
    public enum Status {
        DELIVERED,
        ACKNOWLEDGED,
        REJECTED
    }

    @Override
    public Stream<Flaw> flaws() {
        return flawIf(
                status == Status.ACKNOWLEDGED && Blanks.nothing(reference),
                "reference",
                "give the reference under which the letter is known there");
    }
}
