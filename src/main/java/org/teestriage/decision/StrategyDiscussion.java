package org.teestriage.decision;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.ForReaders;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.Informative;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * Record of a strategy discussion: who took part, what is known, and for each child whether section 47 enquiries (Children
 * Act 1989) begin. The 15 working days to an initial child protection conference run from its date (Working Together).
 *
 * @param present who took part beside the chair
 * @param known what the information means for the children
 * @param attended of the form before 29 November 2026, as are the components after it; never part of a request
 */
public record StrategyDiscussion(
        @NotNull LocalDate heldOn,
        @NotNull HeldBy how,
        @NotNull @Valid Chair chair,

        @NotEmpty @Size(max = MOST_ROWS) List<@Valid @NotNull Participant> present,

        @Size(max = MOST_ROWS) List<@Valid @NotNull Absence> absent,

        @NotBlank @MultiLine String known,

        @NotEmpty @Size(max = MOST_ROWS) List<@Valid @NotNull DiscussedChild> children,

        @Nullable @MultiLine String dissent,

        @Size(max = MOST_ROWS) List<@Valid @NotNull AgreedAction> actions,

        @Null(message = EARLIER) @Nullable Set<Agency> attended,

        @Null(message = EARLIER) @Nullable @Reason String whyIncomplete,

        @Null(message = EARLIER) @Nullable Boolean section47,

        @Null(message = EARLIER) @Nullable @Reason String rationale)
        implements Decision, SelfValidating, ForReaders {

    static final int MOST_ROWS = 20;

    static final String EARLIER =
            "is of the form before 29 November 2026: name the people under “present” and decide for each of “children”";

    public enum HeldBy {
        MEETING,
        VIDEO,
        TELEPHONE
    }

    public enum Agency {
        SOCIAL_CARE,
        POLICE,
        HEALTH,
        EDUCATION,
        PROBATION,
        EARLY_HELP,
        HOUSING,
        OTHER
    }

    /** Who may chair it, both of children's social care. */
    public enum ChairRole {
        SOCIAL_WORK_MANAGER,
        DESIGNATED_SOCIAL_WORKER
    }

    public enum Enquiries {
        SINGLE_AGENCY,
        JOINT
    }

    public record Chair(
            @NotBlank @SingleLine @Informative String name,
            @NotNull ChairRole role) {}

    /**
     * A person who took part.
     *
     * @param shared what this person's agency knows
     */
    public record Participant(
            @NotBlank @SingleLine @Informative String name,
            @NotNull Agency agency,
            @NotBlank @SingleLine String role,
            @Nullable @MultiLine String shared) {}

    /** An agency that was asked, or was not, and did not take part. */
    public record Absence(
            @NotNull Agency agency,
            @Nullable @SingleLine String name,
            @NotBlank @MultiLine @Reason String why) {}

    /**
     * What was decided for a child.
     *
     * @param child number, from 1, in the order of the facts
     */
    public record DiscussedChild(
            @NotNull Integer child,
            @NotNull Boolean section47,

            @AskedWhen(field = "section47", is = "true") @Nullable
            Enquiries enquiries,

            @NotBlank @MultiLine @Reason String rationale) {

        boolean begins() {
            return Boolean.TRUE.equals(section47);
        }
    }

    /**
     * What was agreed to be done.
     *
     * @param dueOn the last day on which it is to be done
     */
    public record AgreedAction(
            @NotBlank @MultiLine String what,
            @NotBlank @SingleLine @Informative String owner,
            @NotNull Agency agency,
            @NotNull LocalDate dueOn) {}

    /** A discussion as it was recorded before 29 November 2026. */
    public record Earlier(
            LocalDate heldOn,
            Set<Agency> attended,
            @Nullable @MultiLine String whyIncomplete,
            @Nullable Boolean section47,
            @Nullable @MultiLine String rationale) {}

    private static final Set<Agency> AT_LEAST = EnumSet.of(Agency.POLICE, Agency.HEALTH);

    public StrategyDiscussion {
        present = Blanks.list(present);
        absent = Blanks.list(absent);
        children = Blanks.list(children);
        actions = Blanks.list(actions);
        attended = attended == null ? null : Blanks.set(attended);
    }

    @Override
    public Step step() {
        return Step.STRATEGY_DISCUSSION;
    }

    @Override
    public Record forReaders() {
        return attended == null ? this : new Earlier(heldOn, attended, whyIncomplete, section47, rationale);
    }

    /** Whether it is stored as before 29 November 2026: it names no children, and counted at once. */
    public boolean ofTheEarlierForm() {
        return attended != null;
    }

    @Override
    public Stream<Flaw> flaws() {
        Set<Agency> missing = EnumSet.copyOf(AT_LEAST);
        missing.removeIf(this::tookPart);
        absent.stream().filter(each -> each != null).map(Absence::agency).forEach(missing::remove);
        List<Flaw> flaws = new ArrayList<>();
        flawIf(
                        !missing.isEmpty(),
                        "absent",
                        "the police and health take part at least; say here why %s did not"
                                .formatted(missing.stream()
                                        .map(Agency::name)
                                        .collect(joining(" and "))
                                        .toLowerCase(Locale.ROOT)))
                .forEach(flaws::add);
        for (int index = 0; index < children.size(); index++) {
            DiscussedChild each = children.get(index);
            if (each != null && each.begins() && each.enquiries() == null) {
                flaws.add(new Flaw(
                        "children[%d].enquiries".formatted(index),
                        "say whether the enquiries are of social care alone or joint with the police"));
            } else if (each != null && Boolean.FALSE.equals(each.section47()) && each.enquiries() != null) {
                flaws.add(new Flaw(
                        "children[%d].enquiries".formatted(index), "leave it out: no enquiries begin for this child"));
            }
        }
        for (int index = 0; index < actions.size(); index++) {
            AgreedAction each = actions.get(index);
            if (each != null
                    && each.dueOn() != null
                    && heldOn != null
                    && each.dueOn().isBefore(heldOn)) {
                flaws.add(
                        new Flaw("actions[%d].dueOn".formatted(index), "give a day that is not before the discussion"));
            }
        }
        return flaws.stream();
    }

    private boolean tookPart(Agency agency) {
        return present.stream().anyMatch(each -> each != null && each.agency() == agency);
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        LocalDate today = LocalDate.ofInstant(situation.now(), LondonTime.ZONE);
        if (heldOn.isAfter(today)) {
            return new Refusal("The discussion is said to be in the future. Hold it first, then record it.");
        }
        if (heldOn.isBefore(today.minusYears(1))) {
            return new Refusal("The discussion is said to be more than a year ago. Check its date.");
        }
        Set<Integer> decided = children.stream().map(DiscussedChild::child).collect(toCollection(TreeSet::new));
        if (decided.size() < children.size()) {
            return new Refusal("A child is decided twice. Decide for each child once.");
        }
        Set<Integer> asked = new TreeSet<>(situation.children());
        if (!decided.equals(asked)) {
            return new Refusal("This discussion is about child %s; decide for each of them, and for no other child."
                    .formatted(listed(asked)));
        }
        List<Integer> without = without();
        if (!without.isEmpty() && !tookPart(Agency.POLICE)) {
            return new Refusal("Without the police, a discussion cannot decide against section 47 enquiries. Hold it"
                    + " with them, then record it; or record that the enquiries begin.");
        }
        List<Integer> ending = without.stream()
                .filter(situation.safeguarding().section47()::contains)
                .toList();
        return Ruling.of("The strategy discussion was held; %s.%s"
                .formatted(
                        outcome(begun(), without),
                        ending.isEmpty()
                                ? ""
                                : " A manager decides whether they end for child %s; until then they go on."
                                        .formatted(listed(ending))));
    }

    private static String outcome(List<Integer> begun, List<Integer> without) {
        if (begun.isEmpty()) {
            return "no section 47 enquiries";
        }
        String enquiries = "section 47 enquiries begin for child %s".formatted(listed(begun));
        return without.isEmpty() ? enquiries : "%s, and not for child %s".formatted(enquiries, listed(without));
    }

    /** Whether section 47 enquiries begin for a child. */
    public boolean beginsEnquiries() {
        return Boolean.TRUE.equals(section47) || !begun().isEmpty();
    }

    /** The children for whom section 47 enquiries begin; empty for a discussion of the earlier form, which names none. */
    public List<Integer> begun() {
        return children.stream()
                .filter(DiscussedChild::begins)
                .map(DiscussedChild::child)
                .sorted()
                .toList();
    }

    /** The children for whom it decides against section 47 enquiries. */
    public List<Integer> without() {
        return children.stream()
                .filter(each -> !each.begins())
                .map(DiscussedChild::child)
                .sorted()
                .toList();
    }

    private static String listed(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(joining(", "));
    }
}
