package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.platform.validation.SelfValidating;

/**
 * Adds, corrects or withdraws an online account.
 *
 * @param number number of an account in the facts; absent for a new one
 * @param suspect number, from 1, of the person to whom a new account belongs
 */
public record AccountEdit(
        @NotNull FactsEdit.Operation operation,
        @Nullable @Min(1) Integer number,
        @Nullable @Min(1) Integer suspect,
        @Nullable @Valid OnlineIdentity account)
        implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        boolean adds = operation == Operation.ADD;
        return Stream.concat(
                FactsEdit.memberFlaws(operation, number, account, "account"),
                SelfValidating.flawIf(
                        adds == (suspect == null),
                        "suspect",
                        adds
                                ? "say whose account it is, by the number of the person in the facts"
                                : "leave out the person: an account is known by its number"));
    }

    @Override
    public void applyTo(FactsEditor editor) {
        switch (operation) {
            case ADD ->
                editor.add(
                        editor.existing("suspects", Objects.requireNonNull(suspect)) + ".identities",
                        Objects.requireNonNull(account),
                        Suspect.MOST_ACCOUNTS);
            case CORRECT ->
                editor.correct(editor.account(Objects.requireNonNull(number)), Objects.requireNonNull(account));
            case WITHDRAW -> editor.withdraw(editor.account(Objects.requireNonNull(number)));
        }
    }
}
