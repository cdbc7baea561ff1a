package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** While the hub is closed, the response names the duty team; day staff take over when the hub opens. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class OutOfHoursJourneyTest extends ConcernJourney {

    private static final String TEAM = "duty.team";

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

    /** Friday 16:50 to Monday 09:00: a child is to meet a stranger tomorrow, another talks of suicide; a third can wait. */
    @Test
    void fromFridayTenToFiveToMondayMorningTheDutyTeamWorksWhatCannotWait() {
        time.set(Instant.parse("2026-12-04T16:50:00Z"));
        Api.ConcernClient meeting = raise(Api.with(Bodies.GROOMING, "/urgency/meetingArranged", "YES"));
        Api.ConcernClient suicidal = raise(Api.with(Bodies.GROOMING, "/urgency/selfHarmOrSuicide", "YES"));
        Api.ConcernClient ordinary = raise(Bodies.GROOMING);

        assertThat(queueOfTheTeam())
                .containsSubsequence(
                        meeting.reference() + " emergency-call", meeting.reference() + " immediate-risk-check/1")
                .contains(suicidal.reference() + " emergency-call", suicidal.reference() + " immediate-risk-check/1")
                .noneMatch(line -> line.startsWith(ordinary.reference()))
                .noneMatch(line -> line.contains("police-report") || line.contains("acknowledgement"));
        assertThat(Api.as(TEAM).get(ordinary.address()).statusCode()).isEqualTo(404);
        assertThat(meeting.openStep(OFFICER, "emergency-call").get("due").asText())
                .isEqualTo("2026-12-04T16:55:00Z");
        assertThat(meeting.openStep(OFFICER, "emergency-call")
                        .at("/whileClosed/dutyTeam")
                        .asBoolean())
                .isTrue();
        assertThat(meeting.openStep(OFFICER, "police-report")
                        .at("/whileClosed/dutyTeam")
                        .asBoolean())
                .isFalse();
        assertThat(meeting.openStep(OFFICER, "police-report").get("due").asText())
                .as("two red hours after the opening")
                .isEqualTo("2026-12-07T09:30:00Z");

        assertThat(meeting.seenBy(TEAM).at("/facts/children/0/name").asText()).isEqualTo("Robin Sample");
        assertThat(meeting.tryToDecide(TEAM, "police-report", Bodies.REPORT_MADE)
                        .statusCode())
                .as("it waits for the hub")
                .isEqualTo(403);
        assertThat(meeting.handle(TEAM, "police-report", "claim").statusCode()).isEqualTo(403);

        time.pass(Duration.ofMinutes(3));
        assertThat(Api.json(Api.as(TEAM).takeNext()).get("step").asText()).isEqualTo("emergency-call");
        String called =
                Api.with(Bodies.RANG_999, "/rungAt", "2026-12-04T16:52:00Z").toString();
        meeting.decide(TEAM, "emergency-call", called);
        suicidal.decide(TEAM, "emergency-call", called);
        meeting.decide(TEAM, "immediate-risk-check/1", Bodies.DOUBT);
        assertThat(meeting.openSteps(TEAM)).as("doubt is danger").contains("emergency-call");
        meeting.decide(TEAM, "emergency-call", called);
        suicidal.decide(TEAM, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        assertThat(meeting.seenBy(TEAM).get("waiting"))
                .as("the team still reads what it worked on")
                .isNotEmpty();
        assertThat(meeting.tryToDecide(TEAM, "threshold-decision/1", Bodies.SECTION_17)
                        .statusCode())
                .isEqualTo(403);
        meeting.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        meeting.decide(TEAM, "information-review/1", Bodies.CHANGES_NOTHING);

        time.set(Instant.parse("2026-12-07T07:30:00Z"));
        String handedBack = "{\"done\": \"The crisis team saw the child. Left to do: a call to the school.\"}";
        suicidal.tell(TEAM, "hand-back", handedBack);
        assertThat(Api.as(TEAM).get(suicidal.address()).statusCode())
                .as("nothing there is the team's any more")
                .isEqualTo(404);
        assertThat(Api.as(OFFICER)
                        .post(suicidal.address() + "/hand-back", handedBack)
                        .statusCode())
                .isEqualTo(403);

        atTime("2026-12-07T08:30:01Z", meeting);
        bell.ring(suicidal.reference());
        assertThat(queueOfTheTeam()).isEmpty();
        assertThat(meeting.seenBy(TEAM).has("facts")).as("until the handover").isTrue();
        assertThat(meeting.openStep(OFFICER, "hand-over").has("whileClosed")).isFalse();
        assertThat(page(OFFICER, meeting, "hand-over"))
                .contains("What the Emergency Duty Team did", "999 was called", "in doubt, so treated as danger")
                .doesNotContain("Claimed: Emergency call");
        assertThat(page(OFFICER, suicidal, "hand-over")).contains("Left to do: a call to the school.");
        meeting.decide(OFFICER, "hand-over", Bodies.HANDED_OVER);
        assertThat(Api.as(TEAM).get(meeting.address()).statusCode())
                .as("day staff have it")
                .isEqualTo(404);
    }

    private static String page(String user, Api.ConcernClient concern, String step) {
        return Api.as(user)
                .get("/concerns/%s/steps/%s".formatted(concern.reference(), step))
                .asString();
    }

    private static List<String> queueOfTheTeam() {
        return Api.as(TEAM).wholeQueue("?whose=ALL").stream()
                .map(line -> line.get("reference").asText() + " " + Api.ConcernClient.place(line))
                .toList();
    }

    @Test
    void theDutyTeamRaisesByTelephoneAtNightAndTakesOverWhatStaffLeftBehind() {
        time.set(Instant.parse("2026-12-03T16:58:00Z"));
        Api.ConcernClient left = raise(Bodies.DANGER_NOW);
        assertThat(left.handle(OFFICER, "emergency-call", "claim").statusCode()).isEqualTo(200);
        assertThat(Api.as(TEAM).get(left.address()).statusCode())
                .as("the hub is open")
                .isEqualTo(404);

        time.set(Instant.parse("2026-12-03T17:01:00Z"));
        assertThat(left.handle(TEAM, "emergency-call", "claim").statusCode()).isEqualTo(200);
        assertThat(left.handle(TEAM, "immediate-risk-check/1", "claim").statusCode())
                .isEqualTo(200);

        Api.ConcernClient called = Api.as(TEAM)
                .raise(Api.with(
                        Bodies.GROOMING, "/call", Map.of("takenBy", "Dana Duty", "at", "2026-12-03T17:00:00Z")));
        assertThat(called.seenBy(TEAM).has("facts")).isTrue();
        called.tell(TEAM, "calls", Api.with(Bodies.CALLED_DUTY_TEAM, "/rungAt", "2026-12-03T17:00:30Z"));
        assertThat(called.timeline("auditor").get(0).get("affiliation").asText())
                .isEqualTo("Emergency Duty Team");

        time.set(Instant.parse("2026-12-04T10:31:00Z"));
        assertThat(called.seenBy(TEAM).has("facts"))
                .as("who raised it follows it")
                .isFalse();
        assertThat(left.handle(TEAM, "emergency-call", "claim").statusCode()).isEqualTo(404);
        assertThat(Api.as(OFFICER).wholeQueue("?whose=UNCLAIMED").stream()
                        .filter(line -> line.get("reference").asText().equals(left.reference()))
                        .map(Api.ConcernClient::place))
                .as("a claim of the team does not bind the hub once it is open")
                .startsWith("emergency-call", "immediate-risk-check/1");
        assertThat(left.handle(OFFICER, "immediate-risk-check/1", "claim").statusCode())
                .isEqualTo(200);
        left.decide(OFFICER, "emergency-call", Bodies.RANG_999);
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
