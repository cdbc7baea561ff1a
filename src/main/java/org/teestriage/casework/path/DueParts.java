package org.teestriage.casework.path;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.concern.facts.Child;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;

/**
 * The parts of a concern for which a step has to open, by their numbers. Pure: what is open and decided says whether a part
 * has been received, so that a part can be received at any moment, and again.
 *
 * @param received the hub has to begin with them: a child has no outcome, and nothing is open that leads to one
 * @param inDoubt a person has to decide on their authority
 */
record DueParts(List<Integer> received, List<Integer> inDoubt) {

    /** An open step. */
    record Open(Step step, String item) {
        boolean leadsToAnOutcomeOf(Part part) {
            return isOf(part)
                    && switch (step) {
                        case IMMEDIATE_RISK_CHECK, THRESHOLD_DECISION, SECOND_READING -> true;
                        default -> false;
                    };
        }

        boolean decidesAuthorityOf(Part part) {
            return step == Step.AUTHORITY_DECISION && isOf(part);
        }

        private boolean isOf(Part part) {
            return item.equals(String.valueOf(part.number()));
        }
    }

    /** @param decided the latest threshold decision of each part */
    static DueParts of(Concern concern, Collection<Open> open, Map<Integer, ThresholdDecision> decided) {
        return new DueParts(
                numbers(
                        concern,
                        part -> !withoutOutcome(concern, part, decided).isEmpty()
                                && open.stream().noneMatch(step -> step.leadsToAnOutcomeOf(part))),
                numbers(
                        concern,
                        part -> needsAuthority(concern, part, decided)
                                && open.stream().noneMatch(step -> step.decidesAuthorityOf(part))));
    }

    private static List<Integer> numbers(Concern concern, Predicate<Part> which) {
        return concern.parts().stream().filter(which).map(Part::number).toList();
    }

    /** The children without an outcome from the part that they are in, in the order of their numbers. */
    static List<Integer> withoutOutcome(Concern concern, Map<Integer, ThresholdDecision> decided) {
        return concern.parts().stream()
                .flatMap(part -> withoutOutcome(concern, part, decided).stream())
                .sorted()
                .toList();
    }

    private static List<Integer> withoutOutcome(Concern concern, Part part, Map<Integer, ThresholdDecision> decided) {
        ThresholdDecision decision = decided.get(part.number());
        return part.children().stream()
                .filter(child -> decision == null
                        || !decision.isAbout(child)
                        // The outcome of a child who was not identified is none once the child is.
                        || (decision.gives(child, Outcome.POLICE_INTELLIGENCE) && !unidentified(concern, child)))
                .toList();
    }

    /** Nothing is gained by an authority for a child who may live anywhere, unless social care has to get a referral. */
    private static boolean needsAuthority(Concern concern, Part part, Map<Integer, ThresholdDecision> decided) {
        ThresholdDecision decision = decided.get(part.number());
        return part.standing() == Part.Jurisdiction.UNCLEAR
                && part.children().stream()
                        .anyMatch(child -> !unidentified(concern, child)
                                || (decision != null && decision.referred().contains(child)));
    }

    private static boolean unidentified(Concern concern, int child) {
        Child facts = concern.facts().children().get(child - 1);
        return facts.unidentified();
    }
}
