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

/** Sentences that people act on or are told, as dated data: each set says where it comes from and from when it holds. */
public record Wording(
        Emergency emergency,
        OutOfHours outOfHours,
        Images images,
        Afterwards afterwards,
        Approved acknowledgements,
        Approved outcomes) {

    /** What to do when a child is in danger now; and what to say instead once a 999 call for it is on record. */
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

        /** Who called 999, when and under which reference, as far as that is known. */
        public String called(PoliceContact contact) {
            return called.formatted((contact.by() == null ? "" : " by " + contact.by())
                    + (contact.at() == null ? "" : " on " + LondonTime.when(contact.at()))
                    + (contact.policeReference() == null ? "" : ", police reference " + contact.policeReference()));
        }
    }

    /**
     * What to do while the hub is closed, before and after the duty team was called; {@code %1$s} stands for the next opening,
     * {@code %2$s} for the duty team, {@code %3$s} for its number, {@code %4$s} for when it was called.
     */
    public record OutOfHours(String from, String source, String now, String called, String later) {
        public OutOfHours {
            Objects.requireNonNull(called, "wording.yaml: out-of-hours.called");
        }
    }

    /** What not to do with an image. */
    public record Images(String from, String source, String say) {}

    /** What happens after a concern was raised, and by when. */
    public record Afterwards(String from, String source, List<String> next) {
        public Afterwards {
            next = List.copyOf(next);
        }
    }

    /** What a referrer may be told, the least telling first. */
    public record Approved(String from, String source, List<String> say) {
        public Approved {
            say = List.copyOf(say);
        }
    }

    /** The sentences to choose from at a step that tells the referrer something; none at the others. */
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

    /** Refuses an acknowledgement in words that nobody approved. */
    public void requireAcknowledgement(String told) {
        check(told, acknowledgements);
    }

    /** Refuses to tell the outcome in words that nobody approved. */
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
