package org.teestriage.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.LetterJourney;
import org.teestriage.testing.server.HttpStub;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PartnerWorld;

/** Operators see delivery failures and can switch channels, but see no content of letters. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
@WithTestResource(PartnerWorld.class)
class OperatorsJourneyTest extends LetterJourney {

    private static final String OPERATOR = "operator";

    private static JsonNode partner(String partner, JsonNode deliveries) {
        return Api.each(deliveries.get("partners"))
                .filter(each -> each.get("partner").asText().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode deliveries() {
        return Api.json(Api.as(OPERATOR).get("/api/dispatches"));
    }

    private static Response switchChannel(String partner, String channel) {
        return Api.as(OPERATOR)
                .post(
                        "/api/dispatches/partners/" + partner + "/channel",
                        "{\"channel\": \"%s\", \"reason\": \"Their line is down until Monday.\"}".formatted(channel));
    }

    @Test
    void failuresAreShownWithTheirCauseButWithoutTheConcern() {
        round(); // Delivers letters that a switch of another test released.
        PartnerWorld.http().next("/police", HttpStub.status(500, "", ""));
        Api.ConcernClient concern = reportApproved();
        round();
        JsonNode deliveries = deliveries();
        JsonNode letter = Api.each(partner("police", deliveries).get("oldest"))
                .filter(each -> each.get("dispatchId")
                        .asText()
                        .equals(police(concern).get("dispatchId").asText()))
                .findFirst()
                .orElseThrow();
        assertThat(letter.get("why").asText()).isEqualTo("the partner's system failed");
        assertThat(letter.get("attempts").asInt()).isEqualTo(1);
        assertThat(partner("police", deliveries).get("waiting").asInt()).isPositive();
        assertThat(partner("police", deliveries).has("oldestSince")).isTrue();
        assertThat(deliveries.toString()).doesNotContain(concern.reference(), "Robin", "alex_plays_99", "GROOMING");
        roundAfter(Duration.ofSeconds(15));
    }

    @Test
    void aReleasedLetterIsRetriedAtOnceAndTheReleaseIsOnTheTimeline() {
        PartnerWorld.http().always("/police", HttpStub.status(503, "Retry-After: 7200\r\n", ""));
        Api.ConcernClient concern = reportApproved();
        round();
        assertThat(stateOf(police(concern))).isEqualTo("WAITING");
        PartnerWorld.http().forget();
        String id = police(concern).get("dispatchId").asText();
        Api.as(OPERATOR).post("/api/dispatches/" + id + "/release").then().statusCode(200);
        round();
        assertThat(stateOf(police(concern))).isEqualTo("ACKNOWLEDGED");
        assertThat(concern.timeline(OFFICER)).anySatisfy(entry -> {
            assertThat(entry.get("sentence").asText()).contains("released for another try");
            assertThat(entry.get("role").asText()).isEqualTo("OPERATOR");
        });
        assertThat(Api.as(OPERATOR).post("/api/dispatches/" + id + "/release").statusCode())
                .isEqualTo(409);
    }

    @Test
    void manualDeliveryToAPartnerAppliesToWaitingAndToNewLetters() {
        PartnerWorld.http().always("/police", HttpStub.status(500, "", ""));
        Api.ConcernClient waiting = reportApproved();
        round();
        switchChannel("police", "PERSON").then().statusCode(200);
        try {
            JsonNode switched = partner("police", deliveries());
            assertThat(switched.get("channel").asText()).isEqualTo("PERSON");
            assertThat(switched.get("channelOnFile").asText()).isEqualTo("HTTPS");
            assertThat(switched.at("/switched/by").asText()).isEqualTo(OPERATOR);
            assertThat(switched.at("/switched/reason").asText()).isEqualTo("Their line is down until Monday.");
            round();
            int number = police(waiting).get("number").asInt();
            chased(waiting, number);
            waiting.decide(OFFICER, "letter-chase/" + number, """
                    {"remedy": "RECEIVED", "rationale": "Read out to them.", "sent": {"how": "TELEPHONE",
                     "at": "2026-09-22T09:00:00Z", "to": "Duty desk", "theirReference": "CP-9"}}""");
            assertThat(stateOf(police(waiting))).isEqualTo("ACKNOWLEDGED");

            Api.ConcernClient next = raise(org.teestriage.testing.client.Bodies.GROOMING);
            JsonNode letter = police(next);
            assertThat(letter.get("channel").asText()).isEqualTo("PERSON");
            Response refused = next.tryToDecide(OFFICER, "police-report", """
                    {"report": {"kind": "APPROVED", "approval": {"recipient": "Cleveland Police", "contentHash": "%s"}}}
                    """.formatted(
                            letter.get("contentHash").asText()));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(Api.detail(refused)).contains("Send it yourself");
        } finally {
            switchChannel("police", "HTTPS").then().statusCode(200);
        }
    }

    @Test
    void aChannelWithoutItsAddressOnFileIsRefused() {
        Response refused = switchChannel("police", "MAIL");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).contains("not on file");
        assertThat(switchChannel("nobody-here", "PERSON").statusCode()).isEqualTo(409);
    }

    @Test
    void theOperationsPageShowsFailuresAndAcceptsReleasesAndSwitches() {
        PartnerWorld.http().next("/police", HttpStub.status(500, "", ""));
        Api.ConcernClient concern = reportApproved();
        round();
        String id = police(concern).get("dispatchId").asText();
        String page = Api.as(OPERATOR).get("/operations").asString();
        assertThat(page)
                .contains("Cleveland Police", id, "system failed", "Nothing here tells what a letter is about")
                .doesNotContain(concern.reference(), "Robin", "alex_plays_99");
        for (String other : new String[] {REFERRER, OFFICER, MANAGER, "auditor"}) {
            assertThat(Api.as(other).get("/operations").statusCode()).as(other).isEqualTo(403);
        }
        submit("/operations/" + id + "/release", "").then().statusCode(303);
        round();
        assertThat(stateOf(police(concern))).isEqualTo("ACKNOWLEDGED");

        submit("/operations/partners/lado-2", "channel=PERSON&reason=Their+desk+moves")
                .then()
                .statusCode(303);
        assertThat(Api.as(OPERATOR).get("/operations").asString()).contains("Their desk moves");
        assertThat(submit("/operations/partners/lado-2", "channel=PIGEON&reason=r")
                        .statusCode())
                .isEqualTo(400);
        assertThat(submit("/operations/partners/lado-2", "channel=MAIL&reason=").statusCode())
                .isEqualTo(400);
        submit("/operations/partners/lado-2", "channel=MAIL&reason=Their+desk+has+moved")
                .then()
                .statusCode(303);
    }

    private static Response submit(String address, String fields) {
        Matcher token = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"")
                .matcher(Api.as(OPERATOR).get("/operations").asString());
        assertThat(token.find()).isTrue();
        return io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .auth()
                .preemptive()
                .basic(OPERATOR, "demo")
                .contentType("application/x-www-form-urlencoded")
                .body(fields + "&_token=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))
                .post(address);
    }
}
