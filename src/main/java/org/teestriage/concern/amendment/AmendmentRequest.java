package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.FactDates;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * What is added to the facts, corrected or withdrawn, in the order children, suspects, people, accounts, devices,
 * statements, addresses, kinds, channels, answers, consents, talk of self-harm,
 * images, times they were seen again, pattern of the abuse.
 *
 * @param saidBy the person who said so
 * @param revision the revision of the facts that the author read; absent for the present one
 */
public record AmendmentRequest(
        @NotBlank @SingleLine String saidBy,
        @Nullable LocalDate saidOn,
        @Nullable @MultiLine String why,
        @Nullable @Min(1) Integer revision,
        @Size(max = 20) List<@Valid @NotNull ChildEdit> children,
        @Size(max = 20) List<@Valid @NotNull SuspectEdit> suspects,
        @Size(max = 20) List<@Valid @NotNull PersonEdit> people,
        @Size(max = 30) List<@Valid @NotNull AccountEdit> accounts,
        @Size(max = 20) List<@Valid @NotNull DeviceEdit> devices,
        @Size(max = 50) List<@Valid @NotNull StatementEdit> statements,
        @Size(max = 40) List<@Valid @NotNull AddressEdit> addresses,
        @Size(max = 20) List<@Valid @NotNull KindEdit> kinds,
        @Size(max = 20) List<@Valid @NotNull ChannelEdit> channels,
        @Size(max = 100) List<@Valid @NotNull AnswerEdit> answers,
        @Size(max = 90) List<@Valid @NotNull ConsentEdit> consents,
        @Size(max = 21) List<@Valid @NotNull SelfHarmEdit> selfHarm,
        @Size(max = 1) List<@Valid @NotNull ImagesEdit> images,
        @Size(max = 50) List<@Valid @NotNull SightingEdit> seenAgain,
        @Size(max = 1) List<@Valid @NotNull PatternEdit> pattern)
        implements SelfValidating {

    public AmendmentRequest {
        children = Blanks.list(children);
        suspects = Blanks.list(suspects);
        people = Blanks.list(people);
        accounts = Blanks.list(accounts);
        devices = Blanks.list(devices);
        statements = Blanks.list(statements);
        addresses = Blanks.list(addresses);
        kinds = Blanks.list(kinds);
        channels = Blanks.list(channels);
        answers = Blanks.list(answers);
        consents = Blanks.list(consents);
        selfHarm = Blanks.list(selfHarm);
        images = Blanks.list(images);
        seenAgain = Blanks.list(seenAgain);
        pattern = Blanks.list(pattern);
    }

    public static AmendmentRequest of(
            String saidBy,
            @Nullable LocalDate saidOn,
            @Nullable String why,
            @Nullable Integer revision,
            List<FactsEdit> edits) {
        return new AmendmentRequest(
                saidBy,
                saidOn,
                why,
                revision,
                only(edits, ChildEdit.class),
                only(edits, SuspectEdit.class),
                only(edits, PersonEdit.class),
                only(edits, AccountEdit.class),
                only(edits, DeviceEdit.class),
                only(edits, StatementEdit.class),
                only(edits, AddressEdit.class),
                only(edits, KindEdit.class),
                only(edits, ChannelEdit.class),
                only(edits, AnswerEdit.class),
                only(edits, ConsentEdit.class),
                only(edits, SelfHarmEdit.class),
                only(edits, ImagesEdit.class),
                only(edits, SightingEdit.class),
                only(edits, PatternEdit.class));
    }

    private static <E extends FactsEdit> List<E> only(List<FactsEdit> edits, Class<E> type) {
        return edits.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Stream<FactsEdit> edits() {
        return Stream.<List<? extends FactsEdit>>of(
                        children,
                        suspects,
                        people,
                        accounts,
                        devices,
                        statements,
                        addresses,
                        kinds,
                        channels,
                        answers,
                        consents,
                        selfHarm,
                        images,
                        seenAgain,
                        pattern)
                .flatMap(List::stream);
    }

    @Override
    public Stream<Flaw> flaws() {
        List<FactsEdit> edits = edits().filter(Objects::nonNull).toList();
        return SelfValidating.flawIf(edits.isEmpty(), "children", "say what is added, corrected or withdrawn");
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.happened(saidOn, now, "saidOn");
    }

    /**
     * The fields of the facts after these changes.
     *
     * @param shown the facts as the author read them
     * @param current the facts as they are
     */
    public FactFields applyTo(Facts shown, Facts current) {
        FactsEditor editor = new FactsEditor(shown, current);
        edits().forEach(edit -> edit.applyTo(editor));
        return editor.fields();
    }

    /**
     * What these changes do to the facts as their author read them.
     *
     * @param current the facts as they are
     */
    public List<FieldChange> changes(Facts shown, Facts current) {
        return FactFields.of(shown).changesTo(applyTo(shown, current));
    }

    /** Whether a reason is missing: something said before changes, without a why. */
    public boolean lacksReason(List<FieldChange> changes) {
        return Blanks.nothing(why) && changes.stream().anyMatch(FieldChange::corrects);
    }
}
