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

/** Break-glass access: staff of another hub read a concern for 24 hours, and a manager reviews the grant. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class BreakGlassJourneyTest extends ConcernJourney {

    private static final String OTHER_HUB_OFFICER = "officer.redcar";
    private static final String REQUEST = """
            {"reason": "SAME_CHILD_OR_SUSPECT", "words": "Our concern of this morning names the same handle."}
            """;
    private static final String JUSTIFIED = """
            {"justified": true, "rationale": "It was the same child."}
            """;
    private static final String NOT_JUSTIFIED = """
            {"justified": false, "rationale": "They could have asked us."}
            """;

    private static Response breakGlass(Api.ConcernClient concern, String user) {
        return Api.as(user).post(concern.address() + "/break-glass", REQUEST);
    }

    private static int status(Api.ConcernClient concern, String user) {
        return Api.as(user).get(concern.address()).statusCode();
    }

    @Test
    void aBreakGlassGrantGivesReadAccessFor24Hours() {
        Api.ConcernClient concern = raise(GROOMING);
        assertThat(status(concern, OTHER_HUB_OFFICER)).isEqualTo(404);

        Response granted = breakGlass(concern, OTHER_HUB_OFFICER);

        assertThat(granted.statusCode()).isEqualTo(200);
        assertThat(granted.jsonPath().getBoolean("throughBrokenGlass")).isTrue();
        assertThat(granted.asString()).contains("Robin Sample");
        assertThat(status(concern, OTHER_HUB_OFFICER)).isEqualTo(200);
        assertThat(concern.read(OTHER_HUB_OFFICER, "/timeline").toString()).contains("GLASS_BROKEN");
        assertThat(status(concern, "officer.middlesbrough")).as("another user").isEqualTo(404);

        time.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(status(concern, OTHER_HUB_OFFICER)).isEqualTo(200);
        time.pass(Duration.ofSeconds(1));
        assertThat(status(concern, OTHER_HUB_OFFICER)).isEqualTo(404);
    }

    @Test
    void breakGlassAccessAllowsReportingDangerButNoActionOnSteps() {
        Api.ConcernClient concern = raise(GROOMING);
        breakGlass(concern, OTHER_HUB_OFFICER);

        assertThat(concern.tryToDecide(OTHER_HUB_OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                        .statusCode())
                .isEqualTo(404);
        assertThat(concern.handle(OTHER_HUB_OFFICER, "immediate-risk-check/1", "claim")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.as(OTHER_HUB_OFFICER).queue("?size=100").toString()).doesNotContain(concern.reference());
        concern.tell(OTHER_HUB_OFFICER, "danger", "{\"what\": \"The child is with him now.\"}");
        assertThat(concern.openSteps(OFFICER)).contains("emergency-call");
    }

    @Test
    void aManagerOfTheConcernsHubReviewsAGrantByTheNextWorkingDay() {
        Api.ConcernClient concern = raise(GROOMING);
        breakGlass(concern, OTHER_HUB_OFFICER);

        JsonNode review = concern.openStep(MANAGER, "break-glass-review/1");
        assertThat(review.get("due").asText()).startsWith("2026-09-23T");
        assertThat(concern.tryToDecide(OFFICER, "break-glass-review/1", JUSTIFIED)
                        .statusCode())
                .as("an officer")
                .isEqualTo(403);
        assertThat(concern.handle(OFFICER, "break-glass-review/1", "claim").statusCode())
                .isEqualTo(403);
        assertThat(concern.assign(MANAGER, "break-glass-review/1", OFFICER).statusCode())
                .isEqualTo(409);
        concern.decide(MANAGER, "break-glass-review/1", JUSTIFIED);

        assertThat(status(concern, OTHER_HUB_OFFICER))
                .as("a justified grant lasts its 24 hours")
                .isEqualTo(200);
        assertThat(concern.openSteps(MANAGER)).doesNotContain("break-glass-review/1");
        JsonNode entry = concern.timeline(MANAGER).stream()
                .filter(each -> each.get("kind").asText().equals("GLASS_BROKEN"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.get("by").asText()).isEqualTo(OTHER_HUB_OFFICER);
        assertThat(entry.at("/details/words").asText()).contains("the same handle");
        assertThat(concern.read("auditor", "/verification").get("whole").asBoolean())
                .isTrue();
    }

    @Test
    void anUnjustifiedGrantEndsAtOnce() {
        Api.ConcernClient concern = raise(GROOMING);
        breakGlass(concern, OTHER_HUB_OFFICER);
        concern.decide(MANAGER, "break-glass-review/1", NOT_JUSTIFIED);
        assertThat(status(concern, OTHER_HUB_OFFICER)).isEqualTo(404);
    }

    @Test
    void anOverdueReviewIsRaisedToTheManager() {
        Api.ConcernClient concern = raise(GROOMING);
        breakGlass(concern, OTHER_HUB_OFFICER);
        atTime("2026-09-24T09:00:00Z", concern);
        assertThat(concern.sentences(MANAGER, "BREACHED"))
                .contains("Overdue, raised to the manager: Review of emergency access.");
    }

    @Test
    void anOpenReviewNeitherChangesNorDelaysTheConcern() {
        Api.ConcernClient concern = raise(GROOMING);
        String before = concern.seenBy(REFERRER).get("sentence").asText();
        breakGlass(concern, OTHER_HUB_OFFICER);
        assertThat(concern.seenBy(REFERRER).get("sentence").asText()).isEqualTo(before);

        reported(answered(concern));
        closed(concern);
        assertThat(concern.openSteps(MANAGER)).containsExactly("break-glass-review/1");
        assertThat(concern.seenBy(REFERRER).get("status").asText()).isEqualTo("CLOSED");
        concern.decide(MANAGER, "break-glass-review/1", JUSTIFIED);
        assertThat(concern.openSteps(MANAGER)).isEmpty();
    }

    @Test
    void breakGlassAccessDoesNotReopenAClosedConcern() {
        Api.ConcernClient concern = closed(reported(answered(raise(GROOMING))));
        breakGlass(concern, OTHER_HUB_OFFICER).then().statusCode(200);
        assertThat(concern.seenBy(MANAGER).get("status").asText()).isEqualTo("CLOSED");
        assertThat(concern.openSteps(MANAGER)).containsExactly("break-glass-review/1");
        concern.decide(MANAGER, "break-glass-review/1", NOT_JUSTIFIED);
        assertThat(concern.seenBy(MANAGER).get("status").asText()).isEqualTo("CLOSED");
    }

    @Test
    void breakGlassIsRefusedToUsersWhoHaveAccess() {
        Api.ConcernClient concern = raise(GROOMING);
        assertThat(breakGlass(concern, OFFICER).statusCode()).isEqualTo(409);
        breakGlass(concern, OTHER_HUB_OFFICER);
        assertThat(breakGlass(concern, OTHER_HUB_OFFICER).statusCode())
                .as("twice")
                .isEqualTo(409);
        assertThat(concern.timelineKinds(MANAGER).stream().filter("GLASS_BROKEN"::equals))
                .hasSize(1);
    }

    @Test
    void breakGlassOnAnUnknownConcernIsNotFound() {
        assertThat(Api.as(OTHER_HUB_OFFICER)
                        .post("/api/concerns/M4RT-8WZD-S/break-glass", REQUEST)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void grantsAreListedPerUserForAuditorsAndManagersOfBothHubs() {
        Api.ConcernClient justified = raise(GROOMING);
        Api.ConcernClient notJustified = raise(GROOMING);
        breakGlass(justified, OTHER_HUB_OFFICER);
        breakGlass(notJustified, OTHER_HUB_OFFICER);
        justified.decide(MANAGER, "break-glass-review/1", JUSTIFIED);
        notJustified.decide(MANAGER, "break-glass-review/1", NOT_JUSTIFIED);

        for (String user : new String[] {MANAGER, "manager.redcar", "auditor"}) {
            JsonNode list = Api.json(Api.as(user).get("/api/broken-glass"));
            assertThat(list.toString()).as(user).contains(justified.reference(), notJustified.reference());
            JsonNode person = Api.each(list.get("users"))
                    .filter(each -> each.get("user").asText().equals(OTHER_HUB_OFFICER))
                    .findFirst()
                    .orElseThrow();
            assertThat(person.get("broken").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(person.get("notJustified").asInt()).isPositive();
        }
        assertThat(Api.json(Api.as("manager.middlesbrough").get("/api/broken-glass"))
                        .toString())
                .doesNotContain(justified.reference());
    }

    @Test
    void theLogHidesAConcernFromAManagerWhomARestrictionExcludes() {
        Api.ConcernClient conflict = raise(GROOMING);
        Api.ConcernClient named = raise(GROOMING);
        breakGlass(conflict, OTHER_HUB_OFFICER);
        breakGlass(named, OTHER_HUB_OFFICER);
        conflict.tell(
                MANAGER,
                "restrictions",
                "{\"kind\": \"EXCLUDE\", \"users\": [\"manager.redcar\", \"manager.stockton\", \"" + OTHER_HUB_OFFICER
                        + "\"], \"reason\": \"Cousins of the suspect.\"}");
        named.tell(
                MANAGER,
                "restrictions",
                "{\"kind\": \"RESTRICT\", \"users\": [\"" + MANAGER + "\"], \"reason\": \"A colleague.\"}");

        for (String hidden : new String[] {"manager.redcar", "manager.stockton"}) {
            for (String address : new String[] {"/api/broken-glass", "/broken-glass"}) {
                assertThat(Api.as(hidden).get(address).asString())
                        .as("%s %s", hidden, address)
                        .doesNotContain(conflict.reference(), named.reference());
            }
        }
        assertThat(Api.as(MANAGER).get("/api/broken-glass").asString())
                .contains(conflict.reference(), named.reference());
        assertThat(Api.as(OTHER_HUB_OFFICER).get("/desk").asString())
                .as("the reminder of a grant that an exclusion ended")
                .doesNotContain(conflict.reference())
                .contains(named.reference());
    }
}
