package org.teestriage.testing.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.teestriage.delivery.Courier;
import org.teestriage.delivery.HmacSignature;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.server.HttpStub;
import org.teestriage.testing.server.PartnerWorld;

/** What journeys of letters share: concerns whose letters are approved, rounds of the courier, and partners' receipts. */
public abstract class LetterJourney extends ConcernJourney {

    private static final AtomicInteger TESTS = new AtomicInteger();

    @Inject
    protected Courier courier;

    @BeforeEach
    protected void partnersAreWell() {
        PartnerWorld.http().forget();
        // Each test a little later than the one before: what the courier remembers of a partner is over by then.
        time.set(MovableTime.A_TUESDAY_MORNING.plus(Duration.ofSeconds(30).multipliedBy(TESTS.incrementAndGet())));
    }

    /** A concern whose police report is read and approved. */
    protected Api.ConcernClient reportApproved() {
        return approve(raise(Bodies.GROOMING), OFFICER, "police-report", "POLICE_REPORT", "");
    }

    /** A concern of a child in a postcode whose referral to social care is read and approved. */
    protected Api.ConcernClient referralApproved(String postcode, String officer) {
        Api.ConcernClient concern = raise(Bodies.groomingIn(postcode));
        concern.decide(officer, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(officer, "threshold-decision/1", Bodies.SECTION_17);
        return approve(concern, officer, "social-care-referral/1", "SOCIAL_CARE_REFERRAL", "1");
    }

    protected static Api.ConcernClient approve(
            Api.ConcernClient concern, String officer, String step, String purpose, String item) {
        JsonNode letter = preview(concern, officer, purpose, item);
        Map<String, Object> approval = Map.of(
                "recipient", letter.get("recipient").asText(),
                "contentHash", letter.get("contentHash").asText());
        boolean report = !purpose.endsWith("REFERRAL");
        Object body = report
                ? Map.of("report", Map.of("kind", "APPROVED", "approval", approval))
                : Map.of("approval", approval);
        return concern.decide(officer, step, body);
    }

    /** The latest letter for a purpose, as it is read before it is approved. */
    protected static JsonNode preview(Api.ConcernClient concern, String officer, String purpose, String item) {
        JsonNode line = Api.each(concern.seenBy(officer).get("letters"))
                .filter(each -> each.get("purpose").asText().equals(purpose)
                        && each.get("item").asText().equals(item))
                .reduce((older, newer) -> newer)
                .orElseThrow();
        return concern.read(officer, "/letters/" + line.get("number").asInt());
    }

    protected static JsonNode police(Api.ConcernClient concern) {
        return preview(concern, OFFICER, "POLICE_REPORT", "");
    }

    protected static String stateOf(JsonNode letter) {
        return letter.get("state").asText();
    }

    protected void round() {
        courier.round().join();
    }

    protected void roundAfter(Duration passed) {
        time.pass(passed);
        round();
    }

    protected static List<HttpStub.Arrival> atThePolice() {
        return PartnerWorld.http().arrivals("/police");
    }

    protected static List<HttpStub.Arrival> atThePolice(Api.ConcernClient concern) {
        return atThePolice().stream()
                .filter(arrival -> arrival.body().contains(concern.reference()))
                .toList();
    }

    /** A receipt as a partner signs and sends it. */
    protected Response receipt(String dispatchId, String body) {
        return receipt(dispatchId, body, time.instant(), PartnerWorld.SECRET);
    }

    protected static Response receipt(String dispatchId, String body, Instant signedAt, String secret) {
        String signature = new HmacSignature(secret)
                .sign(HmacSignature.Direction.RECEIPT, signedAt, dispatchId, body.getBytes(StandardCharsets.UTF_8));
        return RestAssured.given()
                .contentType("application/json")
                .header(HmacSignature.TIMESTAMP, signedAt.getEpochSecond())
                .header(HmacSignature.SIGNATURE, signature)
                .body(body)
                .post("/api/dispatches/" + dispatchId + "/receipt");
    }

    protected static void chased(Api.ConcernClient concern, int number) {
        assertThat(concern.openSteps(OFFICER)).contains("letter-chase/" + number);
    }
}
