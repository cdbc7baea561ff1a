package org.teestriage.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.workflow.process.EarlierPath;

/** Acknowledgement and feedback to the referrer, both recorded on the timeline. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class ReferrerJourneyTest extends ConcernJourney {

    @Inject
    EarlierPath earlier;

    private static JsonNode feedback(Api.ConcernClient concern, String user) {
        return concern.seenBy(user).get("told");
    }

    @Test
    void theAcknowledgementIsDueOneWorkingDayFromReceiptInParallelToOtherSteps() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(concern.allOpenSteps(OFFICER))
                .containsExactly("acknowledgement", "immediate-risk-check/1", "police-report");
        JsonNode step = concern.openStep(OFFICER, "acknowledgement");
        assertThat(step.get("due").asText()).isEqualTo("2026-09-23T16:00:00Z");
        assertThat(step.get("howDue").asText()).contains("Received", "1 working day", "no Tees figure was found");
    }

    private static String listed(Api.ConcernClient concern) {
        return Api.each(Api.json(Api.as(REFERRER).get("/api/concerns")).get("concerns"))
                .filter(line -> line.get("reference").asText().equals(concern.reference()))
                .map(JsonNode::toString)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theListOfTheAgencyShowsOneOfThePlainStatesAndNoStep() {
        Api.ConcernClient concern = raise(Bodies.COACH);
        assertThat(listed(concern)).contains("\"status\":\"RECEIVED\"");
        concern.decide(OFFICER, "lado-referral/1", Bodies.SENT);
        assertThat(listed(concern)).contains("\"status\":\"RECEIVED\"").doesNotContainIgnoringCase("lado");
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        assertThat(listed(concern)).contains("\"status\":\"BEING_DECIDED\"").doesNotContainIgnoringCase("police");
        answered(concern);
        assertThat(listed(concern)).contains("\"status\":\"DECIDED\"");
        assertThat(concern.seenBy(REFERRER).get("status").asText()).isEqualTo("DECIDED");
    }

    @Test
    void feedbackIsRecordedOnTheTimelineAndShownToTheReferrer() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(feedback(concern, REFERRER)).isEmpty();
        concern.decide(OFFICER, "acknowledgement", Bodies.ACKNOWLEDGED);
        answered(concern);

        JsonNode feedback = feedback(concern, REFERRER);
        assertThat(feedback.toString()).isEqualTo("""
                [{"about":"ACKNOWLEDGEMENT",\
                "words":"Your concern was received and is being looked at. You will be told the outcome.",\
                "addition":"We ring you this afternoon.",\
                "at":"2026-09-22T08:59:00Z","how":"TELEPHONE","to":"Pat Example","by":"officer.hartlepool"},\
                {"about":"OUTCOME",\
                "words":"Your concern was passed to children's social care, who decide what happens next.",\
                "at":"2026-09-22T08:59:30Z","how":"TELEPHONE","to":"Pat Example","by":"officer.hartlepool"}]""");
        assertThat(concern.sentences("auditor", "DECIDED"))
                .contains(
                        "The concern was acknowledged to the referrer, by telephone.",
                        "The referrer was told the outcome, by telephone.");
        assertThat(concern.timeline(MANAGER).stream()
                        .filter(entry -> entry.at("/details/toldTo").isTextual())
                        .map(entry -> entry.get("by").asText() + " " + entry.at("/details/how")))
                .containsExactly("officer.hartlepool \"TELEPHONE\"", "officer.hartlepool \"TELEPHONE\"");
    }

    @Test
    void feedbackOfTheOutcomeReplacesTheAcknowledgement() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        answered(concern);
        assertThat(concern.allOpenSteps(OFFICER)).containsExactly("close");
        assertThat(concern.sentences("auditor", "ACKNOWLEDGED"))
                .containsExactly("The concern was acknowledged by telling the outcome.");
        closed(concern);
    }

    @Test
    void aConcernCannotCloseBeforeFeedbackToTheReferrer() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT);
        assertThat(concern.allOpenSteps(OFFICER)).containsExactly("acknowledgement", "referrer-feedback/1");
        concern.decide(OFFICER, "acknowledgement", Bodies.ACKNOWLEDGED);
        assertThat(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE).statusCode())
                .isEqualTo(409);
    }

    @Test
    void overdueAcknowledgementAndFeedbackAreRaisedToTheManager() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);
        atTime("2026-09-23T16:00:01Z", concern);
        assertThat(concern.sentences("auditor", "BREACHED"))
                .contains(
                        "Overdue, raised to the manager: Acknowledgement to the referrer.",
                        "Overdue, raised to the manager: Feedback to the referrer.");
        assertThat(Api.as(MANAGER).wholeQueue("?overdue=true&size=100").stream()
                        .filter(line -> line.get("reference").asText().equals(concern.reference()))
                        .map(line -> line.get("step").asText()))
                .contains("acknowledgement", "referrer-feedback");
    }

    @Test
    void otherWordingAndAdditionsThatNameAPersonAreRefusedWithoutQuotingThem() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        Response otherWording = concern.tryToDecide(
                OFFICER, "acknowledgement", Api.with(Bodies.ACKNOWLEDGED, "/wording", "Robin is with us."));
        assertThat(otherWording.statusCode()).isEqualTo(409);
        assertThat(Api.detail(otherWording))
                .startsWith("These are no approved words. Choose one of: Your concern was received")
                .doesNotContain("Robin");
        Response named = concern.tryToDecide(
                OFFICER, "acknowledgement", Api.with(Bodies.ACKNOWLEDGED, "/addition", "Robin is with us."));
        assertThat(named.statusCode()).isEqualTo(409);
        assertThat(Api.detail(named)).contains("a name of child 1").doesNotContain("Robin");
        assertThat(feedback(concern, REFERRER)).isEmpty();
        assertThat(concern.allOpenSteps(OFFICER)).contains("acknowledgement");
    }

    @Test
    void aConcernKeepsTheModelThatWasDeployedWhenItWasRaised() {
        earlier.without("acknowledgement");
        Api.ConcernClient old = raise(Bodies.bullyingIn("TS24 7ZZ"));
        earlier.asShipped();
        Api.ConcernClient recent = raise(Bodies.bullyingIn("TS24 7ZZ"));

        assertThat(old.allOpenSteps(OFFICER)).containsExactly("immediate-risk-check/1");
        assertThat(recent.allOpenSteps(OFFICER)).containsExactly("acknowledgement", "immediate-risk-check/1");
        closed(answered(old));
        closed(answered(recent));
    }
}
