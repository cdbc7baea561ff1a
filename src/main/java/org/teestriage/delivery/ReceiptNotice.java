package org.teestriage.delivery;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/** What a partner says of a letter, and when it came to be so there. */
public record ReceiptNotice(
        @NotNull Status status,
        @NotNull Instant at,
        @Nullable @SingleLine String reference,
        @Nullable @SingleLine String reason)
        implements SelfValidating {

    /** What became of the letter there. */
    @Schema(name = "ReceiptStatus")
    public enum Status {
        DELIVERED,
        ACKNOWLEDGED,
        REJECTED
    }

    @Override
    public Stream<Flaw> flaws() {
        return flawIf(
                status == Status.ACKNOWLEDGED && (reference == null || reference.isBlank()),
                "reference",
                "give the reference under which the letter is known there");
    }
}
