package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.transaction.Missing;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

public record Close(
        @NotNull Because because,
        @NotBlank @MultiLine @Reason String summary) implements Decision {

    private static final String OPEN_BY_HAND = "obligations";

    public enum Because {
        HANDED_OVER,
        NO_FURTHER_ACTION,
        OTHER_AUTHORITY
    }

    @Override
    public Step step() {
        return Step.CLOSE;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        List<Situation.Open> open = situation.openElsewhere().stream()
                .sorted(Comparator.comparing(Situation.Open::step).thenComparing(Situation.Open::item))
                .toList();
        Situation.Partners partners = situation.partners();
        if (!open.isEmpty()) {
            return new Refusal(
                    "Still open: %s. Finish it first."
                            .formatted(open.stream()
                                    .map(each -> each.step().title())
                                    .distinct()
                                    .collect(Collectors.joining(", "))),
                    open.stream().map(Situation.Open::missing).toList());
        }
        if (!partners.unsettled().isEmpty()) {
            return lacking("Still due: %s. Decide it first.", partners.unsettled());
        }
        if (situation.hasHiddenOpenItems()) {
            return new Refusal(
                    "A part that is held back from you is still open. A manager who may see it has to close.");
        }
        if (!situation.childrenWithoutOutcome().isEmpty()) {
            return lacking("Without an outcome: %s.", each("Child %d", situation.childrenWithoutOutcome(), "facts"));
        }
        if (partners.policeMissing()) {
            return lacking(
                    "The decision rests on the police, and no position of theirs is on record. Open it first: %s.",
                    List.of(new Missing(Step.POLICE_REPORT.title(), OPEN_BY_HAND)));
        }
        if (!partners.ladoMissing().isEmpty()) {
            return lacking(
                    "No position of the LADO is on record about an adult who works with children, or may. Open the"
                            + " referral, or correct the facts, about: %s.",
                    each("Person %d", partners.ladoMissing(), OPEN_BY_HAND));
        }
        if (!partners.unanswered().isEmpty()) {
            return lacking(
                    "Partners were asked and owe an answer: %s. Record the answer, or why it is not awaited any more.",
                    partners.unanswered());
        }
        if (!situation.unacknowledged().isEmpty()) {
            return lacking("Not yet acknowledged: %s.", situation.unacknowledged());
        }
        return Ruling.of("The concern was closed.");
    }

    private static List<Missing> each(String what, List<Integer> numbers, String page) {
        return numbers.stream()
                .map(number -> new Missing(what.formatted(number), page))
                .toList();
    }

    private static Refusal lacking(String sentence, List<Missing> missing) {
        String all = missing.stream().map(Missing::what).collect(Collectors.joining(", "));
        return new Refusal(sentence.formatted(all), missing);
    }
}
