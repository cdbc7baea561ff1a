package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.HonestReason;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

public record ImmediateRiskCheck(
        @NotNull Finding finding,
        @NotBlank @MultiLine String rationale,
        @Nullable @SingleLine String childSeenBy,

        @AskedWhen(field = "finding", is = "NO_IMMEDIATE_DANGER") @Nullable @Valid
        ClinicalOpinion clinician)
        implements Decision, SelfValidating {

    /** DANGER opens the emergency call, and so does DOUBT about a child who can be found. No other step is skipped for it. */
    public enum Finding {
        DANGER,
        DOUBT,
        NO_IMMEDIATE_DANGER
    }

    @Override
    public Step step() {
        return Step.IMMEDIATE_RISK_CHECK;
    }

    /** Danger is never refused for the words in which it is told. */
    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return flawIf(
                finding == Finding.NO_IMMEDIATE_DANGER
                        && !Blanks.nothing(rationale)
                        && !HonestReason.says(rationale, LocalDate.ofInstant(now, LondonTime.ZONE)),
                "rationale",
                Reason.ENTER_WHY);
    }

    @Override
    public Optional<String> standsDown(boolean dangerTold) {
        return finding == Finding.NO_IMMEDIATE_DANGER && dangerTold && clinician == null
                ? Optional.of("danger or self-harm was told, and no clinician gave their word.")
                : Optional.empty();
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        if (finding == Finding.NO_IMMEDIATE_DANGER && clinician != null && situation.isInFuture(clinician.at())) {
            return new Refusal(
                    "The word of the clinician is said to be in the future. Ask them first, then record it.");
        }
        return switch (finding) {
            case DANGER -> Ruling.of("Immediate risk: danger found.").with(PathMessage.DANGER_RAISED);
            case DOUBT ->
                identified(situation)
                        ? Ruling.of("Immediate risk: in doubt, so treated as danger.")
                                .with(PathMessage.DANGER_RAISED)
                        : Ruling.of("Immediate risk: in doubt about a child who is not identified.");
            case NO_IMMEDIATE_DANGER -> Ruling.of("Immediate risk: no immediate danger found.");
        };
    }

    private static boolean identified(Situation situation) {
        return situation.children().stream()
                .anyMatch(child -> !situation.facts().children().get(child - 1).unidentified());
    }
}
