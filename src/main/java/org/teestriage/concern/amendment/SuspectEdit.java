package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.platform.validation.SelfValidating;

public record SuspectEdit(
        @NotNull FactsEdit.Operation operation,
        @Nullable @Min(1) Integer number,
        @Nullable @Valid Suspect suspect) implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return Stream.concat(
                FactsEdit.memberFlaws(operation, number, suspect, "suspect"),
                SelfValidating.flawIf(
                        operation == Operation.CORRECT
                                && suspect != null
                                && !suspect.identities().isEmpty(),
                        "suspect.identities",
                        "leave out the accounts where a person is corrected: correct each by its own number"));
    }

    @Override
    public void applyTo(FactsEditor editor) {
        if (suspect != null && suspect.allegation() != null) {
            editor.requireChildren(suspect.allegation().about());
        }
        switch (operation) {
            case ADD -> editor.add("suspects", Objects.requireNonNull(suspect), Facts.MOST_PEOPLE);
            case CORRECT -> editor.correct("suspects", Objects.requireNonNull(number), Objects.requireNonNull(suspect));
            case WITHDRAW -> editor.withdraw("suspects", Objects.requireNonNull(number));
        }
    }
}
