package org.teestriage.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.LetterJourney;
import org.teestriage.testing.server.HttpStub;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PartnerWorld;

/** Faults of partner servers: every letter arrives under one idempotency key or opens a step for a person. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
@WithTestResource(PartnerWorld.class)
class DeliveryFaultsTest extends LetterJourney {

    private static final String FORM = "application/json";

    @AfterAll
    static void printFaults() {
        FaultTable.print();
    }

    // Delivery and approval

    @Test
    void anApprovedLetterArrivesSignedAndItsReceiptIsOnTheTimeline() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        JsonNode read = police(concern);
        approve(concern, OFFICER, "police-report", "POLICE_REPORT", "");
        assertThat(stateOf(police(concern))).isEqualTo("WAITING");

        round();

        HttpStub.Arrival arrived = atThePolice(concern).get(0);
        JsonNode letter = police(concern);
        assertThat(arrived.key()).isEqualTo(letter.get("dispatchId").asText());
        assertThat(arrived.header(HmacSignature.SIGNATURE))
                .isEqualTo(new HmacSignature(PartnerWorld.SECRET)
                        .sign(
                                HmacSignature.Direction.LETTER,
                                Instant.ofEpochSecond(Long.parseLong(arrived.header(HmacSignature.TIMESTAMP))),
                                arrived.key(),
                                arrived.body().getBytes(StandardCharsets.UTF_8)));
        JsonNode body = org.teestriage.platform.persistence.Json.read(arrived.body(), JsonNode.class);
        assertThat(body.get("text").asText()).isEqualTo(read.get("text").asText());
        assertThat(stateOf(letter)).isEqualTo("ACKNOWLEDGED");
        assertThat(letter.get("theirReference").asText()).isEqualTo("P-" + arrived.key());
        assertThat(concern.timeline(OFFICER).toString())
                .contains(read.get("contentHash").asText(), "P-" + arrived.key());
        assertThat(concern.sentences(OFFICER, "RECEIPT")).containsExactly("A receipt came at once from the police.");
        roundAfter(Duration.ofDays(1));
        count("none", 1, concern, 1);
    }

    @Test
    void anApprovalWithAnotherHashOrAnotherRecipientIsRefused() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        String approval =
                "{\"report\": {\"kind\": \"APPROVED\", \"approval\": {\"recipient\": \"%s\", \"contentHash\": \"%s\"}}}";
        String hash = police(concern).get("contentHash").asText();
        Response otherWords =
                concern.tryToDecide(OFFICER, "police-report", approval.formatted("Cleveland Police", "0"));
        Response otherRecipient =
                concern.tryToDecide(OFFICER, "police-report", approval.formatted("Durham Police", hash));
        assertThat(otherWords.statusCode()).isEqualTo(409);
        assertThat(Api.detail(otherWords)).contains("Read it again");
        assertThat(otherRecipient.statusCode()).isEqualTo(409);
        assertThat(Api.detail(otherRecipient)).contains("to another recipient");
        round();
        assertThat(atThePolice(concern)).isEmpty();
    }

    @Test
    void aConcernCannotCloseBeforeThePartnerAcknowledges() {
        Api.ConcernClient concern = answered(raise(Bodies.GROOMING));
        approve(concern, OFFICER, "police-report", "POLICE_REPORT", "");
        concern.decide(OFFICER, "ceop-decision", Bodies.REPORT_MADE)
                .decide(OFFICER, "platform-decision/1", Bodies.REPORT_MADE);
        Response refused = concern.tryToDecide(OFFICER, "close", Bodies.CLOSE);
        assertThat(Api.detail(refused)).isEqualTo("Not yet acknowledged: Cleveland Police.");
        round();
        closed(concern);
    }

    // Faults

    private static Stream<Arguments> faults() {
        HttpStub http = PartnerWorld.http();
        return Stream.of(
                Arguments.of("no answer for 30 s", http.slow(), "UNKNOWN"),
                Arguments.of("an answer that dribbles", http.dribbles(), "UNKNOWN"),
                Arguments.of("500", HttpStub.status(500, "", "oops"), "WAITING"),
                Arguments.of("502 with a page", HttpStub.status(502, "", "<html>"), "WAITING"),
                Arguments.of("garbage", HttpStub.status(200, "", "<html>welcome</html>"), "UNKNOWN"),
                Arguments.of("an endless answer", HttpStub.status(200, "", "x".repeat(200_000)), "UNKNOWN"),
                Arguments.of("reset after it was read", HttpStub.resets(), "UNKNOWN"),
                Arguments.of("answer lost", HttpStub.hangsUp(), "UNKNOWN"));
    }

    @Test
    void aLetterIsRetriedUnderTheSameKeyAfterEachFault() {
        faults().forEach(each -> {
            Object[] fault = each.get();
            PartnerWorld.http().forget();
            PartnerWorld.http().next("/police", (HttpStub.Answer) fault[1]);
            Api.ConcernClient concern = reportApproved();

            round();
            assertThat(stateOf(police(concern))).as("%s", fault[0]).isEqualTo(fault[2]);
            round();
            assertThat(atThePolice(concern))
                    .as("no immediate retry after %s", fault[0])
                    .hasSize(1);
            roundAfter(Duration.ofSeconds(15));

            assertThat(stateOf(police(concern))).as("%s", fault[0]).isEqualTo("ACKNOWLEDGED");
            count(String.valueOf(fault[0]), 1, concern, 2);
        });
    }

    @Test
    void aRefusedConnectionIsRetried() {
        Api.ConcernClient concern = referralApproved("TS10 1AA", "officer.redcar");
        round();
        JsonNode waiting = preview(concern, "officer.redcar", "SOCIAL_CARE_REFERRAL", "1");
        assertThat(stateOf(waiting)).isEqualTo("WAITING");
        assertThat(waiting.get("why").asText()).isEqualTo("nothing answers at the partner's address");
        try (HttpStub server = new HttpStub(PartnerWorld.unusedPort())) {
            roundAfter(Duration.ofSeconds(15));
            assertThat(stateOf(preview(concern, "officer.redcar", "SOCIAL_CARE_REFERRAL", "1")))
                    .isEqualTo("ACKNOWLEDGED");
            assertThat(FaultTable.count("connection refused", 1, server.arrivals("/social-care-3")))
                    .isEqualTo(new FaultTable.Counts(1, 1, 0, 0));
        }
    }

    @Test
    void theRetryAfterHeaderOfAPartnerIsObeyed() {
        PartnerWorld.http().next("/police", HttpStub.status(429, "Retry-After: 600\r\n", ""));
        Api.ConcernClient concern = reportApproved();
        round();
        roundAfter(Duration.ofSeconds(599));
        assertThat(atThePolice(concern)).hasSize(1);
        roundAfter(Duration.ofSeconds(1));
        count("429 with Retry-After", 1, concern, 2);
        assertThat(stateOf(police(concern))).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void aRejectedLetterOpensAChaseStepAtOnce() {
        PartnerWorld.http().next("/police", HttpStub.status(422, "", "{\"error\": \"Robin Sample unknown\"}"));
        Api.ConcernClient concern = reportApproved();
        round();
        JsonNode letter = police(concern);
        assertThat(stateOf(letter)).isEqualTo("REJECTED");
        int number = letter.get("number").asInt();
        JsonNode step = concern.openStep(OFFICER, "letter-chase/" + number);
        assertThat(step.get("due").asText()).isGreaterThan("2026-09-22T09:00:00Z");
        roundAfter(Duration.ofDays(1));
        assertThat(atThePolice(concern)).hasSize(1);
        assertThat(concern.timeline(OFFICER).toString()).doesNotContain("Robin Sample unknown");

        time.set(Instant.parse("2026-09-22T10:30:00Z"));
        concern.decide(OFFICER, "letter-chase/" + number, """
                {"remedy": "SEND_AGAIN", "rationale": "Their desk has mended it."}""");
        round();
        assertThat(stateOf(police(concern))).isEqualTo("ACKNOWLEDGED");
        count("422", 1, concern, 2);
    }

    @Test
    void aRedirectIsNotFollowed() {
        int before = PartnerWorld.http().connections();
        PartnerWorld.http()
                .next(
                        "/police",
                        HttpStub.status(
                                307,
                                "Location: http://127.0.0.1:"
                                        + PartnerWorld.http().port() + "/elsewhere\r\n",
                                ""));
        Api.ConcernClient concern = reportApproved();
        round();
        assertThat(stateOf(police(concern))).isEqualTo("REJECTED");
        assertThat(PartnerWorld.http().arrivals("/elsewhere")).isEmpty();
        assertThat(PartnerWorld.http().connections() - before).isEqualTo(1);
        chased(concern, police(concern).get("number").asInt());
    }

    @Test
    void aPrivateAddressThatIsNotAllowedIsNotContacted() {
        Api.ConcernClient concern = referralApproved("TS19 1AA", OFFICER);
        round();
        JsonNode letter = preview(concern, OFFICER, "SOCIAL_CARE_REFERRAL", "1");
        assertThat(letter.get("why").asText()).isEqualTo("the address is not one that letters may go to");
        chased(concern, letter.get("number").asInt());
    }

    @Test
    void aReportedUrlIsNeverFetched() {
        try (HttpStub canary = new HttpStub(0)) {
            String url = "http://127.0.0.1:" + canary.port() + "/profile";
            Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/suspects/0/identities/0/profileUrl", url));
            approve(concern, OFFICER, "police-report", "POLICE_REPORT", "");
            approve(concern, OFFICER, "ceop-decision", "CEOP_REPORT", "");
            approve(concern, OFFICER, "platform-decision/1", "PLATFORM_REPORT", "1");
            round();
            assertThat(atThePolice(concern).get(0).body()).contains(url);
            assertThat(PartnerWorld.http().arrivals("/blockquest")).isNotEmpty();
            assertThat(canary.connections()).isZero();
        }
    }

    // Receipts

    @Test
    void repeatedAndReorderedReceiptsAreAppliedOnce() {
        PartnerWorld.http().next("/police", HttpStub.status(202, "", ""));
        Api.ConcernClient concern = reportApproved();
        round();
        assertThat(stateOf(police(concern))).isEqualTo("DELIVERED");
        String id = police(concern).get("dispatchId").asText();
        String taken = "{\"status\": \"DELIVERED\", \"at\": \"2026-09-22T09:00:01Z\"}";
        String wrong = "{\"status\": \"REJECTED\", \"at\": \"2026-09-22T09:00:02Z\", \"reason\": \"Opened twice\"}";
        String known = "{\"status\": \"ACKNOWLEDGED\", \"at\": \"2026-09-22T09:00:03Z\", \"reference\": \"CP-77\"}";
        for (String receipt : List.of(known, known, taken, wrong)) {
            assertThat(receipt(id, receipt).statusCode()).isEqualTo(200);
        }
        JsonNode letter = police(concern);
        assertThat(stateOf(letter)).isEqualTo("ACKNOWLEDGED");
        assertThat(letter.get("theirReference").asText()).isEqualTo("CP-77");
        assertThat(concern.sentences(OFFICER, "RECEIPT")).containsExactly("A receipt came from the police.");
        assertThat(concern.openSteps(OFFICER)).noneMatch(step -> step.startsWith("letter-chase"));
        roundAfter(Duration.ofDays(2));
        count("callback twice and reordered", 1, concern, 1);
    }

    @Test
    void aRejectionAfterTheReceiptOpensAChaseStep() {
        Api.ConcernClient concern = reportApproved();
        round();
        JsonNode letter = police(concern);
        receipt(
                        letter.get("dispatchId").asText(),
                        "{\"status\": \"REJECTED\", \"at\": \"2026-09-22T09:10:00Z\", \"reason\": \"Not for us\"}")
                .then()
                .statusCode(200);
        assertThat(stateOf(police(concern))).isEqualTo("REJECTED");
        chased(concern, letter.get("number").asInt());
    }

    @Test
    void forgedStaleAndMisdirectedReceiptsAreUnauthorised() {
        PartnerWorld.http().always("/police", HttpStub.status(202, "", ""));
        Api.ConcernClient concern = reportApproved();
        round();
        String id = police(concern).get("dispatchId").asText();
        String receipt = "{\"status\": \"ACKNOWLEDGED\", \"at\": \"2026-09-22T09:00:03Z\", \"reference\": \"X\"}";
        Instant now = time.instant();
        List<Response> refused = new ArrayList<>(List.of(
                receipt(id, receipt, now, "another key"),
                receipt(id, receipt, now.minusSeconds(301), PartnerWorld.SECRET),
                receipt("00000000-0000-4000-8000-000000000000", receipt, now, PartnerWorld.SECRET)));
        // A receipt signed for another letter.
        String othersId = "11111111-0000-4000-8000-000000000000";
        refused.add(io.restassured.RestAssured.given()
                .contentType(FORM)
                .header(HmacSignature.TIMESTAMP, now.getEpochSecond())
                .header(
                        HmacSignature.SIGNATURE,
                        new HmacSignature(PartnerWorld.SECRET)
                                .sign(
                                        HmacSignature.Direction.RECEIPT,
                                        now,
                                        othersId,
                                        receipt.getBytes(StandardCharsets.UTF_8)))
                .body(receipt)
                .post("/api/dispatches/" + id + "/receipt"));
        refused.add(io.restassured.RestAssured.given()
                .contentType(FORM)
                .body(receipt)
                .post("/api/dispatches/" + id + "/receipt"));
        assertThat(refused).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(401));
        assertThat(refused.stream().map(Response::asString))
                .containsOnly(refused.get(0).asString());
        assertThat(stateOf(police(concern))).isEqualTo("DELIVERED");
        assertThat(receipt(id, receipt, now, PartnerWorld.SECRET).statusCode()).isEqualTo(200);
    }

    // Answers to partner checks

    private Response answer(String question, String finding, String key) {
        String body = """
                {"finding": "%s", "at": "2026-09-22T09:00:00Z", "who": "Information desk", "told": "Two calls this year.",
                "sharing": "PROFESSIONALS"}""".formatted(finding);
        Instant now = time.instant();
        return io.restassured.RestAssured.given()
                .contentType("application/json")
                .header(HmacSignature.TIMESTAMP, now.getEpochSecond())
                .header(
                        HmacSignature.SIGNATURE,
                        new HmacSignature(key)
                                .sign(
                                        HmacSignature.Direction.ANSWER,
                                        now,
                                        question,
                                        body.getBytes(StandardCharsets.UTF_8)))
                .body(body)
                .post("/api/check-questions/" + question + "/answer");
    }

    private static String asked(Api.ConcernClient concern, String partner) {
        concern.tell(OFFICER, "checks", """
                {"child": 1, "partner": "%s", "act": "ASKED", "at": "2026-09-22T08:50:00Z", "how": "TELEPHONE",
                "who": "Duty desk"}""".formatted(partner));
        return Api.each(concern.read(OFFICER, "/checks").at("/children/0/checks"))
                .filter(line -> line.get("partner").asText().equals(partner))
                .map(line -> line.findValue("question").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSystemOfAPartnerAnswersItsQuestionSignedTwiceAndLate() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        String question = asked(concern, "POLICE");
        time.pass(java.time.Duration.ofDays(2));

        assertThat(answer(question, "NOT_KNOWN", PartnerWorld.SECRET).statusCode())
                .as("late")
                .isEqualTo(200);
        assertThat(answer(question, "NOT_KNOWN", PartnerWorld.SECRET).statusCode())
                .as("the same again")
                .isEqualTo(200);
        assertThat(answer(question, "KNOWN", PartnerWorld.SECRET).statusCode()).isEqualTo(200);

        JsonNode police = Api.each(concern.read(OFFICER, "/checks").at("/children/0/checks"))
                .filter(line -> line.get("partner").asText().equals("POLICE"))
                .findFirst()
                .orElseThrow();
        assertThat(police.get("state").asText()).isEqualTo("ANSWERED");
        assertThat(police.get("entries").findValuesAsText("finding")).containsExactly("NOT_KNOWN", "KNOWN");
        assertThat(police.at("/entries/1/how").asText()).isEqualTo("SYSTEM");
        assertThat(police.at("/entries/1/recordedBy").asText()).isEqualTo("Cleveland Police");
    }

    @Test
    void anAnswerToAnUnknownQuestionOrWithoutTheKeyOfThePartnerIsUnauthorisedInTheSameWords() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        String question = asked(concern, "POLICE");
        List<Response> refused = List.of(
                answer(question, "KNOWN", "another key"),
                answer("00000000-0000-4000-8000-000000000000", "KNOWN", PartnerWorld.SECRET),
                answer(asked(concern, "HEALTH"), "KNOWN", PartnerWorld.SECRET));
        assertThat(refused).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(401));
        assertThat(refused.stream().map(Response::asString))
                .containsOnly(refused.get(0).asString());
    }

    // Time

    @Test
    void aLateReceiptOpensAChaseStepThatClosesWhenItArrives() {
        PartnerWorld.http().next("/police", HttpStub.status(202, "", ""));
        Api.ConcernClient concern = reportApproved();
        round();
        roundAfter(Duration.ofHours(2));
        JsonNode letter = police(concern);
        chased(concern, letter.get("number").asInt());

        receipt(
                letter.get("dispatchId").asText(),
                "{\"status\": \"ACKNOWLEDGED\", \"at\": \"2026-09-22T11:00:00Z\", \"reference\": \"CP-1\"}");
        assertThat(concern.openSteps(OFFICER)).noneMatch(step -> step.startsWith("letter-chase"));
    }

    @Test
    void aPartnerReceivesEveryLetterOnceAfterAnOutageOfThreeDays() {
        int letters = 5;
        PartnerWorld.http().always("/police", HttpStub.hangsUp());
        List<Api.ConcernClient> concerns =
                Stream.generate(this::reportApproved).limit(letters).toList();
        round();
        for (int hours = 0; hours < 72; hours += 12) {
            roundAfter(Duration.ofHours(12));
        }
        assertThat(concerns).allSatisfy(concern -> {
            assertThat(stateOf(police(concern))).isEqualTo("UNKNOWN");
            chased(concern, police(concern).get("number").asInt());
        });
        bell.ring(concerns.get(0).reference());
        assertThat(concerns.get(0).sentences(MANAGER, "BREACHED")).isNotEmpty();

        PartnerWorld.http().forget();
        roundAfter(Duration.ofHours(2));

        assertThat(concerns).allSatisfy(concern -> {
            assertThat(stateOf(police(concern))).isEqualTo("ACKNOWLEDGED");
            assertThat(concern.openSteps(OFFICER)).noneMatch(step -> step.startsWith("letter-chase"));
        });
        assertThat(PartnerWorld.http().mostAtOnce()).as("a bounded drain").isLessThanOrEqualTo(2);
        FaultTable.Counts counts = FaultTable.count("down for 72 h, then back", letters, atThePolice());
        assertThat(counts).isEqualTo(new FaultTable.Counts(letters, letters, 0, 0));
    }

    @Test
    void retriesEndAfterFiveDaysEvenIfThePartnerWasGivenMoreTime() {
        PartnerWorld.http().always("/police", HttpStub.status(500, "", ""));
        Api.ConcernClient concern = reportApproved();
        round();
        roundAfter(Duration.ofHours(2));
        int number = police(concern).get("number").asInt();
        chased(concern, number);
        concern.decide(
                OFFICER,
                "letter-chase/" + number,
                "{\"remedy\": \"WAIT\", \"waitUntil\": \"%s\", \"rationale\": \"Their system moves this week.\"}"
                        .formatted(time.instant().plus(Duration.ofDays(7))));
        assertThat(concern.openSteps(OFFICER)).doesNotContain("letter-chase/" + number);

        for (int days = 0; days < 6; days++) {
            roundAfter(Duration.ofDays(1));
        }

        chased(concern, number);
        int attempts = atThePolice(concern).size();
        roundAfter(Duration.ofHours(12));
        assertThat(atThePolice(concern)).as("no further attempts").hasSize(attempts);
        count("500 for five days, then a person", 1, concern, attempts);
    }

    @Test
    void aSlowPartnerDoesNotDelayOtherPartners() throws Throwable {
        PartnerWorld.http().always("/police", PartnerWorld.http().slow());
        List<Api.ConcernClient> slow =
                Stream.generate(this::reportApproved).limit(3).toList();
        Api.ConcernClient quick = referralApproved("TS24 7ZZ", OFFICER);
        CompletableFuture<Void> round = courier.round();
        Duration took = Eventually.within(
                Duration.ofSeconds(1), () -> assertThat(PartnerWorld.http().arrivals("/social-care-1"))
                        .anyMatch(arrival -> arrival.body().contains(quick.reference())));
        assertThat(round).as("deliveries to the slow partner are still running").isNotDone();
        System.out.println("BULKHEAD a letter passed a slow partner in " + took.toMillis() + " ms");
        round.join();
        PartnerWorld.http().forget();
        roundAfter(Duration.ofMinutes(1));
        roundAfter(Duration.ofMinutes(1));
        assertThat(slow)
                .allSatisfy(concern -> assertThat(stateOf(police(concern))).isEqualTo("ACKNOWLEDGED"));
    }

    @Test
    void concurrentCourierRoundsSendALetterOnce() {
        List<Api.ConcernClient> concerns =
                Stream.generate(this::reportApproved).limit(4).toList();
        List<CompletableFuture<Void>> rounds = new ArrayList<>(Collections.nCopies(4, null));
        rounds.replaceAll(none -> courier.round());
        rounds.forEach(CompletableFuture::join);
        assertThat(concerns).allSatisfy(concern -> count("four rounds at once", 1, concern, 1));
    }

    @Test
    void theFallbackChannelIsUsedWhenTheFirstKeepsFailing() {
        PartnerWorld.http().always("/social-care-2", HttpStub.status(500, "", ""));
        Api.ConcernClient concern = referralApproved("TS5 1AA", "officer.middlesbrough");
        round();
        for (int days = 0; days < 6; days++) {
            roundAfter(Duration.ofDays(1));
        }
        JsonNode letter = preview(concern, "officer.middlesbrough", "SOCIAL_CARE_REFERRAL", "1");
        assertThat(stateOf(letter)).isEqualTo("DELIVERED");
        assertThat(PartnerWorld.mail().getReceivedMessages())
                .anySatisfy(mail -> assertThat(mail.getHeader("Message-ID")[0])
                        .isEqualTo("<" + letter.get("dispatchId").asText() + "@triage.example>"));
    }

    private static void count(String fault, int letters, Api.ConcernClient concern, int arrivals) {
        FaultTable.Counts counts = FaultTable.count(fault, letters, atThePolice(concern));
        assertThat(counts).as(fault).isEqualTo(new FaultTable.Counts(arrivals, letters, 0, 0));
    }
}
