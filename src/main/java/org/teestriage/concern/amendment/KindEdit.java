package org.teestriage.concern.amendment;

import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.teestriage.concern.facts.FactsEditor;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.platform.validation.SelfValidating;

/** Adds or withdraws a kind of harm. */
public record KindEdit(
        @NotNull FactsEdit.Operation operation, @NotNull HarmKind kind) implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return SelfValidating.flawIf(
                operation == Operation.CORRECT, "operation", "withdraw the wrong one and add the right one");
    }

    @Override
    public void applyTo(FactsEditor editor) {
        editor.set("kinds[%s]".formatted(kind), operation == Operation.ADD ? "true" : null);
    }
}
