package org.teestriage.web.pages.facts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.amendment.AccountEdit;
import org.teestriage.concern.amendment.AnswerEdit;
import org.teestriage.concern.amendment.AnswerEdit.Question;
import org.teestriage.concern.amendment.ChannelEdit;
import org.teestriage.concern.amendment.ChildEdit;
import org.teestriage.concern.amendment.ConsentEdit;
import org.teestriage.concern.amendment.DeviceEdit;
import org.teestriage.concern.amendment.FactsEdit;
import org.teestriage.concern.amendment.FactsEdit.Operation;
import org.teestriage.concern.amendment.ImagesEdit;
import org.teestriage.concern.amendment.KindEdit;
import org.teestriage.concern.amendment.PatternEdit;
import org.teestriage.concern.amendment.PersonEdit;
import org.teestriage.concern.amendment.SelfHarmEdit;
import org.teestriage.concern.amendment.SightingEdit;
import org.teestriage.concern.amendment.StatementEdit;
import org.teestriage.concern.amendment.SuspectEdit;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.BetweenChildren;
import org.teestriage.concern.facts.Channel;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Consents;
import org.teestriage.concern.facts.Device;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.concern.facts.Images;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Pattern;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.Spread;
import org.teestriage.concern.facts.Statement;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.concern.facts.Urgency;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

public final class FactsForms {

    private FactsForms() {}

    /** Where an edit applies: {@code number} of the member to correct, {@code suspect} to whom a new account belongs. */
    public record Place(
            Facts shown, @Nullable Integer number, @Nullable Integer suspect) {
        Operation operation() {
            return number == null ? Operation.ADD : Operation.CORRECT;
        }
    }

    public sealed interface FactsForm {
        Said said();

        List<FactsEdit> edits(Place place);
    }

    /** {@code why}: asked where something said before changes. */
    public record Said(
            @NotBlank @SingleLine String saidBy,
            @Nullable LocalDate saidOn,
            @Nullable @MultiLine String why) {
        static final Said NOTHING = new Said("", null, null);
    }

    public record ChildForm(
            @NotNull @Valid Child child, @NotNull @Valid Said said) implements FactsForm {
        @Override
        public List<FactsEdit> edits(Place place) {
            return List.of(new ChildEdit(place.operation(), place.number(), child));
        }
    }

    public record SuspectForm(
            @NotNull @Valid Suspect suspect, @NotNull @Valid Said said) implements FactsForm {
        @Override
        public List<FactsEdit> edits(Place place) {
            return List.of(new SuspectEdit(place.operation(), place.number(), suspect));
        }
    }

    public record PersonForm(
            @NotNull @Valid Person person, @NotNull @Valid Said said) implements FactsForm {
        @Override
        public List<FactsEdit> edits(Place place) {
            return List.of(new PersonEdit(place.operation(), place.number(), person));
        }
    }

    public record AccountForm(
            @NotNull @Valid OnlineIdentity account,
            @NotNull @Valid Said said) implements FactsForm {
        @Override
        public List<FactsEdit> edits(Place place) {
            return List.of(new AccountEdit(place.operation(), place.number(), place.suspect(), account));
        }
    }

    public record DeviceForm(
            @NotNull @Valid Device device, @NotNull @Valid Said said) implements FactsForm {
        @Override
        public List<FactsEdit> edits(Place place) {
            return List.of(new DeviceEdit(place.operation(), place.number(), device));
        }
    }

    public record ImagesForm(
            @NotNull @Valid Images images, @NotNull @Valid Said said) implements FactsForm {
        @Override
        public List<FactsEdit> edits(Place place) {
            Images before = Objects.requireNonNullElse(place.shown().images(), Images.UNASKED);
            return images.equals(before.withoutSightings()) ? List.of() : List.of(new ImagesEdit(images));
        }
    }

    public record PatternForm(
            @NotNull @Valid Pattern pattern, @NotNull @Valid Said said) implements FactsForm {
        @Override
        public List<FactsEdit> edits(Place place) {
            Pattern before = Objects.requireNonNullElse(place.shown().pattern(), Pattern.UNASKED);
            return pattern.equals(before) ? List.of() : List.of(new PatternEdit(pattern));
        }
    }

    public record SightingForm(
            @NotNull @Valid Spread.Sighting sighting,
            @NotNull @Valid Said said) implements FactsForm {
        @Override
        public List<FactsEdit> edits(Place place) {
            return List.of(new SightingEdit(place.operation(), place.number(), sighting));
        }
    }

    public record StatementForm(
            @NotNull @Valid Statement statement,
            @NotNull @Valid Said said) implements FactsForm {
        @Override
        public List<FactsEdit> edits(Place place) {
            return List.of(new StatementEdit(place.operation(), place.number(), statement));
        }
    }

    public record HarmForm(
            @NotNull @Valid Urgency urgency,
            Set<HarmKind> kinds,
            Set<Channel> channels,
            @Nullable Answer contactContinuing,
            @Nullable @Valid BetweenChildren betweenChildren,
            @NotNull @Valid Said said)
            implements FactsForm {

        public HarmForm {
            kinds = Blanks.set(kinds);
            channels = Blanks.set(channels);
        }

        static HarmForm of(Facts facts) {
            return new HarmForm(
                    facts.urgency(),
                    facts.kinds(),
                    facts.channels(),
                    facts.contactContinuing(),
                    facts.betweenChildren(),
                    Said.NOTHING);
        }

        @Override
        public List<FactsEdit> edits(Place place) {
            Facts shown = place.shown();
            List<FactsEdit> edits = new ArrayList<>();
            entries(edits, HarmKind.class, shown.kinds(), kinds, KindEdit::new);
            entries(edits, Channel.class, shown.channels(), channels, ChannelEdit::new);
            answer(edits, Question.DANGER_NOW, shown.urgency().dangerNow(), urgency.dangerNow());
            answer(
                    edits,
                    Question.SELF_HARM_OR_SUICIDE,
                    shown.urgency().selfHarmOrSuicide(),
                    urgency.selfHarmOrSuicide());
            answer(edits, Question.MEETING_ARRANGED, shown.urgency().meetingArranged(), urgency.meetingArranged());
            answer(edits, Question.ABUSE_LIVE, shown.urgency().abuseLive(), urgency.abuseLive());
            answer(edits, Question.CHILD_WITH_SUSPECT, shown.urgency().childWithSuspect(), urgency.childWithSuspect());
            if (urgency.selfHarm() != null
                    && !urgency.selfHarm().equals(shown.urgency().selfHarm())) {
                edits.add(new SelfHarmEdit(urgency.selfHarm(), null));
            }
            answer(edits, Question.CONTACT_CONTINUING, shown.contactContinuing(), contactContinuing);
            BetweenChildren before = Objects.requireNonNullElse(shown.betweenChildren(), BetweenChildren.UNASKED);
            BetweenChildren after = Objects.requireNonNullElse(betweenChildren, BetweenChildren.UNASKED);
            answer(edits, Question.COERCED, before.coerced(), after.coerced());
            answer(edits, Question.UNUSUAL_OR_VIOLENT, before.unusualOrViolent(), after.unusualOrViolent());
            return edits;
        }

        private static <E extends Enum<E>> void entries(
                List<FactsEdit> edits,
                Class<E> type,
                Set<E> before,
                Set<E> after,
                BiFunction<Operation, E, FactsEdit> edit) {
            EnumSet.allOf(type).stream()
                    .filter(each -> before.contains(each) != after.contains(each))
                    .forEach(each ->
                            edits.add(edit.apply(after.contains(each) ? Operation.ADD : Operation.WITHDRAW, each)));
        }

        private static void answer(
                List<FactsEdit> edits, Question question, @Nullable Answer before, @Nullable Answer after) {
            if (after != null && after != before) {
                edits.add(new AnswerEdit(question, after, null));
            }
        }
    }

    public record ConsentsForm(
            @NotNull @Valid Consents consents,
            @NotNull @Valid Said said) implements FactsForm {
        @Override
        public List<FactsEdit> edits(Place place) {
            Consents before =
                    Objects.requireNonNullElseGet(place.shown().consents(), () -> new Consents(null, null, null, null));
            List<FactsEdit> edits = new ArrayList<>();
            Arrays.stream(ConsentEdit.ConsentKind.values()).forEach(which -> {
                Consents.Consent after = which.of(consents);
                if (after != null && !after.equals(which.of(before))) {
                    edits.add(new ConsentEdit(which, after, null));
                }
            });
            return edits;
        }
    }

    /** Withdraws a member of the facts; what it is stands in the address. */
    public record WithdrawalForm(@NotNull @Valid Said said) {}
}
