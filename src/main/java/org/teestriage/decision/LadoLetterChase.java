package org.teestriage.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** The same for a letter to the LADO: a step of its own, because that there is such a letter is not everybody's to know. */
public record LadoLetterChase(@NotNull @Valid LetterChase chase) implements Decision {

    @Override
    public Step step() {
        return Step.LADO_LETTER_CHASE;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return chase.ruleOn(situation);
    }
}
