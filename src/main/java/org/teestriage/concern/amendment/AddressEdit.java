package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Address;

/**
 * Sets an address of a child.
 *
 * @param child number, from 1
 * @param address null if the address that was given is wrong and the right one is not known
 */
public record AddressEdit(
        @NotNull @Min(1) Integer child,
        @NotNull AddressKind which,
        @Nullable @Valid Address address) implements FactsEdit {

    public enum AddressKind {
        HOME("address"),
        WHERE_NOW("whereNow");

        private final String field;

        AddressKind(String field) {
            this.field = field;
        }
    }

    @Override
    public void applyTo(FactsEditor editor) {
        editor.replace(editor.existing("children", child) + "." + which.field, address);
    }
}
