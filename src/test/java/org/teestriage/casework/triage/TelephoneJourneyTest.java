package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** A telephone call counts as receipt; the written concern is due within 24 hours. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class TelephoneJourneyTest extends ConcernJourney {

    private static final String AT_HALF_PAST_EIGHT = "2026-09-22T07:30:00Z";

    @Test
    void theTimeOfACallIsTheReceiptAndTheWrittenConcernIsDue24HoursLater() {
        Api.ConcernClient concern = raise(Bodies.telephoned(Bodies.GROOMING, AT_HALF_PAST_EIGHT));

        assertThat(concern.seenBy(REFERRER).get("receivedAt").asText()).isEqualTo(AT_HALF_PAST_EIGHT);
        assertThat(concern.openSteps(OFFICER))
                .as("the police do not wait for the written concern")
                .containsExactly("immediate-risk-check/1", "police-report", "written-concern");
        JsonNode written = concern.openStep(OFFICER, "written-concern");
        assertThat(written.get("due").asText()).isEqualTo("2026-09-23T07:30:00Z");
        assertThat(written.get("howDue").asText()).contains("24");

        concern.decide(REFERRER, "written-concern", Bodies.inWriting(Bodies.GROOMING));

        assertThat(concern.openSteps(OFFICER)).containsExactly("immediate-risk-check/1", "police-report");
        assertThat(concern.seenBy(OFFICER).at("/facts/call/takenBy").asText()).isEqualTo("Sam Officer");
        answered(concern);
        reported(concern);
        closed(concern);
    }

    @Test
    void thePoliceLearnWhatTheWrittenConcernAddsToTheirReport() {
        Api.ConcernClient concern = raise(Bodies.telephoned(Bodies.GROOMING, AT_HALF_PAST_EIGHT));
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("police-report");

        concern.decide(
                REFERRER,
                "written-concern",
                Bodies.inWriting(Api.with(Bodies.GROOMING, "/children/0/school", "Southfield School")));

        assertThat(concern.openSteps(OFFICER)).contains("police-report");
        assertThat(concern.seenBy(OFFICER).get("letters").toString()).contains("\"revision\":2");
    }

    @Test
    void theOfficerWhoTookTheCallMaySubmitTheWrittenConcern() {
        Api.ConcernClient concern = Api.as(OFFICER).raise(Bodies.telephoned(Bodies.GROOMING, AT_HALF_PAST_EIGHT));
        concern.decide(OFFICER, "written-concern", Bodies.inWriting(Bodies.GROOMING));
        assertThat(concern.openSteps(OFFICER)).contains("police-report");
    }

    @Test
    void aMissingWrittenConcernIsRemindedOfAndThenOverdue() {
        Api.ConcernClient concern = raise(Bodies.telephoned(Bodies.bullyingIn("TS24 7ZZ"), AT_HALF_PAST_EIGHT));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        assertThat(concern.openSteps(OFFICER)).containsExactly("written-concern");

        assertThat(atTime("2026-09-23T01:29:59Z", concern)).isZero();
        assertThat(atTime("2026-09-23T01:30:01Z", concern)).isEqualTo(1);
        assertThat(concern.sentences("auditor", "WARNED")).containsExactly("Due soon and not done: Written concern.");
        assertThat(atTime("2026-09-23T07:30:01Z", concern)).isEqualTo(1);
        assertThat(concern.sentences("auditor", "BREACHED"))
                .containsExactly("Overdue, raised to the manager: Written concern.");
        assertThat(concern.openStep(OFFICER, "written-concern").get("overdue").asBoolean())
                .isTrue();

        concern.decide(REFERRER, "written-concern", Bodies.inWriting(Bodies.bullyingIn("TS24 7ZZ")));
        assertThat(Api.each(concern.pathSeenBy(OFFICER).get("done"))
                        .filter(done -> done.get("step").asText().equals("written-concern"))
                        .map(done -> done.get("late").asBoolean()))
                .containsExactly(true);
        closed(concern);
    }

    @Test
    void aChildNamedOnlyInTheWrittenConcernNeedsAnOutcome() {
        Api.ConcernClient concern = raise(Bodies.telephoned(Bodies.GROOMING, AT_HALF_PAST_EIGHT));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(
                        REFERRER,
                        "written-concern",
                        Bodies.inWriting(Api.with(Bodies.GROOMING, "/children/1", Bodies.SECOND_CHILD)));
        assertThat(concern.seenBy(REFERRER).at("/hubs/0/children").toString()).isEqualTo("[1,2]");

        assertThat(concern.tryToDecide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                        .statusCode())
                .isEqualTo(409);
        concern.decide(OFFICER, "threshold-decision/1", Bodies.BOTH_CHILDREN)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "social-care-referral/2", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        reported(concern);
        closed(concern);
    }

    @Test
    void aChildNamedAfterTheThresholdDecisionGetsAPartOfItsOwn() {
        Api.ConcernClient concern = raise(Bodies.telephoned(Bodies.GROOMING, AT_HALF_PAST_EIGHT));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);

        concern.decide(
                REFERRER,
                "written-concern",
                Bodies.inWriting(Api.with(Bodies.GROOMING, "/children/1", Bodies.SECOND_CHILD)));

        concern.decide(OFFICER, "immediate-risk-check/2", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/2", Bodies.CHILD_2_ONLY)
                .decide(OFFICER, "referrer-feedback/2", Bodies.FEEDBACK);
    }

    @Test
    void aWrittenConcernMustListEveryChildOfTheCall() {
        String both =
                Api.with(Bodies.GROOMING, "/children/1", Bodies.SECOND_CHILD).toString();
        Api.ConcernClient concern = raise(Bodies.telephoned(both, AT_HALF_PAST_EIGHT));
        Response refused = concern.tryToDecide(REFERRER, "written-concern", Bodies.inWriting(Bodies.GROOMING));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("all of them");
    }

    @Test
    void dangerInTheWrittenConcernOpensTheEmergencyCall() {
        Api.ConcernClient concern = raise(Bodies.telephoned(Bodies.GROOMING, AT_HALF_PAST_EIGHT));
        concern.decide(REFERRER, "written-concern", Bodies.inWriting(Bodies.DANGER_NOW));
        assertThat(concern.openSteps(OFFICER))
                .containsExactly("emergency-call", "immediate-risk-check/1", "police-report");
    }

    @Test
    void aCallInTheFutureOrMoreThanSevenDaysAgoIsRefused() {
        Response future =
                Api.as(REFERRER).post("/api/concerns", Bodies.telephoned(Bodies.GROOMING, "2026-09-22T09:01:01Z"));
        assertThat(future.statusCode()).isEqualTo(400);
        assertThat(future.jsonPath().getList("errors.field")).containsExactly("call.at");
        Response old =
                Api.as(REFERRER).post("/api/concerns", Bodies.telephoned(Bodies.GROOMING, "2026-09-15T08:59:59Z"));
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(Api.detail(old)).contains("more than seven days ago");
    }
}
