package org.teestriage.concern.amendment;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.SelfValidating.Flaw;

public sealed interface FactsEdit
        permits ChildEdit,
                SuspectEdit,
                PersonEdit,
                AccountEdit,
                DeviceEdit,
                ImagesEdit,
                SightingEdit,
                PatternEdit,
                StatementEdit,
                AddressEdit,
                KindEdit,
                ChannelEdit,
                AnswerEdit,
                SelfHarmEdit,
                ConsentEdit {

    enum Operation {
        ADD,
        /** Replaces what was said before. */
        CORRECT,
        /** Marks what was said wrongly. It stays readable in the history. */
        WITHDRAW
    }

    void applyTo(FactsEditor editor);

    /** Of an entry of a set, which has no fields to correct. */
    static Stream<Flaw> entryFlaws(@Nullable Operation operation) {
        return flawIf(operation == Operation.CORRECT, "operation", "withdraw the wrong one and add the right one");
    }

    static Stream<Flaw> memberFlaws(
            @Nullable Operation operation, @Nullable Integer number, @Nullable Object member, String name) {
        boolean adds = operation == Operation.ADD;
        boolean withdraws = operation == Operation.WITHDRAW;
        return Stream.of(
                        flawIf(adds && number != null, "number", "leave out the number of what is added"),
                        flawIf(!adds && number == null, "number", "say which one, by its number in the facts"),
                        flawIf(withdraws && member != null, name, "leave this out where it is withdrawn"),
                        flawIf(!withdraws && member == null, name, "say what it is"))
                .flatMap(flaw -> flaw);
    }
}
