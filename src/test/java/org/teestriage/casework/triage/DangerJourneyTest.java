package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.Step;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** Danger on receipt, at every step, and repeated. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class DangerJourneyTest extends ConcernJourney {

    @Test
    void aRedConcernLeadsWithTheInstructionToRing999AndOpensTheEmergencyCallAtOnce() {
        Response answer = Api.as(REFERRER).post("/api/concerns", Bodies.DANGER_NOW);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.asString()).startsWith("{\"instruction\":{\"say\":\"Call 999 now.");

        Api.ConcernClient concern = raise(Bodies.DANGER_NOW);
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("emergency-call", "immediate-risk-check/1", "police-report");
        assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo("RED");
        assertThat(concern.openStep(OFFICER, "emergency-call").get("due").asText())
                .isEqualTo("2026-09-22T09:05:00Z");

        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999);
        assertThat(concern.seenBy(REFERRER).has("instruction")).isFalse();
        answered(concern);
        reported(concern);
        closed(concern);
        assertThat(concern.doneSteps(OFFICER)).contains("emergency-call", "immediate-risk-check/1", "close");
    }

    @Test
    void whoDoesNotKnowWhetherAChildIsInDangerIsToldToCallUntilAnOfficerHasChecked() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/urgency/dangerNow", "NOT_KNOWN"));
        assertThat(concern.seenBy(REFERRER).at("/instruction/say").asText()).startsWith("Call 999 now.");
        assertThat(concern.seenBy(REFERRER).at("/instruction/help").isEmpty()).isFalse();

        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        assertThat(concern.seenBy(REFERRER).has("instruction")).isFalse();
    }

    @Test
    void doubtAtTheRiskCheckIsTreatedAsDangerAndSkipsNoStep() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);

        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.DOUBT);

        assertThat(concern.openSteps(OFFICER))
                .containsExactly("emergency-call", "police-report", "threshold-decision/1");
        assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo("RED");
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        reported(concern);
        closed(concern);
    }

    @Test
    void dangerWhileAnEmergencyCallIsOpenIsRecordedWithoutASecondCall() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        JsonNode first = concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
        assertThat(first.at("/instruction/say").asText()).startsWith("Call 999 now.");

        concern.tell(OFFICER, "danger", Bodies.DANGER_TOLD);

        assertThat(concern.openSteps(OFFICER).stream().filter("emergency-call"::equals))
                .hasSize(1);
        assertThat(concern.sentences("auditor", "DANGER")).hasSize(2);
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("emergency-call");

        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
        assertThat(concern.openSteps(OFFICER)).contains("emergency-call");
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999);
        assertThat(concern.doneSteps(OFFICER).stream().filter("emergency-call"::equals))
                .hasSize(2);
        answered(concern);
        reported(concern);
        closed(concern);
    }

    @Test
    void dangerThatWasToldIsOverOnlyWhenASecondPersonFindsTheSame() {
        String alone =
                "{\"finding\": \"NO_IMMEDIATE_DANGER\", \"rationale\": \"At home with both parents; contact ended.\"}";
        Api.ConcernClient concern = raise(Bodies.DANGER_NOW);

        concern.decide(OFFICER, "immediate-risk-check/1", alone);
        assertThat(concern.openSteps(OFFICER)).contains("emergency-call", "immediate-risk-check/1");
        Response again = concern.tryToDecide(OFFICER, "immediate-risk-check/1", alone);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Api.detail(again)).contains("Another person has to decide the same");

        concern.decide("officer.stockton", "immediate-risk-check/1", alone);
        assertThat(concern.openSteps(OFFICER)).contains("emergency-call").doesNotContain("immediate-risk-check/1");
        assertThat(concern.sentences(OFFICER, "SECOND_DECISION")).hasSize(1);
    }

    @Test
    void dangerMakesEveryOpenStepRed() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        assertThat(concern.openStep(OFFICER, "immediate-risk-check/1")
                        .get("priority")
                        .asText())
                .isNotEqualTo("RED");
        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
        assertThat(concern.openStep(OFFICER, "immediate-risk-check/1")
                        .get("priority")
                        .asText())
                .isEqualTo("RED");
    }

    @Test
    void anEmergencyCallInTheFutureIsRefused() {
        Api.ConcernClient concern = raise(Bodies.DANGER_NOW);
        Response refused = concern.tryToDecide(
                OFFICER, "emergency-call", Api.with(Bodies.RANG_999, "/rungAt", "2026-09-22T09:30:00Z"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("Call 999 first");
    }

    /** Passes every step of the path once. Before each step, danger is reported and the emergency call recorded. */
    @Test
    void dangerCanBeReportedAtEveryStepOfThePath() {
        time.set(Instant.parse("2026-09-21T20:00:00Z")); // Monday, 21:00 in London: the hub is closed
        String facts = Bodies.telephoned(
                Api.with(Bodies.COACH, "/children/0/address/postcode", "TS7 0ZZ")
                        .toString(),
                "2026-09-21T19:30:00Z");
        Api.ConcernClient concern = raise(facts);
        String officer = "officer.middlesbrough";
        Set<String> visited = new TreeSet<>();

        dangerBefore(
                concern,
                officer,
                visited,
                "written-concern",
                REFERRER,
                Bodies.inWriting(Api.with(Bodies.COACH, "/children/0/address/postcode", "TS7 0ZZ")));
        atTime("2026-09-22T07:31:00Z", concern);
        time.set(MovableTime.A_TUESDAY_MORNING);
        dangerBefore(concern, officer, visited, "acknowledgement", "officer.middlesbrough", Bodies.ACKNOWLEDGED);
        dangerBefore(concern, officer, visited, "hand-over", officer, Bodies.HANDED_OVER);
        dangerBefore(concern, officer, visited, "authority-decision/1", officer, Bodies.authority("E06000003"));
        officer = "officer.redcar";
        concern.tell(officer, "move", Bodies.moveTo("middlesbrough-mach"));
        dangerBefore(concern, officer, visited, "hub-acceptance/1", "officer.middlesbrough", Bodies.ACCEPTED);
        officer = "officer.middlesbrough";
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        dangerBefore(concern, officer, visited, "information-review/1", officer, Bodies.CHANGES_NOTHING);
        dangerBefore(concern, officer, visited, "immediate-risk-check/1", officer, Bodies.NO_IMMEDIATE_DANGER);
        dangerBefore(
                concern,
                officer,
                visited,
                "threshold-decision/1",
                officer,
                Api.with(Bodies.SECTION_47, "/complexAbuse", false, "/whyNotComplex", "One account only."));
        dangerBefore(concern, officer, visited, "second-reading/1", "manager.middlesbrough", Bodies.AGREES);
        // From here the path waits for partners.
        dangerBefore(concern, officer, visited, "social-care-referral/1", officer, Bodies.SENT);
        dangerBefore(concern, officer, visited, "strategy-discussion/1", officer, Bodies.STRATEGY_DISCUSSION);
        dangerBefore(concern, officer, visited, "discussion-record/1", officer, Bodies.DISCUSSION_SHARED);
        dangerBefore(concern, officer, visited, "lado-referral/1", officer, Bodies.SENT);
        dangerBefore(concern, officer, visited, "lado-evaluation/1", officer, Bodies.LADO_UNSUBSTANTIATED);
        dangerBefore(concern, officer, visited, "referrer-feedback/1", officer, Bodies.FEEDBACK);
        dangerBefore(concern, officer, visited, "police-report", officer, Bodies.REPORT_MADE);
        dangerBefore(concern, officer, visited, "platform-decision/1", officer, Bodies.REPORT_MADE);
        dangerBefore(concern, officer, visited, "ceop-decision", officer, Bodies.REPORT_HELD);
        supplemented(concern, officer);
        // No step is open; only a hold is running.
        assertThat(concern.allOpenSteps(officer)).isEmpty();
        emergency(concern, officer);
        atTime("2026-09-24T09:00:01Z", concern);
        concern.decide(officer, "ceop-decision", Bodies.REPORT_MADE);
        supplemented(concern, officer);
        evaluated(concern, officer);
        dangerBefore(concern, officer, visited, "close", officer, Bodies.CLOSE);

        visited.add("emergency-call");
        // All steps on the path except those that open when a letter is not delivered, or later after a discussion.
        Set<Step> chases = Set.of(
                Step.LETTER_CHASE,
                Step.LADO_LETTER_CHASE,
                Step.PARTNER_CHECK_OVERDUE,
                Step.END_OF_ENQUIRIES,
                Step.DISCUSSION_ACTIONS);
        assertThat(visited)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Step.values())
                        .filter(step -> step.isOnThePath() && !chases.contains(step))
                        .map(Step::id)
                        .toList());
    }

    private static void dangerBefore(
            Api.ConcernClient concern,
            String officer,
            Set<String> visited,
            String place,
            String decider,
            Object decision) {
        assertThat(concern.allOpenSteps(officer)).contains(place);
        emergency(concern, officer);
        assertThat(concern.allOpenSteps(officer)).contains(place);
        if (place.equals("close")) {
            supplemented(concern, officer);
            evaluated(concern, officer);
        }
        concern.decide(decider, place, decision);
        visited.add(place.replaceFirst("/.*", ""));
    }

    private static void emergency(Api.ConcernClient concern, String officer) {
        JsonNode response = concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
        assertThat(response.at("/instruction/say").asText()).startsWith("Call 999 now.");
        assertThat(concern.openSteps(officer)).contains("emergency-call");
        concern.decide(officer, "emergency-call", Api.with(Bodies.RANG_999, "/rungAt", "2026-09-21T19:59:00Z"));
    }
}
