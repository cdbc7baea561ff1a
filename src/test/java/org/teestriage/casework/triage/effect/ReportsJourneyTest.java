package org.teestriage.casework.triage.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** Reports to the police, CEOP and platforms: decisions of people, never automatic. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class ReportsJourneyTest extends ConcernJourney {

    @Test
    void sexualOffencesAlwaysGoToThePolice() {
        for (String kind : List.of(
                "SEXTING",
                "SEXUAL_ABUSE",
                "SEXUAL_EXPLOITATION",
                "GROOMING",
                "SEXTORTION",
                "AI_MADE_IMAGERY",
                "LIVESTREAM",
                "IMAGE_SHARING")) {
            Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/kinds", List.of(kind)));
            assertThat(concern.openSteps(OFFICER)).as(kind).contains("police-report");
            Response refused = concern.tryToDecide(
                    OFFICER,
                    "police-report",
                    Api.with(Bodies.REPORT_NOT_NEEDED, "/report/notNeededBecause", "NOT_FOR_THIS_PARTNER"));
            assertThat(refused.statusCode()).as(kind).isEqualTo(409);
            assertThat(Api.detail(refused)).contains("always goes to the police");
        }
    }

    @Test
    void aPoliceReportIsNotNeededIfOneWasAlreadyMade() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(
                OFFICER,
                "police-report",
                Api.with(Bodies.REPORT_NOT_NEEDED, "/report/notNeededBecause", "ALREADY_REPORTED"));
        assertThat(concern.openSteps(OFFICER)).contains("ceop-decision", "platform-decision/1");
    }

    @Test
    void ceopAndThePlatformWaitForThePolice() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("ceop-decision", "platform-decision/1");
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        assertThat(concern.openSteps(OFFICER)).contains("ceop-decision", "platform-decision/1");
    }

    @Test
    void reportsThatAreNotNeededAreRecordedAndDoNotPreventClosing() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        answered(concern)
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(OFFICER, "ceop-decision", Bodies.REPORT_NOT_NEEDED)
                .decide(OFFICER, "platform-decision/1", Bodies.REPORT_NOT_NEEDED);
        closed(concern);
        assertThat(Api.each(concern.seenBy(OFFICER).get("letters"))
                        .map(letter -> letter.get("purpose").asText() + " "
                                + letter.get("state").asText()))
                .containsExactlyInAnyOrder(
                        "SOCIAL_CARE_REFERRAL ACKNOWLEDGED",
                        "POLICE_REPORT ACKNOWLEDGED",
                        "CEOP_REPORT NOT_NEEDED",
                        "PLATFORM_REPORT NOT_NEEDED");
    }

    @Test
    void heldReportsOpenAgainWhenTheHoldEnds() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        answered(concern)
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(OFFICER, "ceop-decision", Bodies.REPORT_HELD)
                .decide(OFFICER, "platform-decision/1", Bodies.REPORT_HELD);
        assertThat(concern.openSteps(OFFICER)).isEmpty();
        assertThat(concern.seenBy(OFFICER).get("sentence").asText()).endsWith("a hold to end.");
        assertThat(concern.tryToDecide(OFFICER, "close", Bodies.CLOSE).statusCode())
                .isEqualTo(409);

        assertThat(atTime("2026-09-24T08:59:59Z", concern)).isZero();
        assertThat(concern.openSteps(OFFICER)).isEmpty();
        atTime("2026-09-24T09:00:01Z", concern);

        assertThat(concern.openSteps(OFFICER)).containsExactly("ceop-decision", "platform-decision/1");
        concern.decide(
                        OFFICER,
                        "platform-decision/1",
                        Api.with(Bodies.REPORT_HELD, "/report/heldUntil", "2026-09-25T09:00:00Z"))
                .decide(OFFICER, "ceop-decision", Bodies.REPORT_MADE);
        atTime("2026-09-25T09:00:01Z", concern);
        concern.decide(OFFICER, "platform-decision/1", Bodies.REPORT_MADE);
        closed(concern);
    }

    @Test
    void aHoldThatHasAlreadyEndedIsRefused() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        Response refused = concern.tryToDecide(
                OFFICER, "ceop-decision", Api.with(Bodies.REPORT_HELD, "/report/heldUntil", "2026-09-22T09:00:00Z"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("already be over");
    }

    @Test
    void thePoliceReportItselfCannotBeHeld() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        Response refused = concern.tryToDecide(OFFICER, "police-report", Bodies.REPORT_HELD);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(concern.openSteps(OFFICER)).contains("police-report");
    }

    @Test
    void aPlatformNeverLearnsWhoTheChildIs() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        String words = Api.as(OFFICER)
                .get(concern.address() + "/letters/PLATFORM_REPORT/1?item=1")
                .asString();
        assertThat(words)
                .contains("alex_plays_99")
                .doesNotContain("Robin")
                .doesNotContain("Made Up Street")
                .doesNotContain("TS24");
    }
}
