package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Person;
import org.teestriage.platform.validation.SelfValidating;

public record PersonEdit(
        @NotNull FactsEdit.Operation operation,
        @Nullable @Min(1) Integer number,
        @Nullable @Valid Person person) implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return FactsEdit.memberFlaws(operation, number, person, "person");
    }

    @Override
    public void applyTo(FactsEditor editor) {
        if (person != null) {
            editor.requireChildren(person.about());
        }
        switch (operation) {
            case ADD -> editor.add("people", Objects.requireNonNull(person), Facts.MOST_PEOPLE);
            case CORRECT -> editor.correct("people", Objects.requireNonNull(number), Objects.requireNonNull(person));
            case WITHDRAW -> editor.withdraw("people", Objects.requireNonNull(number));
        }
    }
}
