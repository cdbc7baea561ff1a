package org.teestriage.casework.triage;

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

/** Whole paths of a concern over HTTP, on real MySQL. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class JourneyTest extends ConcernJourney {

    @Test
    void anOrdinaryConcernGoesFromRaiseToClose() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);

        assertThat(concern.openSteps(OFFICER)).containsExactly("immediate-risk-check/1", "police-report");

        answered(concern);
        reported(concern);

        assertThat(concern.openSteps(OFFICER)).containsExactly("close");
        closed(concern);

        assertThat(concern.openSteps(OFFICER)).isEmpty();
        assertThat(concern.seenBy(REFERRER).get("status").asText()).isEqualTo("CLOSED");
        assertThat(concern.read("auditor", "/verification").get("whole").asBoolean())
                .isTrue();
    }

    @Test
    void aReferrerSeesTheStatusButNothingThatOthersAdded() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(concern.seenBy(REFERRER).get("status").asText()).isEqualTo("RECEIVED");
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        assertThat(concern.seenBy(REFERRER).get("status").asText()).isEqualTo("BEING_DECIDED");
        concern.decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);

        JsonNode seen = concern.seenBy(REFERRER);
        assertThat(seen.get("status").asText()).isEqualTo("DECIDED");
        assertThat(seen.get("waiting")).isEmpty();
        assertThat(seen.get("letters")).isEmpty();
        assertThat(seen.has("facts")).isFalse();
        assertThat(seen.has("priority")).isFalse();
        assertThat(Api.as("referrer2").get(concern.address()).statusCode()).isEqualTo(404);
        assertThat(Api.as("officer.redcar").get(concern.address()).statusCode()).isEqualTo(404);
    }

    @Test
    void bullyingAloneGoesNeitherToThePoliceNorToCeop() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));

        assertThat(concern.openSteps(OFFICER)).containsExactly("immediate-risk-check/1");
        answered(concern);
        assertThat(concern.openSteps(OFFICER)).containsExactly("close");
        closed(concern);

        assertThat(concern.doneSteps(OFFICER))
                .containsExactly(
                        "close",
                        "immediate-risk-check/1",
                        "referrer-feedback/1",
                        "social-care-referral/1",
                        "threshold-decision/1");
    }

    @Test
    void bullyingFromAKnownAccountGoesToThePlatformOnly() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/kinds", List.of("CYBERBULLYING")));

        assertThat(concern.openSteps(OFFICER)).as("no position yet").containsExactly("immediate-risk-check/1");
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("platform-decision/1", "referrer-feedback/1", "social-care-referral/1");
        concern.decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK)
                .decide(OFFICER, "platform-decision/1", Bodies.REPORT_MADE);
        closed(concern);
    }

    @Test
    void eachAccountHasItsOwnPlatformDecision() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/suspects/0/identities/1", Bodies.SECOND_ACCOUNT));
        answered(concern)
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(OFFICER, "ceop-decision", Bodies.REPORT_MADE);

        assertThat(concern.openSteps(OFFICER)).containsExactly("platform-decision/1", "platform-decision/2");
        concern.decide(OFFICER, "platform-decision/2", Bodies.REPORT_NOT_NEEDED);
        assertThat(concern.openSteps(OFFICER)).containsExactly("platform-decision/1");
        concern.decide(OFFICER, "platform-decision/1", Bodies.REPORT_MADE);
        closed(concern);

        assertThat(Api.each(concern.seenBy(OFFICER).get("letters"))
                        .filter(letter -> letter.get("purpose").asText().equals("PLATFORM_REPORT"))
                        .map(letter -> letter.get("partner").asText() + " "
                                + letter.get("state").asText()))
                .containsExactly("BlockQuest ACKNOWLEDGED", "ChatBox NOT_NEEDED");
    }

    @Test
    void eachChildHasItsOwnReferral() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/children/1", Bodies.SECOND_CHILD));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);

        Response oneForgotten = concern.tryToDecide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);
        assertThat(oneForgotten.statusCode()).isEqualTo(409);
        assertThat(Api.detail(oneForgotten)).contains("child 1, 2");

        concern.decide(OFFICER, "threshold-decision/1", Bodies.BOTH_CHILDREN);
        assertThat(concern.openSteps(OFFICER))
                .containsExactly(
                        "police-report", "referrer-feedback/1", "social-care-referral/1", "social-care-referral/2");
        concern.decide(OFFICER, "social-care-referral/2", Bodies.SENT)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        reported(concern);
        closed(concern);
    }

    @Test
    void theTimelineListsEveryEventInOrderWithItsRole() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.handle(OFFICER, "immediate-risk-check/1", "claim").then().statusCode(200);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);

        assertThat(concern.timelineKinds("auditor"))
                .containsExactly("RAISED", "ROUTED", "RATED", "OPENED", "OPENED", "CLAIMED", "DECIDED", "OPENED");
        assertThat(concern.timeline("auditor").stream()
                        .map(entry -> entry.get("role").asText()))
                .containsExactly("REFERRER", "REFERRER", "REFERRER", "PATH", "PATH", "OFFICER", "OFFICER", "PATH");
        assertThat(Api.as(REFERRER).get(concern.address() + "/timeline").statusCode())
                .isEqualTo(403);
    }
}
