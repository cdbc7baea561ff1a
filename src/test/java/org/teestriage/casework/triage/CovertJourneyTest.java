package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.LetterJourney;
import org.teestriage.testing.server.HttpStub;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PartnerWorld;

/** Concerns of which the family, the person of concern and the referrer are told nothing for a while. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
@WithTestResource(PartnerWorld.class)
class CovertJourneyTest extends LetterJourney {

    private static final String COVERT = """
            {"covert": true, "askedBy": "DC Sam Watcher, Cleveland Police",
            "because": "An arrest is planned for Thursday."}""";
    private static final String LIFTED =
            "{\"covert\": false, \"because\": \"DC Watcher says that the arrest was made.\"}";

    private static List<HttpStub.Arrival> atThePlatform(Api.ConcernClient concern) {
        return PartnerWorld.http().arrivals("/blockquest").stream()
                .filter(arrival -> arrival.body().contains(concern.reference()))
                .toList();
    }

    private static Response mark(Api.ConcernClient concern, String user, String body) {
        return Api.as(user).post(concern.address() + "/covert", body);
    }

    @Test
    void staffSeeTheMarkEverywhereAndTheReferrerNowhere() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);

        concern.tell(OFFICER, "covert", COVERT);

        assertThat(concern.seenBy(OFFICER).at("/covert/askedBy").asText())
                .isEqualTo("DC Sam Watcher, Cleveland Police");
        assertThat(concern.seenBy(OFFICER).at("/covert/by").asText()).isEqualTo(OFFICER);
        assertThat(Api.as(OFFICER).wholeQueue("?size=50").stream()
                        .filter(line -> line.get("reference").asText().equals(concern.reference())))
                .isNotEmpty()
                .allMatch(line -> line.get("covert").asBoolean());
        for (String page : List.of("", "/steps/immediate-risk-check/1")) {
            assertThat(Api.as(OFFICER)
                            .get("/concerns/" + concern.reference() + page)
                            .asString())
                    .contains("Covert: do not tell the family", "An arrest is planned");
        }
        for (String page : List.of("", "/sent")) {
            assertThat(Api.as(REFERRER)
                            .get("/concerns/" + concern.reference() + page)
                            .asString())
                    .contains(concern.reference())
                    .doesNotContainIgnoringCase("covert", "Watcher", "arrest");
        }
        assertThat(concern.seenBy(REFERRER).toString()).doesNotContainIgnoringCase("covert", "Watcher", "arrest");
        assertThat(Api.as("auditor").get(concern.address() + "/timeline").asString())
                .contains("Marked as covert")
                .doesNotContain("Watcher", "arrest");
    }

    @Test
    void theReferrerIsToldTheOutcomeOnlyAfterAManagerLiftsTheMark() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "acknowledgement", Bodies.ACKNOWLEDGED)
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(OFFICER, "social-care-referral/1", Bodies.SENT);
        concern.tell(OFFICER, "covert", COVERT);

        Response refused = concern.tryToDecide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("This concern is covert");
        assertThat(mark(concern, OFFICER, LIFTED).statusCode()).isEqualTo(403);
        assertThat(mark(concern, MANAGER, COVERT).statusCode())
                .as("it is marked already")
                .isEqualTo(409);
        concern.tell(MANAGER, "covert", LIFTED);

        assertThat(mark(concern, MANAGER, LIFTED).statusCode()).isEqualTo(409);
        concern.decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        assertThat(concern.sentences(OFFICER, "COVERT"))
                .containsExactly(
                        "Marked as covert: the family, the person of concern and the referrer are told nothing.",
                        "No longer covert: people may be told.");
    }

    @Test
    void anApprovedLetterToAPlatformWaitsUntilTheMarkIsLifted() {
        Api.ConcernClient concern = raise(Bodies.GROOMING).decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        approve(concern, OFFICER, "platform-decision/1", "PLATFORM_REPORT", "1");
        concern.tell(OFFICER, "covert", COVERT);

        round();
        assertThat(atThePlatform(concern)).isEmpty();
        concern.tell(MANAGER, "covert", LIFTED);
        round();

        assertThat(atThePlatform(concern)).hasSize(1);
    }

    @Test
    void noReportToAPlatformIsMadeWhileAConcernIsCovert() {
        Api.ConcernClient concern = raise(Bodies.GROOMING).decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        concern.tell(OFFICER, "covert", COVERT);

        assertThat(concern.tryToDecide(OFFICER, "platform-decision/1", Bodies.REPORT_MADE)
                        .asString())
                .contains("a platform may tell the holder of the account");
        concern.decide(OFFICER, "platform-decision/1", Bodies.REPORT_HELD);
    }

    @Test
    void partnersWhoGotALetterAreDueOneThatSaysThatTheConcernIsCovert() {
        Api.ConcernClient concern = raise(Bodies.GROOMING).decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        assertThat(concern.openSteps(OFFICER)).doesNotContain("police-report");

        concern.tell(OFFICER, "covert", COVERT);

        assertThat(concern.openSteps(OFFICER)).contains("police-report");
        JsonNode letter = police(concern);
        assertThat(letter.get("text").asText())
                .contains("COVERT: DO NOT TELL", "DC Sam Watcher, Cleveland Police")
                .doesNotContain("arrest");
        assertThat(preview(concern, OFFICER, "PLATFORM_REPORT", "1").get("text").asText())
                .doesNotContainIgnoringCase("covert");
    }

    @Test
    void aClosedConcernIsOpenedAgainBecausePartnersHaveToLearnOfTheMark() {
        Api.ConcernClient concern = closed(reported(answered(raise(Bodies.GROOMING))));

        concern.tell(OFFICER, "covert", COVERT);

        assertThat(concern.openSteps(OFFICER)).contains("police-report", "social-care-referral/1");
    }

    @Test
    void aMarkNeedsTheNameOfWhoAsksForIt() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(mark(concern, OFFICER, COVERT.replace("DC Sam Watcher, Cleveland Police", " "))
                        .statusCode())
                .isEqualTo(400);
        assertThat(mark(concern, "officer.redcar", COVERT).statusCode()).isEqualTo(404);
        assertThat(mark(concern, REFERRER, COVERT).statusCode()).isEqualTo(403);
    }
}
