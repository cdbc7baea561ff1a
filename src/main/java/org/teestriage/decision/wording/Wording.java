package org.teestriage.decision.wording;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.platform.text.DatedFile;
import org.teestriage.platform.text.LondonTime;

/** Approved sentences from config/wording.yaml. Each set has a source and the date from which it applies. */
public record Wording(
        Emergency emergency,
        SelfHarm selfHarm,
        Evidence evidence,
        OutOfHours outOfHours,
        Afterwards afterwards,
        List<Approved> acknowledgements,
        List<Approved> outcomes) {

    public Wording {
        acknowledgements = DatedFile.inOrder(acknowledgements);
        outcomes = DatedFile.inOrder(outcomes);
    }

    /** Instructions when a child is in danger now, and the replacement once a 999 call for that danger is recorded. */
    public record Emergency(
            String from,
            String source,
            String say,
            List<String> services,
            List<String> tellThem,
            List<String> doNot,
            String called,
            List<String> onceCalled) {
        public Emergency {
            Objects.requireNonNull(called, "wording.yaml: emergency.called");
            services = List.copyOf(services);
            onceCalled = List.copyOf(onceCalled);
        }

        /** Sentence with the caller, time and police reference of the 999 call, as far as they are known. */
        public String called(PoliceContact contact) {
            return called.formatted((contact.by() == null ? "" : " by " + contact.by())
                    + (contact.at() == null ? "" : " on " + LondonTime.when(contact.at()))
                    + (contact.policeReference() == null ? "" : ", police reference " + contact.policeReference()));
        }
    }

    /** What to do for a child who talks of self-harm or suicide. {@code notKnown} names the numbers that were not found. */
    public record SelfHarm(String from, String source, List<String> now, List<CrisisLine> lines, String notKnown) {
        public SelfHarm {
            now = List.copyOf(now);
            lines = List.copyOf(lines);
            Objects.requireNonNull(notKnown, "wording.yaml: self-harm.not-known");
        }
    }

    /** How to keep devices and images. */
    public record Evidence(String from, String source, String say) {
        public Evidence {
            Objects.requireNonNull(say, "wording.yaml: evidence.say");
        }
    }

    /** What is shown beside the instruction of an emergency. */
    public EmergencyHelp help() {
        return new EmergencyHelp(
                emergency.services(), selfHarm.now(), selfHarm.lines(), selfHarm.notKnown(), evidence.say());
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

    /** What happens after a concern was raised, with time limits. */
    public record Afterwards(String from, String source, List<String> next) {
        public Afterwards {
            next = List.copyOf(next);
        }
    }

    /** Sentences for a referrer from a day on, the least revealing first. */
    public record Approved(
            LocalDate from, String source, @Nullable LocalDate lastVerified, List<String> say)
            implements DatedFile.Version {
        public Approved {
            say = List.copyOf(say);
        }
    }

    /** The sentences in force on a day. What was told before keeps its words. */
    public Wordings on(LocalDate day) {
        return new Wordings(DatedFile.inForce(acknowledgements, day), DatedFile.inForce(outcomes, day));
    }

    public static Wording read(InputStream yaml) {
        try {
            return YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .build()
                    .readValue(yaml, Wording.class);
        } catch (IOException e) {
            throw new UncheckedIOException("config/wording.yaml cannot be read", e);
        }
    }
}
