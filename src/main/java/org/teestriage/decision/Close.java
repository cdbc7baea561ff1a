package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Collectors;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

public record Close(
        @NotNull Because because,
        @NotBlank @MultiLine @Reason String summary) implements Decision {

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
        if (!situation.openElsewhere().isEmpty()) {
            return new Refusal("Still open: %s. Finish it first."
                    .formatted(situation.openElsewhere().stream()
                            .sorted()
                            .map(Step::title)
                            .collect(Collectors.joining(", "))));
        }
        if (!situation.partners().unsettled().isEmpty()) {
            return new Refusal("Still due: %s. Decide it first."
                    .formatted(String.join(", ", situation.partners().unsettled())));
        }
        if (situation.hasHiddenOpenItems()) {
            return new Refusal(
                    "A part that is held back from you is still open. A manager who may see it has to close.");
        }
        if (!situation.childrenWithoutOutcome().isEmpty()) {
            return new Refusal("Without an outcome: child %s."
                    .formatted(situation.childrenWithoutOutcome().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))));
        }
        if (situation.partners().policeMissing()) {
            return new Refusal("The decision rests on the police, and no position of theirs is on record. Open the"
                    + " report to the police first.");
        }
        if (!situation.partners().ladoMissing().isEmpty()) {
            return new Refusal(
                    ("No position of the LADO is on record about person %s, who works with children. Open the"
                                    + " referral to the LADO first.")
                            .formatted(situation.partners().ladoMissing().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))));
        }
        if (!situation.unacknowledged().isEmpty()) {
            return new Refusal("Not yet acknowledged: %s.".formatted(String.join(", ", situation.unacknowledged())));
        }
        return Ruling.of("The concern was closed.");
    }
}
