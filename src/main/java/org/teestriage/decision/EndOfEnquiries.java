package org.teestriage.decision;

import static java.util.stream.Collectors.joining;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

/** A manager's second decision on a strategy discussion that decided against section 47 enquiries that stand for a child. */
public record EndOfEnquiries(
        @NotNull Boolean agrees,
        @NotBlank @MultiLine @Reason String rationale) implements Decision {

    @Override
    public Step step() {
        return Step.END_OF_ENQUIRIES;
    }

    @Override
    public Optional<Settlement> settlement() {
        return Optional.of(Settlement.DONE);
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        Situation.Discussion discussion = situation.safeguarding().discussion().orElseThrow();
        if (discussion.recordedBy().equals(situation.decider())) {
            return new Refusal("You recorded the discussion. Another manager has to decide this.");
        }
        String children = about(situation).stream().map(String::valueOf).collect(joining(", "));
        return Ruling.of(
                agrees
                        ? "A manager agreed: section 47 enquiries end for child %s.".formatted(children)
                        : "A manager did not agree: section 47 enquiries go on for child %s.".formatted(children));
    }

    /** The children for whom section 47 enquiries stand and the discussion decided against them. */
    public static List<Integer> about(Situation situation) {
        return situation.safeguarding().discussion().stream()
                .flatMap(discussion -> discussion.decision().without().stream())
                .filter(situation.safeguarding().section47()::contains)
                .toList();
    }
}
