package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.decision.Report.NotNeeded;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

/** Reports to the police, to CEOP and to platforms. */
class ReportsTest {

    private static final String SENT = "sent: {how: PARTNER_FORM, at: '%s', to: Report desk, theirReference: R-200}\n";
    private static final String MADE = "kind: MADE\n" + SENT.formatted(Situations.LATEST_ACCEPTED);
    private static final String MADE_LATER = "kind: MADE\n" + SENT.formatted(Situations.FUTURE);
    private static final String APPROVED =
            "kind: APPROVED\napproval: {recipient: Cleveland Police, contentHash: abc}\n";
    private static final String HELD = "kind: HELD\nheldFor: DC Made Up\nrationale: It would warn him\nheldUntil: ";

    private static Report report(String yaml) {
        return FactsYaml.as(Report.class, yaml);
    }

    private static Report notNeeded(NotNeeded because) {
        return report("kind: NOT_NEEDED\nrationale: They said so\nnotNeededBecause: " + because);
    }

    private static Decision police(Report report) {
        return new PoliceReport(report, List.of());
    }

    private static Decision platform(Report report) {
        return new PlatformDecision(report, null);
    }

    private static Situation harm(HarmKind... kinds) {
        return Situations.about(
                FactsYaml.facts("kinds: " + Stream.of(kinds).map(Enum::name).toList()));
    }

    static Stream<Arguments> partners() {
        return Stream.of(
                Arguments.of("the police", (Function<Report, Decision>) ReportsTest::police),
                Arguments.of("CEOP", (Function<Report, Decision>) CeopDecision::new),
                Arguments.of("the platform", (Function<Report, Decision>) ReportsTest::platform));
    }

    // Rulings

    @ParameterizedTest
    @MethodSource("partners")
    void theRulingOnAReportNamesItsPartner(String partner, Function<Report, Decision> decision) {
        assertThat(decision.apply(report(MADE)).ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The report to " + partner + " was made."));
    }

    @ParameterizedTest
    @MethodSource("partners")
    void aReportThatWasAlreadyMadeIsNotNeeded(String partner, Function<Report, Decision> decision) {
        assertThat(decision.apply(notNeeded(NotNeeded.ALREADY_REPORTED)).ruleOn(harm(HarmKind.GROOMING)))
                .isEqualTo(Ruling.of("A report to " + partner + " was decided not to be needed."));
    }

    @ParameterizedTest
    @MethodSource("partners")
    void aReportSentInTheFutureIsRefused(String partner, Function<Report, Decision> decision) {
        assertThat(decision.apply(report(MADE_LATER)).ruleOn(Situations.today()))
                .as(partner)
                .isEqualTo(new Refusal("The report is said to be sent in the future. Send it first, then record it."));
    }

    @Test
    void reportsToCeopAndPlatformsAreHeldAtTheRequestOfThePolice() {
        Report held = report(HELD + Situations.IN_A_MINUTE);
        assertThat(new CeopDecision(held).ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The report to CEOP is held at the request of the police.", Route.HELD));
        assertThat(platform(held).ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The report to the platform is held at the request of the police.", Route.HELD));
    }

    @Test
    void aHoldThatHasAlreadyEndedIsRefused() {
        Refusal refusal = new Refusal("The hold would already be over. Say until when the police ask to wait.");
        assertThat(platform(report(HELD + Situations.NOW)).ruleOn(Situations.today()))
                .isEqualTo(refusal);
        assertThat(new CeopDecision(report(HELD + "2026-09-21T09:00:00Z")).ruleOn(Situations.today()))
                .isEqualTo(refusal);
    }

    @Test
    void aHoldLastsAtMost90Days() {
        Refusal refusal = new Refusal("A hold lasts 90 days at most; then it is looked at again. Give an earlier end.");
        assertThat(new CeopDecision(report(HELD + "2026-12-21T09:00:00Z")).ruleOn(Situations.today()))
                .isInstanceOf(Ruling.class);
        assertThat(new CeopDecision(report(HELD + "2026-12-21T09:00:01Z")).ruleOn(Situations.today()))
                .isEqualTo(refusal);
        assertThat(platform(report(HELD + "+1000000000-12-31T23:59:59Z")).ruleOn(Situations.today()))
                .isEqualTo(refusal);
    }

    // Delivery by the service

    @ParameterizedTest
    @MethodSource("partners")
    void anApprovedReportIsDeliveredByTheService(String partner, Function<Report, Decision> decision) {
        assertThat(decision.apply(report(APPROVED)).ruleOn(harm(HarmKind.GROOMING)))
                .isEqualTo(Ruling.of("The report to " + partner + " was approved; the service brings it."));
        assertThat(ConstraintViolations.in(decision.apply(report(APPROVED)))).isEmpty();
    }

    @Test
    void anApprovalNeedsARecipientAndTheHashOfTheContent() {
        assertThat(ConstraintViolations.in(report("kind: APPROVED")))
                .containsExactly("approval: confirm the letter and its recipient, where the service is to bring it");
        assertThat(ConstraintViolations.placesIn(report("kind: APPROVED\napproval: {recipient: ' '}")))
                .containsExactly("approval.contentHash", "approval.recipient");
        assertThat(ConstraintViolations.in(report(MADE + "approval: {recipient: CEOP, contentHash: abc}")))
                .containsExactly("approval: confirm the letter and its recipient, where the service is to bring it");
    }

    // Preservation of evidence

    private static PlatformDecision preserved(String report, String preservation) {
        return FactsYaml.as(PlatformDecision.class, "report: {" + report + "}\npreservation: {" + preservation + "}");
    }

    private static final String HELD_UNTIL =
            "kind: HELD, heldFor: DC Made Up, rationale: It would warn him, heldUntil: ";

    @Test
    void aHoldBeyondTheExpiryOfTheContentNeedsAPreservationRequest() {
        String until = HELD_UNTIL + "'2026-09-24T00:00:01Z'";
        String expires = "contentMayExpireOn: 2026-09-24";
        assertThat(preserved(until, expires).ruleOn(Situations.today()))
                .isEqualTo(new Refusal(
                        "The content may be gone before the hold ends, and no one asked the platform to keep"
                                + " it. Let the police ask first and record it, or give an earlier end."));
        assertThat(preserved(until, expires + ", askedOn: 2026-09-21, askedBy: DC Made Up")
                        .ruleOn(Situations.today()))
                .isInstanceOf(Ruling.class);
        assertThat(preserved(HELD_UNTIL + "'2026-09-24T00:00:00Z'", expires).ruleOn(Situations.today()))
                .isInstanceOf(Ruling.class);
        assertThat(preserved(until, "askedOn: 2026-09-21, askedBy: DC Made Up").ruleOn(Situations.today()))
                .isInstanceOf(Ruling.class);
        assertThat(preserved("kind: NOT_NEEDED, notNeededBecause: ACCOUNT_GONE, rationale: R", expires)
                        .ruleOn(Situations.today()))
                .isInstanceOf(Ruling.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reference: P-1 | askedOn: say when the police asked, or when the content may be gone",
                "askedOn: 2026-09-21 | askedBy: name the police officer or unit that asked",
                "{askedOn: 2026-09-21, askedBy: ' '} | askedBy: name the police officer or unit that asked",
                "{askedOn: 2026-09-21, askedBy: DC, contentMayExpireOn: 2026-09-20} | contentMayExpireOn: was over before it was asked for"
            })
    void missingFieldsOfAPreservationRecordAreNamed(String yaml, String violation) {
        assertThat(ConstraintViolations.in(FactsYaml.as(Preservation.class, yaml)))
                .containsExactly(violation);
    }

    @Test
    void aPreservationRecordNeedsAnExpiryOrTheAuthorAndDateOfARequest() {
        assertThat(ConstraintViolations.in(FactsYaml.as(Preservation.class, "contentMayExpireOn: 2026-09-20")))
                .isEmpty();
        assertThat(ConstraintViolations.in(FactsYaml.as(
                        Preservation.class,
                        "{askedOn: 2026-09-21, askedBy: DC, contentMayExpireOn: 2026-09-21, reference: P-1}")))
                .isEmpty();
    }

    @Test
    void aPoliceReportMayListDevices() {
        PoliceReport report = FactsYaml.as(
                PoliceReport.class,
                "report: {" + "kind: APPROVED, approval: {recipient: P, contentHash: h}}\n"
                        + "devices: [{description: A telephone, heldBy: The school, where: Its safe, secured: YES}]");
        assertThat(ConstraintViolations.in(report)).isEmpty();
        assertThat(report.devices()).hasSize(1);
        assertThat(FactsYaml.as(PoliceReport.class, "{}").devices()).isEmpty();
    }

    // Mandatory police reports

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "CYBERBULLYING",
                "EMOTIONAL_ABUSE",
                "RADICALISATION",
                "COERCED_SELF_HARM",
                "STALKING_HARASSMENT",
                "CRIMINAL_EXPLOITATION",
                "THREATS"
            })
    void harmThatIsOrMayBeSexualAlwaysGoesToThePolice(HarmKind kind) {
        Refusal refusal = new Refusal("Harm that is, or may be, sexual always goes to the police. Make the report, or"
                + " say that they already have it.");
        Situation sexual = harm(HarmKind.CYBERBULLYING, kind);
        assertThat(police(notNeeded(NotNeeded.NOT_FOR_THIS_PARTNER)).ruleOn(sexual))
                .isEqualTo(refusal);
        assertThat(police(notNeeded(NotNeeded.ACCOUNT_GONE)).ruleOn(sexual)).isEqualTo(refusal);
        assertThat(police(notNeeded(NotNeeded.ACCOUNT_GONE)).ruleOn(harm()))
                .as("no kind of harm is given")
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALREADY_REPORTED", "POLICE_ALREADY_INVOLVED"})
    void aSexualOffenceThatThePoliceAlreadyHaveNeedsNoSecondReport(NotNeeded because) {
        assertThat(police(notNeeded(because)).ruleOn(harm(HarmKind.SEXTORTION)))
                .isEqualTo(Ruling.of("A report to the police was decided not to be needed."));
    }

    @Test
    void aReportOfASexualOffenceIsAccepted() {
        assertThat(police(report(MADE)).ruleOn(harm(HarmKind.SEXTORTION)))
                .isEqualTo(Ruling.of("The report to the police was made."));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DSL_LED_RESPONSE")
    void bullyingAloneNeedsNoPoliceReport(NotNeeded because) {
        assertThat(police(notNeeded(because)).ruleOn(harm(HarmKind.CYBERBULLYING)))
                .isEqualTo(Ruling.of("A report to the police was decided not to be needed."));
    }

    // Missing and surplus fields

    @Test
    void aCompleteReportIsValid() {
        assertThat(ConstraintViolations.in(police(report(MADE)))).isEmpty();
        assertThat(ConstraintViolations.in(new CeopDecision(report(HELD + Situations.IN_A_MINUTE))))
                .isEmpty();
        assertThat(ConstraintViolations.in(platform(notNeeded(NotNeeded.ACCOUNT_GONE))))
                .isEmpty();
    }

    @Test
    void aPoliceReportCannotBeHeld() {
        assertThat(ConstraintViolations.in(police(report(HELD + Situations.IN_A_MINUTE))))
                .containsExactly(
                        "report: a report to the police cannot be held: only they can ask for that, of others");
    }

    @ParameterizedTest
    @ValueSource(classes = {PoliceReport.class, CeopDecision.class, PlatformDecision.class})
    void aDecisionWithoutItsReportIsIncomplete(Class<?> decision) {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(decision, "{}"))).containsExactly("report");
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(decision, "report: {kind: MADE}")))
                .containsExactly("report.sent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: MADE                                        | sent: say how it was sent, where it was made",
                "{kind: NOT_NEEDED, rationale: Not needed now}                 | notNeededBecause: give the reason, where it is not needed",
                "{kind: NOT_NEEDED, notNeededBecause: ACCOUNT_GONE} | rationale: say why, in your own words",
                "{kind: NOT_NEEDED, notNeededBecause: ACCOUNT_GONE, rationale: ' '} | rationale: say why, in your own words",
                "{kind: HELD, heldFor: DC Made Up, rationale: Not needed now}  | heldUntil: say until when, where it is held",
                "{kind: HELD, heldUntil: '2026-09-24T09:00:00Z', rationale: Not needed now} | heldFor: name the police officer or unit that asks for it",
                "{kind: HELD, heldUntil: '2026-09-24T09:00:00Z', heldFor: ' ', rationale: Not needed now} | heldFor: name the police officer or unit that asks for it",
                "{kind: HELD, heldUntil: '2026-09-24T09:00:00Z', heldFor: DC Made Up} | rationale: say why, in your own words"
            })
    void missingFieldsOfAReportAreNamed(String yaml, String violation) {
        assertThat(ConstraintViolations.in(report(yaml))).containsExactly(violation);
    }

    @Test
    void fieldsOfAnotherKindAreNamed() {
        assertThat(ConstraintViolations.in(
                        report(MADE + "notNeededBecause: ACCOUNT_GONE\nheldUntil: 2026-09-24T09:00:00Z")))
                .containsExactly(
                        "heldUntil: say until when, where it is held",
                        "notNeededBecause: give the reason, where it is not needed");
        assertThat(ConstraintViolations.in(
                        report("kind: NOT_NEEDED\nrationale: Not needed now\nnotNeededBecause: ACCOUNT_GONE\n"
                                + SENT.formatted(Situations.NOW))))
                .containsExactly("sent: say how it was sent, where it was made");
    }

    @Test
    void aReportThatWasMadeNeedsItsTimeWayRecipientAndReference() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(CeopDecision.class, "report: {kind: MADE, sent: {}}")))
                .containsExactly("report.sent.at", "report.sent.how", "report.sent.theirReference", "report.sent.to");
    }
}
