package org.teestriage.concern.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * What was said, seen or thought.
 *
 * @param about numbers, from 1, of the children it is about; empty for all
 * @param taken how the words of a child were taken down
 * @param withdrawn whether an amendment withdrew the statement; never part of a request
 */
public record Statement(
        @NotNull Kind kind,
        @NotBlank @MultiLine String text,
        @Nullable @SingleLine String saidBy,
        @Nullable LocalDate on,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = Facts.MOST_PEOPLE)
        Set<@NotNull @Min(1) Integer> about,

        @AskedWhen(field = "kind", is = "CHILDS_WORDS") @Nullable @Valid
        Circumstances taken,

        @Null @Schema(readOnly = true) @Nullable Boolean withdrawn)
        implements AboutChildren, SelfValidating, Withdrawable {

    /** How the words of a child were taken down. */
    public record Circumstances(
            @Nullable @SingleLine String time,
            @Nullable @SingleLine String place,
            @Nullable @SingleLine String present,
            @Nullable @SingleLine String writtenBy) {}

    @Schema(name = "StatementKind")
    public enum Kind {
        CHILDS_WORDS,
        FACT,
        OPINION,
        HEARSAY
    }

    public Statement {
        about = Blanks.numbers(about);
    }

    public Statement aboutAll() {
        return new Statement(kind, text, saidBy, on, Set.of(), taken, withdrawn);
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.happened(on, now, "on");
    }
}
