package org.teestriage.decision.wording;

import java.util.List;
import org.teestriage.decision.Step;
import org.teestriage.platform.transaction.RequestRefusedException;

/** The approved sentences for referrers of one day. */
public record Wordings(Wording.Approved acknowledgements, Wording.Approved outcomes) {

    /** Sentences that can be chosen at this step; empty for steps that do not inform the referrer. */
    public List<Choice> toTell(Step step) {
        return switch (step) {
            case ACKNOWLEDGEMENT -> choices(acknowledgements);
            case REFERRER_FEEDBACK -> choices(outcomes);
            default -> List.of();
        };
    }

    private static List<Choice> choices(Wording.Approved approved) {
        return approved.say().stream()
                .map(sentence -> new Choice(sentence, sentence))
                .toList();
    }

    /**
     * Requires an approved acknowledgement.
     *
     * @throws RequestRefusedException if the sentence is not approved
     */
    public void requireAcknowledgement(String told) {
        check(told, acknowledgements);
    }

    /**
     * Requires an approved outcome.
     *
     * @throws RequestRefusedException if the sentence is not approved
     */
    public void requireOutcome(String told) {
        check(told, outcomes);
    }

    private static void check(String told, Wording.Approved approved) {
        if (!approved.say().contains(told)) {
            throw RequestRefusedException.conflict(
                    "These are no approved words. Choose one of: %s And say the rest in the line of your own."
                            .formatted(String.join(" ", approved.say())));
        }
    }
}
