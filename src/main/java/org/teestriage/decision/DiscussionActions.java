package org.teestriage.decision;

import static java.util.stream.Collectors.toCollection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;

/**
 * What became of the actions of a part's strategy discussions that were still open. It comes back on the day after the
 * next of their days.
 */
public record DiscussionActions(@Size(max = 60) List<@Valid @NotNull ActionResult> results)
        implements Decision, SelfValidating {
    public enum Progress {
        DONE,
        NOT_DONE,
        TO_DO
    }

    /**
     * What became of one action.
     *
     * @param action number, from 1, over all discussions of the part
     * @param dueOn the day by which it is to be done now
     */
    public record ActionResult(
            @NotNull Integer action,
            @NotNull Progress state,

            @AskedWhen(field = "state", is = "NOT_DONE") @Nullable @MultiLine @Reason
            String whyNot,

            @AskedWhen(field = "state", is = "TO_DO") @Nullable
            LocalDate dueOn) {}

    public DiscussionActions {
        results = Blanks.list(results);
    }

    @Override
    public Step step() {
        return Step.DISCUSSION_ACTIONS;
    }

    @Override
    public Optional<Settlement> settlement() {
        return Optional.of(Settlement.until(results.stream()
                .map(ActionResult::dueOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(day -> day.plusDays(1))
                .orElse(null)));
    }

    @Override
    public Stream<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        for (int index = 0; index < results.size(); index++) {
            ActionResult each = results.get(index);
            if (each == null || each.state() == null) {
                continue;
            }
            if ((each.state() == Progress.NOT_DONE) == Blanks.nothing(each.whyNot())) {
                flaws.add(new Flaw(
                        "results[%d].whyNot".formatted(index), "say why an action was not done, and only then"));
            }
            if ((each.state() == Progress.TO_DO) != (each.dueOn() != null)) {
                flaws.add(new Flaw(
                        "results[%d].dueOn".formatted(index),
                        "give the day by which an action is still to be done, and only then"));
            }
        }
        return flaws.stream();
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        Set<Integer> named = results.stream().map(ActionResult::action).collect(toCollection(TreeSet::new));
        Set<Integer> open = situation.safeguarding().actions().open().stream()
                .map(AgreedActions.ActionProgress::number)
                .collect(toCollection(TreeSet::new));
        if (named.size() < results.size() || !named.equals(open)) {
            return new Refusal("Say of each open action what became of it: number %s."
                    .formatted(open.toString().replaceAll("[\\[\\]]", "")));
        }
        LocalDate today = LocalDate.ofInstant(situation.now(), LondonTime.ZONE);
        if (results.stream()
                .anyMatch(each -> each.dueOn() != null && each.dueOn().isBefore(today))) {
            return new Refusal("An action that is still to be done has a day in the past. Give a day from today on.");
        }
        return Ruling.of("Actions of the strategy discussion: %d done, %d not done, %d still to do."
                .formatted(count(Progress.DONE), count(Progress.NOT_DONE), count(Progress.TO_DO)));
    }

    private long count(Progress state) {
        return results.stream().filter(each -> each.state() == state).count();
    }
}
