package org.teestriage.directory.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** The responsible hub: unclear, outside Tees, two hubs at once, and moves between hubs. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class WhereJourneyTest extends ConcernJourney {

    private static final String MIDDLESBROUGH = "officer.middlesbrough";
    private static final String REDCAR = "officer.redcar";

    @Test
    void anAuthorityDecisionMovesTheOpenStepsToTheResponsibleHub() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS7 0ZZ"));
        assertThat(concern.seenBy(REFERRER).at("/hubs/0/standing").asText()).isEqualTo("UNCLEAR");
        assertThat(concern.openSteps(MIDDLESBROUGH))
                .containsExactly("authority-decision/1", "immediate-risk-check/1", "police-report");
        concern.handle(MIDDLESBROUGH, "immediate-risk-check/1", "claim").then().statusCode(200);

        concern.decide(MIDDLESBROUGH, "authority-decision/1", Bodies.authority("E06000003"));

        assertThat(Api.as(MIDDLESBROUGH).get(concern.address()).statusCode()).isEqualTo(404);
        assertThat(concern.openSteps(REDCAR)).containsExactly("immediate-risk-check/1", "police-report");
        assertThat(concern.openStep(REDCAR, "immediate-risk-check/1").has("claimedBy"))
                .isFalse();
        assertThat(concern.sentences("auditor", "RELEASED"))
                .containsExactly("Back in the queue, at Redcar and Cleveland MACH: Immediate safety check.");
        assertThat(concern.seenBy(REFERRER).at("/hubs/0/standing").asText()).isEqualTo("KNOWN");
        concern.decide(REDCAR, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
    }

    @Test
    void anUnknownAuthorityIsRefusedWithAListOfTheKnownOnes() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS7 0ZZ"));
        Response refused = concern.tryToDecide(MIDDLESBROUGH, "authority-decision/1", Bodies.authority("E99999999"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("E06000002 (Middlesbrough)");
        assertThat(concern.openSteps(MIDDLESBROUGH)).contains("authority-decision/1");
    }

    @Test
    void outsideTeesTheContactIsNamedAndTheEmergencyStepsStillRun() {
        Api.ConcernClient concern = raise(Api.with(Bodies.groomingIn("TS28 5AA"), "/urgency/dangerNow", "YES"));

        JsonNode concernStatus = concern.seenBy(REFERRER);
        assertThat(concernStatus.at("/hubs/0/standing").asText()).isEqualTo("OUTSIDE");
        assertThat(concernStatus.at("/hubs/0/rightDoor").asText())
                .isEqualTo("County Durham First Contact, 03000 267979");
        assertThat(concernStatus.at("/instruction/say").asText()).startsWith("Call 999 now.");
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("emergency-call", "immediate-risk-check/1", "police-report");

        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999)
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(
                        OFFICER,
                        "threshold-decision/1",
                        Api.with(Bodies.SECTION_17, "/children/0/outcomes", List.of("OTHER_AUTHORITY")))
                .decide(MANAGER, "second-reading/1", Bodies.AGREES);
        assertThat(Api.each(concern.seenBy(OFFICER).get("letters"))
                        .map(letter -> letter.get("partner").asText()))
                .contains("Children's social care of County Durham");
        concern.decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        reported(concern);
        concern.decide(OFFICER, "close", Api.with(Bodies.CLOSE, "/because", "OTHER_AUTHORITY"));
    }

    @Test
    void childrenInTwoAuthoritiesGiveEachHubItsOwnSteps() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/children/1", Bodies.CHILD_IN_REDCAR));
        assertThat(Api.each(concern.seenBy(REFERRER).get("hubs"))
                        .map(hub -> hub.get("hub").asText()))
                .containsExactly("chub", "redcar-mach");
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("immediate-risk-check/1", "immediate-risk-check/2", "police-report");

        Response notYours = concern.tryToDecide(REDCAR, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        assertThat(notYours.statusCode()).isEqualTo(403);
        assertThat(Api.detail(notYours)).contains("The Children's Hub (CHUB)");
        assertThat(concern.tryToDecide(OFFICER, "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER)
                        .statusCode())
                .isEqualTo(403);
        assertThat(concern.handle(REDCAR, "immediate-risk-check/1", "claim").statusCode())
                .isEqualTo(403);

        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(REDCAR, "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER);
        assertThat(concern.tryToDecide(REDCAR, "threshold-decision/2", Bodies.SECTION_17)
                        .statusCode())
                .isEqualTo(409);
        concern.decide(REDCAR, "threshold-decision/2", Bodies.CHILD_2_ONLY)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);
        assertThat(concern.openSteps(OFFICER))
                .containsExactly(
                        "police-report",
                        "referrer-feedback/1",
                        "referrer-feedback/2",
                        "social-care-referral/1",
                        "social-care-referral/2");
        assertThat(concern.tryToDecide(OFFICER, "social-care-referral/2", Bodies.SENT)
                        .statusCode())
                .isEqualTo(403);
        concern.decide(REDCAR, "social-care-referral/2", Bodies.SENT)
                .decide(REDCAR, "referrer-feedback/2", Bodies.FEEDBACK)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        reported(concern);
        closed(concern);
        assertThat(Api.each(concern.seenBy(REDCAR).get("letters"))
                        .map(letter -> letter.get("partner").asText()))
                .contains("Children's social care of Hartlepool", "Children's social care of Redcar and Cleveland");
    }

    @Test
    void aConcernStaysWithItsHubUntilTheOtherHubAcceptsTheMove() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.handle(OFFICER, "police-report", "claim").then().statusCode(200);

        concern.tell(OFFICER, "move", Bodies.moveTo("redcar-mach"));

        assertThat(concern.seenBy(REFERRER).at("/hubs/0/hub").asText()).isEqualTo("chub");
        assertThat(concern.seenBy(REFERRER).at("/hubs/0/moveProposedTo").asText())
                .isEqualTo("Redcar and Cleveland MACH");
        assertThat(concern.openSteps(REDCAR))
                .containsExactly("hub-acceptance/1", "immediate-risk-check/1", "police-report");
        assertThat(concern.tryToDecide(REDCAR, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                        .statusCode())
                .isEqualTo(403);
        assertThat(concern.tryToDecide(OFFICER, "hub-acceptance/1", Bodies.ACCEPTED)
                        .statusCode())
                .isEqualTo(403);
        Response again = Api.as(OFFICER).post(concern.address() + "/move", Bodies.moveTo("middlesbrough-mach"));
        assertThat(again.statusCode()).isEqualTo(409);

        concern.decide(REDCAR, "hub-acceptance/1", Bodies.ACCEPTED);

        assertThat(Api.as(OFFICER).get(concern.address()).statusCode()).isEqualTo(404);
        assertThat(concern.openStep(REDCAR, "police-report").has("claimedBy")).isFalse();
        concern.decide(REDCAR, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(REDCAR, "police-report", Bodies.REPORT_MADE);
    }

    @Test
    void aReturnedMoveChangesNothing() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(OFFICER, "move", Bodies.moveTo("redcar-mach"));

        concern.decide(REDCAR, "hub-acceptance/1", Bodies.RETURNED);

        assertThat(Api.as(REDCAR).get(concern.address()).statusCode()).isEqualTo(404);
        assertThat(concern.openSteps(OFFICER)).containsExactly("immediate-risk-check/1", "police-report");
        assertThat(concern.seenBy(REFERRER).at("/hubs/0").has("moveProposedTo")).isFalse();
        concern.tell(OFFICER, "move", Bodies.moveTo("middlesbrough-mach"));
        assertThat(concern.openSteps(OFFICER)).contains("hub-acceptance/1");
    }

    @Test
    void aProposedMoveSurvivesAnAuthorityDecision() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS7 0ZZ"));
        concern.tell(MIDDLESBROUGH, "move", Bodies.moveTo("chub"));

        concern.decide(MIDDLESBROUGH, "authority-decision/1", Bodies.authority("E06000003"));

        assertThat(concern.openStep(REDCAR, "hub-acceptance/1").get("hub").asText())
                .isEqualTo("The Children's Hub (CHUB)");
        concern.decide(OFFICER, "hub-acceptance/1", Bodies.RETURNED);
        assertThat(concern.openSteps(REDCAR)).containsExactly("immediate-risk-check/1", "police-report");
    }

    @Test
    void aMoveToTheSameHubToAnUnknownHubOrByAReferrerIsRefused() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(Api.as(OFFICER)
                        .post(concern.address() + "/move", Bodies.moveTo("chub"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(Api.as(OFFICER)
                        .post(concern.address() + "/move", Bodies.moveTo("nowhere"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(Api.as(REFERRER)
                        .post(concern.address() + "/move", Bodies.moveTo("redcar-mach"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aMoveToAHubThatIsNotInServiceIsRefused() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        for (String hub : List.of("south-tees-mach", "stockton-hub")) {
            Response refused = Api.as(OFFICER).post(concern.address() + "/move", Bodies.moveTo(hub));
            assertThat(refused.statusCode()).as(hub).isEqualTo(409);
        }
        assertThat(concern.openSteps(OFFICER)).doesNotContain("hub-acceptance/1");
    }
}
