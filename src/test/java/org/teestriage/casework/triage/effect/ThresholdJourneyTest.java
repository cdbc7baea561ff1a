package org.teestriage.casework.triage.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** The threshold decision, its second decision, and what follows from it. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class ThresholdJourneyTest extends ConcernJourney {

    @Test
    void noFurtherActionNeedsASecondReadingByAManager() {
        Api.ConcernClient concern = decidedAndAwaitingSecondReading(Bodies.NO_FURTHER_ACTION);

        Response officer = concern.tryToDecide("officer.stockton", "second-reading/1", Bodies.AGREES);
        assertThat(officer.statusCode()).isEqualTo(403);
        assertThat(Api.detail(officer)).isEqualTo("This step is a manager's.");

        concern.decide(MANAGER, "second-reading/1", Bodies.AGREES);
        assertThat(concern.openSteps(OFFICER)).containsExactly("police-report", "referrer-feedback/1");
        concern.decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        reported(concern);
        concern.decide(OFFICER, "close", Api.with(Bodies.CLOSE, "/because", "NO_FURTHER_ACTION"));
    }

    @Test
    void aManagerCannotGiveTheSecondReadingOfTheirOwnDecision() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(MANAGER, "threshold-decision/1", Bodies.NO_FURTHER_ACTION);

        Response refused = concern.tryToDecide(MANAGER, "second-reading/1", Bodies.AGREES);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("Another person has to make the second");
        assertThat(concern.openSteps(OFFICER)).contains("second-reading/1");
        concern.decide("manager.stockton", "second-reading/1", Bodies.AGREES);
    }

    @Test
    void aStepDownNeedsASecondReading() {
        Api.ConcernClient concern = decidedAndAwaitingSecondReading(Bodies.EARLY_HELP);
        concern.decide(MANAGER, "second-reading/1", Bodies.AGREES);
        assertThat(concern.openSteps(OFFICER)).containsExactly("police-report", "referrer-feedback/1");
    }

    @Test
    void handingOverToTheWorkerOfAnOpenCaseAloneNeedsASecondReading() {
        Api.ConcernClient concern = decidedAndAwaitingSecondReading(
                Api.with(Bodies.SECTION_17, "/children/0/outcomes", List.of("OPEN_CASE")));
        assertThat(concern.sentences(OFFICER, "DECIDED"))
                .contains("The threshold decision was made and goes to a second decision: no new assessment begins"
                        + " here.");
        concern.decide(MANAGER, "second-reading/1", Bodies.AGREES);
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("police-report", "referrer-feedback/1", "social-care-referral/1");
    }

    @Test
    void oneHubDoesNotLowerTheComplexAbuseFlagForTheChildrenOfAnother() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/children/1", Bodies.CHILD_IN_REDCAR));
        String redcar = "officer.redcar";
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.NOT_COMPLEX)
                .decide(MANAGER, "second-reading/1", Bodies.AGREES);

        assertThat(concern.seenBy(redcar).get("complexAbuse").asBoolean()).isTrue();
        assertThat(concern.sentences(redcar, "RATED"))
                .contains("It stays treated as complex abuse until the decisions of all parts agree that it is not.");

        Object notComplexHere = Api.with(Bodies.NOT_COMPLEX, "/children/0/child", 2);
        concern.decide(redcar, "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER)
                .decide(redcar, "threshold-decision/2", notComplexHere)
                .decide("manager.redcar", "second-reading/2", Bodies.RETURNS);
        assertThat(concern.seenBy(OFFICER).get("complexAbuse").asBoolean()).isTrue();

        concern.decide(redcar, "threshold-decision/2", notComplexHere)
                .decide("manager.redcar", "second-reading/2", Bodies.AGREES);
        assertThat(concern.seenBy(OFFICER).get("complexAbuse").asBoolean()).isFalse();
    }

    @Test
    void aDecisionOfTheOtherHubThatItIsComplexKeepsTheFlag() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/children/1", Bodies.CHILD_IN_REDCAR));
        concern.decide("officer.redcar", "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER)
                .decide("officer.redcar", "threshold-decision/2", Bodies.CHILD_2_ONLY)
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.NOT_COMPLEX)
                .decide(MANAGER, "second-reading/1", Bodies.AGREES);
        assertThat(concern.seenBy(OFFICER).get("complexAbuse").asBoolean()).isTrue();
    }

    @Test
    void aDiscussionWithoutThePoliceDoesNotEndSection47() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);
        Response refused = concern.tryToDecide(
                OFFICER,
                "strategy-discussion/1",
                Api.with(
                        Bodies.STRATEGY_DISCUSSION,
                        "/present/0/agency",
                        "OTHER",
                        "/children/0/enquiries",
                        null,
                        "/children/0/section47",
                        false,
                        "/absent",
                        List.of(Map.of("agency", "POLICE", "why", "They could not come."))));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).startsWith("Without the police");
        assertThat(concern.openSteps(OFFICER)).contains("strategy-discussion/1");
    }

    @Test
    void theComplexAbuseFlagIsClearedOnlyWhenASecondReadingAgrees() {
        Api.ConcernClient concern = decidedAndAwaitingSecondReading(Bodies.NOT_COMPLEX);
        assertThat(concern.seenBy(OFFICER).get("complexAbuse").asBoolean()).isTrue();

        concern.decide(MANAGER, "second-reading/1", Bodies.AGREES);

        assertThat(concern.seenBy(OFFICER).get("complexAbuse").asBoolean()).isFalse();
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("police-report", "referrer-feedback/1", "social-care-referral/1");
    }

    @Test
    void aReturnedDecisionIsMadeAgainAndEveryRoundIsKept() {
        Api.ConcernClient concern = decidedAndAwaitingSecondReading(Bodies.NO_FURTHER_ACTION);

        concern.decide(MANAGER, "second-reading/1", Bodies.RETURNS);
        assertThat(concern.openSteps(OFFICER)).containsExactly("police-report", "threshold-decision/1");
        concern.decide(OFFICER, "threshold-decision/1", Bodies.NOT_COMPLEX)
                .decide(MANAGER, "second-reading/1", Bodies.RETURNS)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);

        assertThat(concern.openSteps(OFFICER))
                .containsExactly("police-report", "referrer-feedback/1", "social-care-referral/1");
        assertThat(concern.seenBy(OFFICER).get("complexAbuse").asBoolean()).isTrue();
        assertThat(Api.each(concern.pathSeenBy(OFFICER).get("done"))
                        .map(done -> done.get("step").asText() + " "
                                + done.get("round").asInt()))
                .containsExactly(
                        "immediate-risk-check 1",
                        "threshold-decision 1",
                        "second-reading 1",
                        "threshold-decision 2",
                        "second-reading 2",
                        "threshold-decision 3");
    }

    @Test
    void aSecondReadingCannotBeClaimedByAnOfficer() {
        Api.ConcernClient concern = decidedAndAwaitingSecondReading(Bodies.NO_FURTHER_ACTION);
        Response refused = concern.handle("officer.stockton", "second-reading/1", "claim");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Api.detail(refused)).isEqualTo("This step is a manager's.");
        concern.handle(MANAGER, "second-reading/1", "claim").then().statusCode(200);
    }

    @Test
    void section47EnquiriesSetTheDateOfTheConference() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);
        assertThat(concern.openSteps(OFFICER))
                .containsExactly(
                        "police-report", "referrer-feedback/1", "social-care-referral/1", "strategy-discussion/1");

        concern.decide(OFFICER, "strategy-discussion/1", Bodies.STRATEGY_DISCUSSION);

        assertThat(concern.sentences(OFFICER, "DECIDED"))
                .contains("An initial child protection conference is due by Tue 13 Oct 2026 17:00, about child 1.");
        concern.decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        reported(concern);
        closed(concern);
    }

    @Test
    void aRedStrategyDiscussionIsRecordedOnceSocialCareWasTold() {
        time.set(Instant.parse("2026-12-03T10:00:00Z"));
        Api.ConcernClient concern = raise(Bodies.DANGER_NOW);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);
        Object held = Api.with(Bodies.STRATEGY_DISCUSSION, "/heldOn", "2026-12-03");

        Response refused = concern.tryToDecide(OFFICER, "strategy-discussion/1", held);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("Call them and record the call");

        concern.tell(
                OFFICER,
                "calls",
                Api.with(Bodies.CALLED_DUTY_TEAM, "/to", "SOCIAL_CARE", "/rungAt", "2026-12-03T09:55:00Z"));
        concern.decide(OFFICER, "strategy-discussion/1", held);
        assertThat(concern.openSteps(OFFICER)).contains("social-care-referral/1");
    }

    @Test
    void withoutSection47NoConferenceIsDue() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47)
                .decide(
                        OFFICER,
                        "strategy-discussion/1",
                        Api.with(
                                Bodies.STRATEGY_DISCUSSION,
                                "/children/0/enquiries",
                                null,
                                "/children/0/section47",
                                false));
        assertThat(concern.sentences(OFFICER, "DECIDED")).noneMatch(sentence -> sentence.contains("conference"));
    }

    @Test
    void section47EndsOnceAManagerWhoDidNotRecordTheDiscussionAgrees() {
        Api.ConcernClient concern = decidedAgainstSection47();
        assertThat(concern.openSteps(MANAGER)).contains("end-of-enquiries/1", "discussion-record/1");
        assertThat(Api.detail(concern.tryToDecide(OFFICER, "end-of-enquiries/1", Bodies.SECTION_47_ENDS)))
                .isEqualTo("This step is a manager's.");
        assertThat(Api.detail(concern.tryToDecide(MANAGER, "police-report", LED_BY_THE_SCHOOL)))
                .contains("rests on the police");

        concern.decide(MANAGER, "end-of-enquiries/1", Bodies.SECTION_47_ENDS);

        assertThat(concern.sentences(OFFICER, "DECIDED"))
                .contains("A manager agreed: section 47 enquiries end for child 1.")
                .noneMatch(sentence -> sentence.contains("conference"));
        assertThat(concern.openSteps(MANAGER)).doesNotContain("end-of-enquiries/1");
    }

    @Test
    void section47GoesOnIfTheManagerDoesNotAgree() {
        Api.ConcernClient concern = decidedAgainstSection47();
        concern.decide(MANAGER, "end-of-enquiries/1", Api.with(Bodies.SECTION_47_ENDS, "/agrees", false));
        assertThat(concern.sentences(OFFICER, "DECIDED"))
                .contains("A manager did not agree: section 47 enquiries go on for child 1.")
                .contains("An initial child protection conference is due by Tue 13 Oct 2026 17:00, about child 1.");
    }

    @Test
    void aManagerWhoRecordedTheDiscussionCannotEndSection47() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47)
                .decide(
                        MANAGER,
                        "strategy-discussion/1",
                        Api.with(
                                Bodies.STRATEGY_DISCUSSION,
                                "/children/0/enquiries",
                                null,
                                "/children/0/section47",
                                false));
        assertThat(Api.detail(concern.tryToDecide(MANAGER, "end-of-enquiries/1", Bodies.SECTION_47_ENDS)))
                .isEqualTo("You recorded the discussion. Another manager has to decide this.");
    }

    private static final String LED_BY_THE_SCHOOL = """
            {"report": {"kind": "NOT_NEEDED", "notNeededBecause": "DSL_LED_RESPONSE",
             "rationale": "The school leads the response to both."}}
            """;

    private Api.ConcernClient decidedAgainstSection47() {
        return raise(Bodies.GROOMING)
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47)
                .decide(
                        OFFICER,
                        "strategy-discussion/1",
                        Api.with(
                                Bodies.STRATEGY_DISCUSSION,
                                "/children/0/enquiries",
                                null,
                                "/children/0/section47",
                                false));
    }

    @Test
    void theRecordIsSharedWithEachWhoTookPartAndALaterReceiptIsAdded() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47)
                .decide(OFFICER, "strategy-discussion/1", Bodies.STRATEGY_DISCUSSION);
        assertThat(concern.openStep(OFFICER, "discussion-record/1").get("due").asText())
                .as("one working day")
                .isEqualTo("2026-09-23T16:00:00Z");
        assertThat(Api.detail(concern.tryToDecide(
                        OFFICER,
                        "discussion-record/1",
                        "{\"people\": [{\"person\": 1, \"shared\": false, \"whyNot\": \"On leave until Monday.\"}]}")))
                .isEqualTo("Say of each who took part, numbered from 1 to 2, whether they got the record.");

        concern.decide(OFFICER, "discussion-record/1", Bodies.DISCUSSION_SHARED);
        concern.tell(
                OFFICER,
                "obligations",
                Map.of("kind", "DISCUSSION_RECORD", "item", "1", "reason", "The sergeant wrote that she has it."));
        concern.decide(
                OFFICER,
                "discussion-record/1",
                Api.with(Bodies.DISCUSSION_SHARED, "/people/0/receivedOn", "2026-09-22"));

        assertThat(concern.sentences(OFFICER, "DECIDED"))
                .contains(
                        "The record of the strategy discussion was shared with 2 of 2 who took part; 1 said that they have it.",
                        "The record of the strategy discussion was shared with 2 of 2 who took part; 2 said that they have it.");
    }

    @Test
    void aStrategyDiscussionWithoutHealthNeedsAReason() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);
        Object incomplete = Api.with(Bodies.STRATEGY_DISCUSSION, "/present/1/agency", "EDUCATION");

        Response refused = concern.tryToDecide(OFFICER, "strategy-discussion/1", incomplete);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("absent");
        concern.decide(
                OFFICER,
                "strategy-discussion/1",
                Api.with(
                        incomplete.toString(),
                        "/absent",
                        List.of(Map.of("agency", "HEALTH", "why", "The nurse was called away; asked the same day."))));
    }

    @Test
    void aSuspectWhoWorksWithChildrenGoesToTheLadoOfTheWorkplace() {
        Api.ConcernClient concern = raise(Bodies.COACH);
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("immediate-risk-check/1", "lado-referral/1", "police-report");
        assertThat(Api.each(concern.seenBy(OFFICER).get("letters"))
                        .filter(letter -> letter.get("purpose").asText().equals("LADO_REFERRAL"))
                        .map(letter -> letter.get("partner").asText()))
                .containsExactly("LADO of Middlesbrough");
        assertThat(Api.as(OFFICER)
                        .get(concern.address() + "/letters/LADO_REFERRAL/1?item=1")
                        .asString())
                .contains("Made Up Swimming Club", "Robin Sample")
                .doesNotContain("TS24");

        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(
                        OFFICER,
                        "threshold-decision/1",
                        Api.with(Bodies.SECTION_17, "/children/0/outcomes", List.of("SECTION_17", "LADO")))
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        reported(concern);
        assertThat(concern.openSteps(OFFICER)).containsExactly("lado-referral/1");
        concern.decide(OFFICER, "lado-referral/1", Bodies.SENT);
        closed(concern);
    }

    @Test
    void ladoIsRefusedAsOutcomeUnlessASuspectIsKnownToWorkWithChildren() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        Response refused = concern.tryToDecide(
                OFFICER,
                "threshold-decision/1",
                Api.with(Bodies.SECTION_17, "/children/0/outcomes", List.of("SECTION_17", "LADO")));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("known to work with children");
    }

    private static Api.ConcernClient decidedAndAwaitingSecondReading(Object threshold) {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", threshold);
        assertThat(concern.openSteps(OFFICER)).containsExactly("police-report", "second-reading/1");
        return concern;
    }
}
