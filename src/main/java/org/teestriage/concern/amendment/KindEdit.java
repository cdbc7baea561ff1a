package org.teestriage.concern.amendment;

import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.platform.validation.SelfValidating;

public record KindEdit(
        @NotNull FactsEdit.Operation operation, @NotNull HarmKind kind) implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return FactsEdit.entryFlaws(operation);
    }

    @Override
    public void applyTo(FactsEditor editor) {
        editor.setEntry("kinds", kind, operation == Operation.ADD);
    }
}
