package org.teestriage.delivery;

import static org.teestriage.platform.validation.Checked.flawIf;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Checked;
import org.teestriage.platform.validation.Line;

/** What a partner says of a letter, and when it came to be so there. */
public record ReceiptTold(
        @NotNull Status status,
        @NotNull Instant at,
        @Nullable @Line String reference,
        @Nullable @Line String reason) implements Checked {

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
