package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Priority;

record DeadlinePolicy(
        @JsonProperty(required = true) LocalDate from,
        @JsonProperty(required = true) StartPoint start,
        @JsonProperty(required = true) WarningShare warnAt,
        @JsonProperty(required = true) String source,
        @Nullable Confirmed confirmed,
        @JsonProperty(required = true) List<Rule> rules)
        implements EffectiveDated {

    DeadlinePolicy {
        long open = rules.stream().filter(Rule::matchesAll).count();
        if (open != 1 || !rules.get(rules.size() - 1).matchesAll()) {
            throw new IllegalArgumentException("Exactly one rule, the last, must have no condition: " + rules);
        }
        rules = List.copyOf(rules);
    }

    /** The first rule that matches the context applies. */
    Deadline deadline(String step, DeadlineContext circumstance, BusinessClock hub) {
        Rule rule = rules.stream()
                .filter(candidate -> candidate.matches(circumstance))
                .findFirst()
                .orElseThrow();
        return rule.reckon(start, circumstance, hub)
                .warnedAt(warnAt, step + rule.conditionText() + ", " + provenance());
    }

    /** {@code notAfter} counts from the start of {@code within}, {@code notBefore} from the opening of the step. */
    record Rule(
            @Nullable When when,
            @JsonProperty(required = true) DurationRule within,
            @Nullable DurationRule notAfter,
            @Nullable DurationRule notBefore) {

        DeadlineCalculation reckon(StartPoint start, DeadlineContext circumstance, BusinessClock hub) {
            DeadlineCalculation reckoning = start.reckon(within, circumstance, hub);
            if (notAfter != null) {
                reckoning = reckoning.butNotAfter(start.reckon(notAfter, circumstance, hub));
            }
            if (notBefore != null) {
                reckoning = reckoning.butNotBefore(StartPoint.OPENED.reckon(notBefore, circumstance, hub));
            }
            return reckoning;
        }

        boolean matchesAll() {
            return when == null;
        }

        boolean matches(DeadlineContext circumstance) {
            return when == null || when.matches(circumstance);
        }

        String conditionText() {
            return when == null ? "" : " for " + when;
        }

        Stream<DurationRule> measures() {
            return Stream.of(within, notAfter, notBefore).filter(Objects::nonNull);
        }
    }

    /** A null component matches every value. */
    record When(@Nullable Priority priority, @Nullable Boolean danger) {

        When {
            if (priority == null && danger == null) {
                throw new IllegalArgumentException("A condition names a priority or danger; a rule for all has none");
            }
        }

        boolean matches(DeadlineContext circumstance) {
            return (priority == null || priority == circumstance.priority())
                    && (danger == null || danger == circumstance.dangerSeen());
        }

        @Override
        public String toString() {
            return Stream.of(
                            priority == null ? "" : priority.name().toLowerCase(Locale.ROOT),
                            danger == null ? "" : danger ? "danger" : "no danger")
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(" with "));
        }
    }
}
