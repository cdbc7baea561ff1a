package org.teestriage.concern.facts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/** {@code withdrawn}: whether an amendment withdrew the statement; never part of a request. */
public record Statement(
        @NotNull Kind kind,
        @NotBlank @MultiLine String text,
        @Nullable @SingleLine String saidBy,
        @Nullable LocalDate on,
        @Null @Schema(readOnly = true) @Nullable Boolean withdrawn)
        implements SelfValidating, Withdrawable {

    @Schema(name = "StatementKind")
    public enum Kind {
        CHILDS_WORDS,
        FACT,
        OPINION,
        HEARSAY
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.happened(on, now, "on");
    }
}
