package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Device;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.validation.SelfValidating;

public record DeviceEdit(
        @NotNull FactsEdit.Operation operation,
        @Nullable @Min(1) Integer number,
        @Nullable @Valid Device device) implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return FactsEdit.memberFlaws(operation, number, device, "device");
    }

    @Override
    public void applyTo(FactsEditor editor) {
        switch (operation) {
            case ADD -> editor.add("devices", Objects.requireNonNull(device), Facts.MOST_DEVICES);
            case CORRECT -> editor.correct("devices", Objects.requireNonNull(number), Objects.requireNonNull(device));
            case WITHDRAW -> editor.withdraw("devices", Objects.requireNonNull(number));
        }
    }
}
