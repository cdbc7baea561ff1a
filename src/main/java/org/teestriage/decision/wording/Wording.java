package org.teestriage.decision.wording;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.decision.Step;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;

/** Approved sentences from config/wording.yaml. Each set has a source and the date from which it applies. */
public record Wording(
        Emergency emergency,
        OutOfHours outOfHours,
        Images images,
        Afterwards afterwards,
        Approved acknowledgements,
        Approved outcomes) {

    /** Instructions when a child is in danger now, and the replacement once a 999 call for that danger is recorded. */
    public record Emergency(
            String from,
            String source,
            String say,
            List<String> tellThem,
            List<String> doNot,
            String called,
            List<String> onceCalled) {
        public Emergency {
            Objects.requireNonNull(called, "wording.yaml: emergency.called");
            onceCalled = List.copyOf(onceCalled);
        }

        /** Sentence with the caller, time and police reference of the 999 call, as far as they are known. */
        public String called(PoliceContact contact) {
            return called.formatted((contact.by() == null ? "" : " by " + contact.by())
                    + (contact.at() == null ? "" : " on " + LondonTime.when(contact.at()))
                    + (contact.policeReference() == null ? "" : ", police reference " + contact.policeReference()));
        }
    }

    /**
     * Instructions while the hub is closed, before and after a call to the duty team. Placeholders: {@code %1$s} next
     * opening, {@code %2$s} duty team, {@code %3$s} its number, {@code %4$s} time of the call.
     */
    public record OutOfHours(String from, String source, String now, String called, String later) {
        public OutOfHours {
            Objects.requireNonNull(called, "wording.yaml: out-of-hours.called");
        }
    }

    public record Images(String from, String source, String say) {}

    /** What happens after a concern was raised, with time limits. */
    public record Afterwards(String from, String source, List<String> next) {
        public Afterwards {
            next = List.copyOf(next);
        }
    }

    /** Sentences for a referrer, the least revealing first. */
    public record Approved(String from, String source, List<String> say) {
        public Approved {
            say = List.copyOf(say);
        }
    }

    /** Sentences that can be chosen at this step; empty for steps that do not inform the referrer. */
    public List<Choice> toTell(Step step) {
        return switch (step) {
            case ACKNOWLEDGEMENT -> choices(acknowledgements);
            case REFERRER_FEEDBACK -> choices(outcomes);
            default -> List.of();
        };
    }

    private static List<Choice> choices(Approved approved) {
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

    private static void check(String told, Approved approved) {
        if (!approved.say().contains(told)) {
            throw RequestRefusedException.conflict(
                    "These are no approved words. Choose one of: %s And say the rest in the line of your own."
                            .formatted(String.join(" ", approved.say())));
        }
    }

    public static Wording read(InputStream yaml) {
        try {
            return YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .build()
                    .readValue(yaml, Wording.class);
        } catch (IOException e) {
            throw new UncheckedIOException("config/wording.yaml cannot be read", e);
        }
    }
}
