package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.SelfHarm;

/**
 * Says what is known of talk of self-harm or suicide.
 *
 * @param child number, from 1, of the child who talks of it; absent for the concern
 */
public record SelfHarmEdit(
        @NotNull @Valid SelfHarm selfHarm, @Nullable @Min(1) Integer child) implements FactsEdit {

    @Override
    public void applyTo(FactsEditor editor) {
        String group = child == null ? "urgency" : editor.existing("children", child) + ".answers";
        editor.replace(group + ".selfHarm", selfHarm);
    }
}
