package org.teestriage.casework.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * Marks a concern as covert, or says that people may be told again.
 *
 * @param askedBy who asks for it, such as a police officer
 */
public record CovertRequest(
        @NotNull Boolean covert,

        @AskedWhen(field = "covert", is = "true") @Nullable @SingleLine
        String askedBy,

        @NotBlank @MultiLine @Reason String because)
        implements SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return SelfValidating.flawIf(
                Boolean.TRUE.equals(covert) && Blanks.nothing(askedBy),
                "askedBy",
                "name the person or team who asks that people are told nothing");
    }
}
