package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.validation.SelfValidating;

public record ChildEdit(
        @NotNull FactsEdit.Operation operation,
        @Nullable @Min(1) Integer number,
        @Nullable @Valid Child child) implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return FactsEdit.memberFlaws(operation, number, child, "child");
    }

    @Override
    public void applyTo(FactsEditor editor) {
        switch (operation) {
            case ADD -> editor.add("children", Objects.requireNonNull(child), Facts.MOST_PEOPLE);
            case CORRECT -> editor.correct("children", Objects.requireNonNull(number), Objects.requireNonNull(child));
            case WITHDRAW -> editor.withdraw("children", Objects.requireNonNull(number));
        }
    }
}
