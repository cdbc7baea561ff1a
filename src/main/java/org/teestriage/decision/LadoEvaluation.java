package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.DatedFile;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.Informative;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * What the LADO says of the allegation about one person. It ends in a statutory outcome, below the threshold, or with a
 * named person who follows it up until a day on which the step comes back.
 *
 * @param decidedOn the day on which the LADO said so
 * @param decidedBy name of the LADO
 * @param met the criteria that the LADO holds to be met; empty as long as that is not said
 */
public record LadoEvaluation(
        @NotNull Conclusion finding,
        @NotNull LocalDate decidedOn,
        @NotBlank @SingleLine @Informative String decidedBy,
        Set<@NotNull Criterion> met,
        @NotBlank @MultiLine String policeSaid,

        @AskedWhen(field = "finding", is = "CONTINUES") @Nullable @SingleLine
        String followedUpBy,

        @AskedWhen(field = "finding", is = "CONTINUES") @Nullable
        LocalDate followUpOn,

        @NotBlank @MultiLine @Reason String rationale)
        implements Decision, SelfValidating {

    /** Outcomes of Keeping Children Safe in Education, part four, and what can precede them. */
    public enum Conclusion {
        SUBSTANTIATED,
        MALICIOUS,
        FALSE,
        UNSUBSTANTIATED,
        UNFOUNDED,
        THRESHOLD_NOT_MET,
        CONTINUES
    }

    /** When an allegation is for the LADO. */
    public enum Criterion {
        HARMED_A_CHILD,
        POSSIBLE_OFFENCE,
        RISK_OF_HARM,
        NOT_SUITABLE
    }

    public LadoEvaluation {
        met = met == null || met.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(met));
    }

    /** The content of lado-evaluation.yaml. */
    record File(List<Version> ladoEvaluation) {
        File {
            ladoEvaluation = DatedFile.inOrder(ladoEvaluation);
        }
    }

    record Version(LocalDate from, String source, @Nullable LocalDate lastVerified, int followUpWithinDays)
            implements DatedFile.Version {
        Version {
            Objects.requireNonNull(from, "config/lado-evaluation.yaml: from is missing");
            Objects.requireNonNull(source, "config/lado-evaluation.yaml: a source is missing");
            if (followUpWithinDays < 1) {
                throw new IllegalArgumentException("config/lado-evaluation.yaml: follow-up-within-days is missing");
            }
        }
    }

    /** Read once, because decisions have no dependencies. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("lado-evaluation.yaml", File.class).ladoEvaluation();
    }

    @Override
    public Step step() {
        return Step.LADO_EVALUATION;
    }

    @Override
    public Stream<Flaw> flaws() {
        return Stream.of(
                        flawIf(
                                finding == Conclusion.CONTINUES && Blanks.nothing(followedUpBy),
                                "followedUpBy",
                                "name the person who follows it up"),
                        flawIf(
                                (finding == Conclusion.CONTINUES) != (followUpOn != null),
                                "followUpOn",
                                "say until when, where the evaluation continues"),
                        flawIf(
                                finding == Conclusion.THRESHOLD_NOT_MET && !met.isEmpty(),
                                "met",
                                "leave them empty, where the threshold is not met"))
                .flatMap(flaw -> flaw);
    }

    @Override
    public Optional<Settlement> settlement() {
        return Optional.of(Settlement.until(followUpOn));
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        LocalDate today = LocalDate.ofInstant(situation.now(), LondonTime.ZONE);
        if (decidedOn.isAfter(today)) {
            return new Refusal("The LADO is said to have decided in the future. Check the date.");
        }
        if (decidedOn.isBefore(today.minusYears(1))) {
            return new Refusal("The LADO is said to have decided more than a year ago. Check the date.");
        }
        return followUpOn == null ? ended() : continues(followUpOn, today);
    }

    private Verdict ended() {
        return Ruling.of(
                finding == Conclusion.THRESHOLD_NOT_MET
                        ? "The LADO decided that the threshold is not met, and takes no further action."
                        : "The evaluation by the LADO ended: %s."
                                .formatted(finding.name().toLowerCase(Locale.ROOT)));
    }

    private static Verdict continues(LocalDate until, LocalDate today) {
        int within = DatedFile.inForce(Holder.VERSIONS, today).followUpWithinDays();
        if (!until.isAfter(today)) {
            return new Refusal("The follow-up would already be over. Say until when it is followed up.");
        }
        return until.isAfter(today.plusDays(within))
                ? new Refusal(
                        "An evaluation is followed up within %d days; then it is looked at again. Give an earlier day."
                                .formatted(within))
                : Ruling.of("The evaluation continues with the LADO. It comes back on %s."
                        .formatted(LondonTime.day(until)));
    }
}
