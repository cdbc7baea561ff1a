package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Device;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.decision.signal.PoliceTriggers;
import org.teestriage.platform.validation.SelfValidating;

/**
 * Report to the police. Harm that is, or may be, sexual is always reported, even without present danger, unless it is between
 * children and nothing of {@code config/police-triggers.yaml} applies.
 *
 * @param devices devices with evidence, and where they are held now
 */
public record PoliceReport(
        @NotNull @Valid Report report, @Size(max = 20) List<@Valid @NotNull Device> devices)
        implements Decision, SelfValidating {

    public PoliceReport {
        devices = devices == null ? List.of() : devices.stream().toList();
    }

    /** Whether the designated safeguarding lead may lead the response, to harm between children; {@code day} decides the ages. */
    public static boolean mayBeLeftToTheSafeguardingLead(Facts facts, LocalDate day) {
        return PoliceTriggers.apply(facts, day).isEmpty();
    }

    public boolean leftToTheSafeguardingLead() {
        return report.notNeededBecause() == Report.NotNeeded.DSL_LED_RESPONSE;
    }

    @Override
    public Step step() {
        return Step.POLICE_REPORT;
    }

    @Override
    public Stream<Flaw> flaws() {
        return Stream.concat(
                flawIf(
                        report != null && report.kind() == Report.Kind.HELD,
                        "report",
                        "a report to the police cannot be held: only they can ask for that, of others"),
                Report.notAboutAnAccount(report));
    }

    @Override
    public Optional<Settlement> settlement() {
        return report.settlement();
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        boolean sexual = situation.facts().sexual() != Answer.NO;
        boolean leavesPoliceOut = report.notNeededBecause() != null
                && report.notNeededBecause() != Report.NotNeeded.ALREADY_REPORTED
                && report.notNeededBecause() != Report.NotNeeded.POLICE_ALREADY_INVOLVED;
        if (leftToTheSafeguardingLead()) {
            if (situation.safeguarding().restsOnThePolice()) {
                return new Refusal(
                        "This is not for the safeguarding lead alone, because a decision for a child rests on"
                                + " the police: section 47 enquiries, or intelligence for them. Make the report.");
            }
            List<String> triggers = PoliceTriggers.apply(situation.facts(), situation.receivedOn());
            return triggers.isEmpty()
                    ? Ruling.of("No report to the police: the designated safeguarding lead leads the response.")
                    : new Refusal(
                            "This is not for the safeguarding lead alone, because %s. Make the report, or add to the facts what is known by now."
                                    .formatted(String.join("; ", triggers)));
        }
        if (sexual && leavesPoliceOut) {
            return new Refusal("Harm that is, or may be, sexual always goes to the police. Make the report, or say that"
                    + " they already have it.");
        }
        return report.ruled("the police", situation);
    }
}
