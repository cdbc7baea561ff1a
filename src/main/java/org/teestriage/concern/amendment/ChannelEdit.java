package org.teestriage.concern.amendment;

import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.teestriage.concern.facts.Channel;
import org.teestriage.platform.validation.SelfValidating;

public record ChannelEdit(
        @NotNull FactsEdit.Operation operation, @NotNull Channel channel) implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return FactsEdit.entryFlaws(operation);
    }

    @Override
    public void applyTo(FactsEditor editor) {
        editor.setEntry("channels", channel, operation == Operation.ADD);
    }
}
