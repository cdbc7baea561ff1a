package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Spread;
import org.teestriage.platform.validation.SelfValidating;

public record SightingEdit(
        @NotNull FactsEdit.Operation operation,
        @Nullable @Min(1) Integer number,
        @Valid Spread.@Nullable Sighting sighting)
        implements FactsEdit, SelfValidating {

    private static final String LIST = "images.spread.seenAgain";

    @Override
    public Stream<Flaw> flaws() {
        return FactsEdit.memberFlaws(operation, number, sighting, "sighting");
    }

    @Override
    public void applyTo(FactsEditor editor) {
        switch (operation) {
            case ADD -> editor.add(LIST, Objects.requireNonNull(sighting), Spread.MOST_SIGHTINGS);
            case CORRECT -> editor.correct(LIST, Objects.requireNonNull(number), Objects.requireNonNull(sighting));
            case WITHDRAW -> editor.withdraw(LIST, Objects.requireNonNull(number));
        }
    }
}
