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

/** Shared parts of letter journeys: concerns with approved letters, rounds of the courier, and receipts of partners. */
public abstract class LetterJourney extends ConcernJourney {

    private static final AtomicInteger TESTS = new AtomicInteger();

    @Inject
    protected Courier courier;

    @BeforeEach
    protected void resetPartners() {
        PartnerWorld.http().forget();
        // Starts each test later than the one before, so that the courier's cool-down of a partner is over.
        time.set(MovableTime.A_TUESDAY_MORNING.plus(Duration.ofSeconds(30).multipliedBy(TESTS.incrementAndGet())));
    }

    /** A concern with an approved police report. */
    protected Api.ConcernClient reportApproved() {
        return approve(raise(Bodies.GROOMING), OFFICER, "police-report", "POLICE_REPORT", "");
    }

    /** A concern of a child at this postcode, with an approved referral to social care. */
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

    /** The latest letter for a purpose, as read before its approval. */
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
