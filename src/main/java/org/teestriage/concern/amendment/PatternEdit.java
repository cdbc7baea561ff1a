package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.teestriage.concern.facts.Pattern;

/** Says what is known of the pattern of the abuse. */
public record PatternEdit(@NotNull @Valid Pattern pattern) implements FactsEdit {

    @Override
    public void applyTo(FactsEditor editor) {
        editor.replace("pattern", pattern);
    }
}
