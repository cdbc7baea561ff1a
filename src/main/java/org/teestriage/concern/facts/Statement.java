package org.teestriage.concern.facts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

/** One piece of the account. What the child said, what was seen, what somebody thinks and what somebody heard are kept apart. */
public record Statement(
        @NotNull Kind kind,
        @NotBlank @MultiLine String text,
        @Nullable @SingleLine String saidBy,
        @Nullable LocalDate on) {

    /** What weight a statement can bear. */
    @Schema(name = "StatementKind")
    public enum Kind {
        CHILDS_WORDS,
        FACT,
        OPINION,
        HEARSAY
    }
}
