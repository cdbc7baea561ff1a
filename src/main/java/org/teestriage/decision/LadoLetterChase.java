package org.teestriage.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * {@link LetterChase} for a letter to the LADO. A separate step, because the existence of the letter is confidential.
 */
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
