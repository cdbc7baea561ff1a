package org.teestriage.concern.facts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

public record Statement(
        @NotNull Kind kind,
        @NotBlank @MultiLine String text,
        @Nullable @SingleLine String saidBy,
        @Nullable LocalDate on)
        implements SelfValidating {

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
