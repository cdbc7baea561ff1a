package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

public final class DeadlineRules {

    static final String INITIAL_CONFERENCE = "initial-conference";
    static final String PARTNER_CHECK = "partner-check";

    // The conference belongs to no hub: its deadline is the end of the council's office day.
    private static final OpeningHours OFFICE_HOURS = OpeningHours.of(Map.of(
            "monday", "09:00-17:00",
            "tuesday", "09:00-17:00",
            "wednesday", "09:00-17:00",
            "thursday", "09:00-17:00",
            "friday", "09:00-17:00"));

    private final Map<String, List<DeadlinePolicy>> policies;
    private final List<DeadlinePolicy> partnerChecks;
    private final List<Conference> conferences;
    private final List<ReReferral> reReferrals;
    private final WorkingCalendar calendar;

    private DeadlineRules(Document document, WorkingCalendar calendar) {
        Map<String, List<DeadlinePolicy>> inOrder = new LinkedHashMap<>();
        document.steps().forEach((step, versions) -> inOrder.put(step, EffectiveDated.inOrder(step, versions)));
        this.policies = Collections.unmodifiableMap(inOrder);
        this.partnerChecks = EffectiveDated.inOrder(PARTNER_CHECK, document.partnerCheck());
        this.conferences = EffectiveDated.inOrder(INITIAL_CONFERENCE, document.initialConference());
        this.reReferrals = EffectiveDated.inOrder("re-referral", document.reReferral());
        this.calendar = calendar;
    }

    public static DeadlineRules read(InputStream clocksYaml, WorkingCalendar calendar) {
        try {
            return new DeadlineRules(yaml().readValue(clocksYaml, Document.class), calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("clocks.yaml cannot be read", e);
        }
    }

    /** The deadline of a step by the rules in force on the London day on which the concern was received. */
    public Deadline deadline(String step, DeadlineContext circumstance) {
        return deadline(step, circumstance, BusinessClock.dateOf(circumstance.receivedAt()));
    }

    private Deadline deadline(String step, DeadlineContext circumstance, LocalDate day) {
        List<DeadlinePolicy> versions = policies.get(step);
        if (versions == null) {
            throw new IllegalArgumentException("There is no deadline rule for the step " + step);
        }
        return EffectiveDated.inForce(versions, day).deadline(step, circumstance, hubClock(circumstance.hours()));
    }

    /** Until when a partner check is made from the moment from which it is due, or answered from the question. */
    public Deadline partnerCheck(DeadlineContext circumstance) {
        return EffectiveDated.inForce(partnerChecks, BusinessClock.dateOf(circumstance.receivedAt()))
                .deadline(PARTNER_CHECK, circumstance, hubClock(circumstance.hours()));
    }

    /**
     * The deadline of a step that is open, by the rules as they read now: those in force when its concern was received,
     * or those in force today if they make it due earlier.
     */
    public Deadline deadlineToday(String step, DeadlineContext circumstance, LocalDate today) {
        Deadline own = deadline(step, circumstance);
        Deadline current = deadline(step, circumstance, today);
        return current.due().isBefore(own.due()) ? current : own;
    }

    /** The deadline of the initial child protection conference: the end of an office day, whatever the hub's hours. */
    public Deadline conferenceDate(LocalDate strategyDiscussion) {
        return EffectiveDated.inForce(conferences, strategyDiscussion)
                .after(strategyDiscussion, hubClock(OFFICE_HOURS));
    }

    /**
     * A sentence if the child was referred again within the configured months.
     *
     * @param earlier the day on which the earlier concern was received
     * @param noFurtherAction the day on which it was decided with no further action, if it was
     */
    public Optional<String> backAgain(LocalDate earlier, Optional<LocalDate> noFurtherAction, LocalDate received) {
        return EffectiveDated.inForce(reReferrals, received).after(earlier, noFurtherAction, received);
    }

    /** A sentence for operators if the longest deadline would end after the known bank holidays when started now. */
    public Optional<String> gap(Instant now) {
        LocalDate today = BusinessClock.dateOf(now);
        try {
            calendar.plusWorkingDays(today, longest());
            return Optional.empty();
        } catch (CalendarExhausted exhausted) {
            return Optional.of("A deadline of %d working days from %s cannot be computed. %s"
                    .formatted(longest(), DateWording.fullDay(today), exhausted.getMessage()));
        }
    }

    public Set<String> steps() {
        return policies.keySet();
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    public BusinessClock hubClock(OpeningHours hours) {
        return new BusinessClock(calendar, hours);
    }

    private int longest() {
        IntStream steps = policies.values().stream()
                .flatMap(List::stream)
                .flatMap(policy -> policy.rules().stream())
                .flatMap(DeadlinePolicy.Rule::measures)
                .mapToInt(DurationRule::workingDaysAtMost);
        return IntStream.concat(steps, conferences.stream().mapToInt(Conference::workingDays))
                .max()
                .orElseThrow();
    }

    private static ObjectMapper yaml() {
        return YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(new SimpleModule().addDeserializer(LocalDate.class, new IsoDay()))
                .build();
    }

    /** The content of clocks.yaml. */
    record Document(
            @JsonProperty(required = true) Map<String, List<DeadlinePolicy>> steps,
            @JsonProperty(required = true) List<DeadlinePolicy> partnerCheck,
            @JsonProperty(required = true) List<Conference> initialConference,
            @JsonProperty(required = true) List<ReReferral> reReferral) {}

    private static final class IsoDay extends FromStringDeserializer<LocalDate> {

        private static final long serialVersionUID = 1;

        IsoDay() {
            super(LocalDate.class);
        }

        @Override
        protected LocalDate _deserialize(String value, DeserializationContext context) {
            return LocalDate.parse(value);
        }
    }
}
