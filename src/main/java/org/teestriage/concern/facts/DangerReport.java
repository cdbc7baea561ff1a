package org.teestriage.concern.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;

/** {@code about}: numbers, from 1, of the children who are in danger; empty for all. */
public record DangerReport(
        @NotBlank @MultiLine String what,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = Facts.MOST_PEOPLE)
        Set<@NotNull @Min(1) Integer> about,

        @Nullable @Valid PoliceContact policeContact)
        implements AboutChildren, Addition {

    public DangerReport {
        about = Blanks.numbers(about);
    }

    public DangerReport aboutAll() {
        return new DangerReport(what, Set.of(), policeContact);
    }
}
