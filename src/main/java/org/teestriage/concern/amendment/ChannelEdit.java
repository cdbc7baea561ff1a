package org.teestriage.concern.amendment;

import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.teestriage.concern.facts.Channel;
import org.teestriage.concern.facts.FactsEditor;
import org.teestriage.platform.validation.SelfValidating;

/** Adds or withdraws a channel of the harm. */
public record ChannelEdit(
        @NotNull FactsEdit.Operation operation, @NotNull Channel channel) implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return SelfValidating.flawIf(
                operation == Operation.CORRECT, "operation", "withdraw the wrong one and add the right one");
    }

    @Override
    public void applyTo(FactsEditor editor) {
        editor.set("channels[%s]".formatted(channel), operation == Operation.ADD ? "true" : null);
    }
}
