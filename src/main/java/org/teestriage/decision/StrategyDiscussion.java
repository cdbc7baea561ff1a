package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;

/**
 * Strategy discussion, with social care, police and health as a minimum. The 15 working days to an initial child
 * protection conference run from its date (Working Together).
 */
public record StrategyDiscussion(
        @NotNull LocalDate heldOn,
        @NotEmpty Set<@NotNull Attendee> attended,
        @Nullable @MultiLine @Reason String whyIncomplete,
        @NotNull Boolean section47,
        @NotBlank @MultiLine @Reason String rationale)
        implements Decision, SelfValidating {

    public enum Attendee {
        SOCIAL_CARE,
        POLICE,
        HEALTH,
        EDUCATION,
        OTHER
    }

    private static final ZoneId LONDON = LondonTime.ZONE;

    private static final Set<Attendee> AT_LEAST = EnumSet.of(Attendee.SOCIAL_CARE, Attendee.POLICE, Attendee.HEALTH);

    private static final Set<Attendee> TO_DECIDE_AGAINST = EnumSet.of(Attendee.SOCIAL_CARE, Attendee.POLICE);

    public StrategyDiscussion {
        attended = attended == null || attended.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(EnumSet.copyOf(attended));
    }

    @Override
    public Step step() {
        return Step.STRATEGY_DISCUSSION;
    }

    @Override
    public Stream<Flaw> flaws() {
        return flawIf(
                !attended.containsAll(AT_LEAST) && Blanks.nothing(whyIncomplete),
                "whyIncomplete",
                "social care, police and health take part at least; say why one of them did not");
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        LocalDate today = LocalDate.ofInstant(situation.now(), LONDON);
        if (heldOn.isAfter(today)) {
            return new Refusal("The discussion is said to be in the future. Hold it first, then record it.");
        }
        if (heldOn.isBefore(today.minusYears(1))) {
            return new Refusal("The discussion is said to be more than a year ago. Check its date.");
        }
        if (!section47 && !attended.containsAll(TO_DECIDE_AGAINST)) {
            return new Refusal("Without children's social care and the police, a discussion cannot decide against"
                    + " section 47 enquiries. Hold it with both, then record it; or record that the enquiries begin.");
        }
        return Ruling.of(
                section47
                        ? "The strategy discussion was held; section 47 enquiries begin."
                        : "The strategy discussion was held; no section 47 enquiries.");
    }
}
