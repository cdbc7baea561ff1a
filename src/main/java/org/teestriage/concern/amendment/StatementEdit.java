package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Statement;
import org.teestriage.platform.validation.SelfValidating;

public record StatementEdit(
        @NotNull FactsEdit.Operation operation,
        @Nullable @Min(1) Integer number,
        @Nullable @Valid Statement statement) implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return FactsEdit.memberFlaws(operation, number, statement, "statement");
    }

    @Override
    public void applyTo(FactsEditor editor) {
        if (statement != null) {
            editor.requireChildren(statement.about());
        }
        switch (operation) {
            case ADD -> editor.add("account", Objects.requireNonNull(statement), Facts.MOST_STATEMENTS);
            case CORRECT ->
                editor.correct("account", Objects.requireNonNull(number), Objects.requireNonNull(statement));
            case WITHDRAW -> editor.withdraw("account", Objects.requireNonNull(number));
        }
    }
}
