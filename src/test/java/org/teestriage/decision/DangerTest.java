package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.concern.Priority;
import org.teestriage.decision.EmergencyCall.Caller;
import org.teestriage.decision.ImmediateRiskCheck.Finding;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.Reason;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

/** The decisions that may find danger, and the record of the emergency call. */
class DangerTest {

    private static Verdict found(Finding finding) {
        return new ImmediateRiskCheck(finding, "As the school says.", null, null)
                .ruleOn(Situations.about(FactsYaml.facts("children: [{name: Robin Sample}]")));
    }

    @Test
    void dangerAndDoubtBothRaiseDanger() {
        assertThat(found(Finding.DANGER))
                .isEqualTo(new Ruling(Set.of(), Set.of(PathMessage.DANGER_RAISED), "Immediate risk: danger found."));
        assertThat(found(Finding.DOUBT))
                .isEqualTo(Ruling.of("Immediate risk: in doubt, so treated as danger.")
                        .with(PathMessage.DANGER_RAISED));
    }

    @Test
    void doubtAboutAChildWhoIsNotIdentifiedAsksForNoEmergencyCallButDangerDoes() {
        Situation unidentified = Situations.about(FactsYaml.facts("children: [{unknown: true, estimatedAge: 12}]"));
        Verdict doubt =
                new ImmediateRiskCheck(Finding.DOUBT, "Only a handle is known.", null, null).ruleOn(unidentified);
        assertThat(doubt).isEqualTo(Ruling.of("Immediate risk: in doubt about a child who is not identified."));
        assertThat(new ImmediateRiskCheck(Finding.DANGER, "He says where.", null, null).ruleOn(unidentified))
                .isEqualTo(Ruling.of("Immediate risk: danger found.").with(PathMessage.DANGER_RAISED));
    }

    @Test
    void noImmediateDangerRaisesNothing() {
        assertThat(found(Finding.NO_IMMEDIATE_DANGER))
                .isEqualTo(Ruling.of("Immediate risk: no immediate danger found."));
    }

    @Test
    void onlyAClinicianOrASecondPersonEndsDangerThatWasTold() {
        ImmediateRiskCheck alone = FactsYaml.as(
                ImmediateRiskCheck.class, "{finding: NO_IMMEDIATE_DANGER, rationale: At home with both parents}");
        assertThat(alone.standsDown(true)).isPresent();
        assertThat(alone.standsDown(false)).isEmpty();
        assertThat(clinician(Situations.NOW).standsDown(true)).isEmpty();
        assertThat(clinician(Situations.NOW).ruleOn(Situations.today())).isInstanceOf(Ruling.class);
        assertThat(clinician(Situations.FUTURE).ruleOn(Situations.today())).isInstanceOf(Refusal.class);
        assertThat(FactsYaml.as(ImmediateRiskCheck.class, "{finding: DOUBT, rationale: He is here}")
                        .standsDown(true))
                .isEmpty();
    }

    private static ImmediateRiskCheck clinician(Instant at) {
        return FactsYaml.as(
                ImmediateRiskCheck.class,
                "{finding: NO_IMMEDIATE_DANGER, rationale: At home with both parents, clinician: {name: Alex Nurse,"
                        + " role: Crisis practitioner, organisation: Hospital trust, at: %s}}".formatted(at));
    }

    // Further information

    @Test
    void informationThatShowsDangerRaisesDanger() {
        assertThat(FactsYaml.as(InformationReview.class, "effect: DANGER").ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The further information was read; it shows danger.")
                        .with(PathMessage.DANGER_RAISED));
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, it changes nothing", "PRIORITY, it changes the priority"})
    void otherInformationRaisesNothing(String effect, String words) {
        assertThat(FactsYaml.as(InformationReview.class, "effect: " + effect).ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The further information was read; " + words + "."));
    }

    @Test
    void aReviewCannotLowerThePriorityWhileAnEmergencyCallIsOpen() {
        Situation calling = Situations.closing(Set.of(Step.EMERGENCY_CALL), List.of(), List.of());
        Refusal refusal =
                new Refusal("An emergency call is open: nothing makes this concern less urgent before it is made.");
        assertThat(review("effect: PRIORITY\npriority: AMBER").ruleOn(calling)).isEqualTo(refusal);
        assertThat(review("effect: PRIORITY\npriority: GREEN").ruleOn(calling)).isEqualTo(refusal);
        assertThat(review("effect: PRIORITY\npriority: RED").ruleOn(calling)).isInstanceOf(Ruling.class);
        assertThat(review("effect: NOTHING").ruleOn(calling)).isInstanceOf(Ruling.class);
        assertThat(review("effect: PRIORITY\npriority: GREEN")
                        .ruleOn(Situations.closing(Set.of(Step.POLICE_REPORT), List.of(), List.of())))
                .isInstanceOf(Ruling.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RED, AMBER, false, false, Only a manager makes a concern less urgent.",
        "RED, GREEN, false, true, Only a manager makes a concern less urgent.",
        "AMBER, GREEN, false, false, Only a manager makes a concern less urgent.",
        "RED, AMBER, true, true, The priority comes from your own decision.",
        "RED, AMBER, true, false,",
        "AMBER, AMBER, false, true,",
        "AMBER, RED, false, false,",
        "GREEN, AMBER, false, true,"
    })
    void thePriorityFallsOnlyByAManagerWhoDidNotRaiseIt(
            Priority before, Priority after, boolean manager, boolean raisedIt, @Nullable String sentence) {
        Optional<Refusal> refusal = review("effect: PRIORITY\npriority: " + after)
                .refusal(before, new InformationReview.Reviewer(manager, raisedIt));
        if (sentence == null) {
            assertThat(refusal).isEmpty();
        } else {
            assertThat(refusal).get().extracting(Refusal::sentence).asString().startsWith(sentence);
        }
        assertThat(review("effect: NOTHING").refusal(before, new InformationReview.Reviewer(manager, raisedIt)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"effect: PRIORITY", "effect: NOTHING\npriority: RED", "effect: DANGER\npriority: RED"})
    void aPriorityIsGivenExactlyIfTheReviewChangesIt(String yaml) {
        assertThat(ConstraintViolations.in(review(yaml)))
                .containsExactly("priority: give the new priority, and only where the effect is PRIORITY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"effect: PRIORITY\npriority: GREEN", "effect: NOTHING", "effect: DANGER"})
    void aCompleteReviewIsValid(String yaml) {
        assertThat(ConstraintViolations.in(review(yaml))).isEmpty();
    }

    @Test
    void dangerIsNotRefusedForTheWordsInWhichItIsToldAndAllElseIs() {
        for (String danger : List.of("DANGER", "DOUBT")) {
            assertThat(ConstraintViolations.in(FactsYaml.as(
                            ImmediateRiskCheck.class, "{finding: %s, rationale: He is here}".formatted(danger))))
                    .isEmpty();
        }
        assertThat(ConstraintViolations.in(
                        FactsYaml.as(InformationReview.class, "{effect: DANGER, rationale: He is here}")))
                .isEmpty();
        assertThat(ConstraintViolations.in(
                        FactsYaml.as(ImmediateRiskCheck.class, "{finding: NO_IMMEDIATE_DANGER, rationale: At home}")))
                .containsExactly("rationale: " + Reason.ENTER_WHY);
        assertThat(ConstraintViolations.in(
                        FactsYaml.as(InformationReview.class, "{effect: NOTHING, rationale: Noted}")))
                .containsExactly("rationale: " + Reason.ENTER_WHY);
    }

    private static InformationReview review(String yaml) {
        return FactsYaml.as(InformationReview.class, "rationale: Read with care\n" + yaml);
    }

    // The 999 call

    private static final String CALL = """
            caller: HUB
            rungBy: Sam Officer
            rungAt: 2026-09-22T09:00:00Z
            agreed: A car is on its way.
            """;

    private static EmergencyCall call(String more) {
        return FactsYaml.as(EmergencyCall.class, CALL + more);
    }

    @Test
    void theRulingOnACallNamesTheCaller() {
        assertThat(call("incidentNumber: CLV-0001").ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("999 was called by the hub; the police answered."));
        assertThat(new EmergencyCall(
                                Caller.REFERRER,
                                "Pat Example",
                                Situations.LATEST_ACCEPTED,
                                "CLV-0001",
                                null,
                                "A car",
                                null)
                        .ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The referrer had called 999; the police answered."));
    }

    @Test
    void aCallToTheDutyTeamAnswersTheStepAndIsNotSaidToBeOneTo999() {
        assertThat(new EmergencyCall(
                                Caller.REFERRER,
                                "Pat Example",
                                Situations.LATEST_ACCEPTED,
                                "EDT-7",
                                null,
                                "They go there",
                                EmergencyCall.Called.EMERGENCY_DUTY_TEAM)
                        .ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The referrer had called the Emergency Duty Team, which took it on."));
        assertThat(call("incidentNumber: CLV-0001\ncalled: EMERGENCY_DUTY_TEAM\ncaller: DUTY_TEAM")
                        .ruleOn(Situations.today()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aCallInTheFutureIsRefused() {
        assertThat(new EmergencyCall(Caller.HUB, "Sam Officer", Situations.FUTURE, "CLV-0001", null, "A car", null)
                        .ruleOn(Situations.today()))
                .isEqualTo(new Refusal("The call is said to be in the future. Call 999 first, then record the call."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "incidentNumber: ' '", "whyNoNumber: ' '"})
    void aCallNeedsAnIncidentNumberOrAReason(String more) {
        assertThat(ConstraintViolations.in(call(more)))
                .containsExactly("incidentNumber: give the police incident number, or say why there is none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidentNumber: CLV-0001", "whyNoNumber: The operator rings back with it."})
    void anIncidentNumberOrAReasonIsEnough(String more) {
        assertThat(ConstraintViolations.in(call(more))).isEmpty();
    }

    @Test
    void callerTimeAndAgreementAreMandatory() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(EmergencyCall.class, "incidentNumber: CLV-0001")))
                .containsExactly("agreed", "caller", "rungAt", "rungBy");
    }
}
