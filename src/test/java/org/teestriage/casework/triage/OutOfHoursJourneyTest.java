package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** While the hub is closed, the response names the duty team; day staff take over when the hub opens. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class OutOfHoursJourneyTest extends ConcernJourney {

    @Test
    void onABankHolidayTheAnswerNamesTheDutyTeamAndTheDayAfter() {
        closedUntil("2026-12-28T10:00:00Z", "2026-12-29T08:30:00Z", "Tue 29 Dec 2026 08:30");
    }

    private void closedUntil(String raisedAt, String opensAt, String inWords) {
        time.set(Instant.parse(raisedAt));
        Api.ConcernClient concern = raise(Bodies.GROOMING);

        JsonNode closed = concern.seenBy(REFERRER).get("outOfHours");
        assertThat(closed.get("dutyTeamPhone").asText()).isEqualTo("01642 524552");
        assertThat(closed.get("now").asText()).contains("Emergency Duty Team on 01642 524552");
        assertThat(closed.get("later").asText()).contains(inWords);
        assertThat(closed.get("opensAt").asText()).isEqualTo(opensAt);
        assertThat(concern.openSteps(OFFICER)).containsExactly("immediate-risk-check/1", "police-report");

        concern.tell(REFERRER, "calls", Bodies.CALLED_DUTY_TEAM);
        assertThat(concern.sentences("auditor", "CALLED")).containsExactly("A call was recorded: emergency duty team.");

        atTime(opensAt, concern);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("hand-over");
        time.pass(Duration.ofSeconds(1));
        bell.ring(concern.reference());
        assertThat(concern.openSteps(OFFICER)).contains("hand-over");
        assertThat(concern.seenBy(REFERRER).has("outOfHours")).isFalse();

        concern.decide(OFFICER, "hand-over", Bodies.HANDED_OVER);
        answered(concern);
        reported(concern);
        closed(concern);
    }

    @Test
    void dangerAtNightLeadsWith999AndOpensTheEmergencyCallAtOnce() {
        time.set(Instant.parse("2026-09-22T22:00:00Z"));
        JsonNode answer = Api.json(Api.as(REFERRER).post("/api/concerns", Bodies.DANGER_NOW));
        assertThat(answer.at("/instruction/say").asText()).startsWith("Call 999 now.");
        assertThat(answer.has("outOfHours")).isTrue();

        Api.ConcernClient concern = raise(Bodies.DANGER_NOW);
        assertThat(concern.openStep(OFFICER, "emergency-call").get("due").asText())
                .isEqualTo("2026-09-22T22:05:00Z");
        assertThat(concern.openStep(OFFICER, "immediate-risk-check/1")
                        .get("due")
                        .asText())
                .isEqualTo("2026-09-22T22:15:00Z");
    }

    @Test
    void withinOpeningHoursThereIsNoHandOver() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(concern.seenBy(REFERRER).has("outOfHours")).isFalse();
        atTime("2026-09-23T10:00:00Z", concern);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("hand-over");
    }

    @Test
    void aCallInTheFutureIsRefused() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        Response refused = Api.as(REFERRER)
                .post(
                        concern.address() + "/calls",
                        Api.with(Bodies.CALLED_DUTY_TEAM, "/rungAt", "2026-09-22T10:00:00Z"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.field")).containsExactly("rungAt");
    }
}
