package org.teestriage.casework.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Bodies.GROOMING;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** Breaking the glass: who must look at a concern that is not theirs does, for a day, and a manager reviews it. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class BreakGlassJourneyTest extends ConcernJourney {

    private static final String FAR = "officer.redcar";
    private static final String WHY = """
            {"reason": "SAME_CHILD_OR_SUSPECT", "words": "Our concern of this morning names the same handle."}
            """;
    private static final String HAD_TO = """
            {"justified": true, "rationale": "It was the same child."}
            """;
    private static final String HAD_NOT = """
            {"justified": false, "rationale": "They could have asked us."}
            """;

    private static Response breakGlass(Api.ConcernClient concern, String user) {
        return Api.as(user).post(concern.address() + "/break-glass", WHY);
    }

    private static int status(Api.ConcernClient concern, String user) {
        return Api.as(user).get(concern.address()).statusCode();
    }

    @Test
    void whoBreaksTheGlassLooksForADayAndNoLonger() {
        Api.ConcernClient concern = raise(GROOMING);
        assertThat(status(concern, FAR)).isEqualTo(404);

        Response broken = breakGlass(concern, FAR);

        assertThat(broken.statusCode()).isEqualTo(200);
        assertThat(broken.jsonPath().getBoolean("throughBrokenGlass")).isTrue();
        assertThat(broken.asString()).contains("Robin Sample");
        assertThat(status(concern, FAR)).isEqualTo(200);
        assertThat(concern.read(FAR, "/timeline").toString()).contains("GLASS_BROKEN");
        assertThat(status(concern, "officer.middlesbrough")).as("nobody else").isEqualTo(404);

        time.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(status(concern, FAR)).isEqualTo(200);
        time.pass(Duration.ofSeconds(1));
        assertThat(status(concern, FAR)).isEqualTo(404);
    }

    @Test
    void throughBrokenGlassOneWarnsButDecidesNothing() {
        Api.ConcernClient concern = raise(GROOMING);
        breakGlass(concern, FAR);

        assertThat(concern.tryToDecide(FAR, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                        .statusCode())
                .isEqualTo(404);
        assertThat(concern.handle(FAR, "immediate-risk-check/1", "claim").statusCode())
                .isEqualTo(404);
        assertThat(Api.as(FAR).queue("?size=100").toString()).doesNotContain(concern.reference());
        concern.tell(FAR, "danger", "{\"what\": \"The child is with him now.\"}");
        assertThat(concern.openSteps(OFFICER)).contains("emergency-call");
    }

    @Test
    void aManagerOfItsHubReviewsOnTheNextWorkingDayWhoLookedAndWhy() {
        Api.ConcernClient concern = raise(GROOMING);
        breakGlass(concern, FAR);

        JsonNode review = concern.openStep(MANAGER, "break-glass-review/1");
        assertThat(review.get("due").asText()).startsWith("2026-09-23T");
        assertThat(concern.tryToDecide(OFFICER, "break-glass-review/1", HAD_TO).statusCode())
                .as("an officer")
                .isEqualTo(403);
        assertThat(concern.handle(OFFICER, "break-glass-review/1", "claim").statusCode())
                .isEqualTo(403);
        assertThat(concern.assign(MANAGER, "break-glass-review/1", OFFICER).statusCode())
                .isEqualTo(409);
        concern.decide(MANAGER, "break-glass-review/1", HAD_TO);

        assertThat(status(concern, FAR)).as("justified: until the day is over").isEqualTo(200);
        assertThat(concern.openSteps(MANAGER)).doesNotContain("break-glass-review/1");
        JsonNode entry = concern.timeline(MANAGER).stream()
                .filter(each -> each.get("kind").asText().equals("GLASS_BROKEN"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.get("by").asText()).isEqualTo(FAR);
        assertThat(entry.at("/details/words").asText()).contains("the same handle");
        assertThat(concern.read("auditor", "/verification").get("whole").asBoolean())
                .isTrue();
    }

    @Test
    void whoHadNotToStopsSeeingItAtOnce() {
        Api.ConcernClient concern = raise(GROOMING);
        breakGlass(concern, FAR);
        concern.decide(MANAGER, "break-glass-review/1", HAD_NOT);
        assertThat(status(concern, FAR)).isEqualTo(404);
    }

    @Test
    void aReviewThatNobodyMakesIsRaisedToTheManager() {
        Api.ConcernClient concern = raise(GROOMING);
        breakGlass(concern, FAR);
        atTime("2026-09-24T09:00:00Z", concern);
        assertThat(concern.sentences(MANAGER, "BREACHED"))
                .contains("Overdue, raised to the manager: Review of emergency access.");
    }

    @Test
    void theReviewIsAboutWhoLookedAndNotAboutTheConcern() {
        Api.ConcernClient concern = raise(GROOMING);
        String before = concern.seenBy(REFERRER).get("sentence").asText();
        breakGlass(concern, FAR);
        assertThat(concern.seenBy(REFERRER).get("sentence").asText()).isEqualTo(before);

        reported(answered(concern));
        closed(concern);
        assertThat(concern.openSteps(MANAGER)).containsExactly("break-glass-review/1");
        assertThat(concern.seenBy(REFERRER).get("status").asText()).isEqualTo("CLOSED");
        concern.decide(MANAGER, "break-glass-review/1", HAD_TO);
        assertThat(concern.openSteps(MANAGER)).isEmpty();
    }

    @Test
    void aClosedConcernIsLookedAtWithoutBeingOpenedAgain() {
        Api.ConcernClient concern = closed(reported(answered(raise(GROOMING))));
        breakGlass(concern, FAR).then().statusCode(200);
        assertThat(concern.seenBy(MANAGER).get("status").asText()).isEqualTo("CLOSED");
        assertThat(concern.openSteps(MANAGER)).containsExactly("break-glass-review/1");
        concern.decide(MANAGER, "break-glass-review/1", HAD_NOT);
        assertThat(concern.seenBy(MANAGER).get("status").asText()).isEqualTo("CLOSED");
    }

    @Test
    void whatIsOnesOwnNeedsNoBreaking() {
        Api.ConcernClient concern = raise(GROOMING);
        assertThat(breakGlass(concern, OFFICER).statusCode()).isEqualTo(409);
        breakGlass(concern, FAR);
        assertThat(breakGlass(concern, FAR).statusCode()).as("twice").isEqualTo(409);
        assertThat(concern.timelineKinds(MANAGER).stream().filter("GLASS_BROKEN"::equals))
                .hasSize(1);
    }

    @Test
    void whatDoesNotExistHasNoGlass() {
        assertThat(Api.as(FAR)
                        .post("/api/concerns/M4RT-8WZD-S/break-glass", WHY)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoBrokeTheGlassIsListedPersonByPersonForManagersOnBothSidesAndAuditors() {
        Api.ConcernClient justified = raise(GROOMING);
        Api.ConcernClient not = raise(GROOMING);
        breakGlass(justified, FAR);
        breakGlass(not, FAR);
        justified.decide(MANAGER, "break-glass-review/1", HAD_TO);
        not.decide(MANAGER, "break-glass-review/1", HAD_NOT);

        for (String user : new String[] {MANAGER, "manager.redcar", "auditor"}) {
            JsonNode list = Api.json(Api.as(user).get("/api/broken-glass"));
            assertThat(list.toString()).as(user).contains(justified.reference(), not.reference());
            JsonNode person = Api.each(list.get("users"))
                    .filter(each -> each.get("user").asText().equals(FAR))
                    .findFirst()
                    .orElseThrow();
            assertThat(person.get("broken").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(person.get("notJustified").asInt()).isPositive();
        }
        assertThat(Api.json(Api.as("manager.middlesbrough").get("/api/broken-glass"))
                        .toString())
                .doesNotContain(justified.reference());
    }
}
