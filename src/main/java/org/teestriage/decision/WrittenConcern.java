package org.teestriage.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.SelfValidating;

/**
 * Written concern that must follow a telephone call within 24 clock hours (Tees SAFER form). It completes the facts of
 * the call.
 */
public record WrittenConcern(@NotNull @Valid Facts facts) implements Decision, SelfValidating {

    @Override
    public Step step() {
        return Step.WRITTEN_CONCERN;
    }

    @Override
    public Stream<Flaw> flaws() {
        return facts == null
                ? Stream.empty()
                : SelfValidating.flawIf(facts.call() != null, "facts", "leave out the call: it is already recorded");
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        if (facts.children().size() < situation.facts().children().size()) {
            return new Verdict.Refusal(
                    "The call told of %d children; the written concern must tell of all of them, in the same order."
                            .formatted(situation.facts().children().size()));
        }
        Ruling ruling = Ruling.of("The written concern followed the telephone call.");
        return facts.overallUrgency().saysDanger() ? ruling.with(PathMessage.DANGER_RAISED) : ruling;
    }
}
