package org.teestriage.access.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Api.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.LetterJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PartnerWorld;

/** Withheld information appears in no page, API response or refusal that its reader may get. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
@WithTestResource(PartnerWorld.class)
class HeldBackJourneyTest extends LetterJourney {

    private static final String UNNAMED_OFFICER = "officer.stockton";
    private static final String UNNAMED_MANAGER = "manager.stockton";

    private static final Object TWO_COACHES = with(
            Bodies.COACH,
            "/suspects/0/workplace",
            Map.of(
                    "name",
                    "Quillback Swimming Club",
                    "role",
                    "Turnstone coach",
                    "address",
                    Map.of("lines", "1 Ottershaw Baths", "postcode", "TS5 1AA")),
            "/suspects/1",
            Map.of(
                    "claimedName",
                    "Lee",
                    "worksWithChildren",
                    "YES",
                    "workplace",
                    Map.of("name", "Quillback Swimming Club")));

    private static final String SECTION_17_AND_LADO = with(
                    Bodies.SECTION_17, "/children/0/outcomes", List.of("SECTION_17", "LADO"))
            .toString();

    private static final String SENT_TO_THE_LADO =
            Bodies.SENT.replace("Duty desk", "Dunnock desk").replace("SC-100", "Redpoll-7");

    private static final String WITHHELD_STEP_IS_OPEN =
            "A part that is held back from you is still open. A manager who may see it has to close.";

    private static Object restriction(String kind, String... users) {
        return Map.of("kind", kind, "users", List.of(users), "reason", "Whinchat: an allegation against a coach.");
    }

    /** A concern about two coaches whose LADO information is restricted to one officer and one manager. */
    private static Api.ConcernClient restricted() {
        Api.as(OFFICER).queue("");
        Api.ConcernClient concern = raise(TWO_COACHES);
        concern.tell(MANAGER, "restrictions", restriction("RESTRICT_LADO", MANAGER, OFFICER));
        return concern;
    }

    private static Response read(String user, String address) {
        return Api.as(user).get(address);
    }

    @Test
    void withheldEntriesLeaveNoGapInNumbering() {
        Api.ConcernClient concern = restricted();
        concern.tell(
                MANAGER,
                "restrictions",
                Map.of("kind", "EXCLUDE", "users", List.of("officer.redcar"), "reason", "A cousin of the suspect."));
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);

        List<JsonNode> shown = concern.timeline(UNNAMED_MANAGER);
        assertThat(shown.stream().map(entry -> entry.get("sequence").asInt()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, shown.size()).boxed().toList());
        assertThat(shown).noneMatch(entry -> entry.has("hash"));
        assertThat(concern.timeline(MANAGER)).hasSizeGreaterThan(shown.size()).allMatch(entry -> entry.has("hash"));
        assertThat(concern.read(UNNAMED_MANAGER, "/verification").toString())
                .isEqualTo("{\"reference\":\"%s\",\"whole\":true}".formatted(concern.reference()));
        assertThat(numbers(concern.read(UNNAMED_MANAGER, "/restrictions").get("restrictions")))
                .containsExactly(1);
        List<Integer> numbered = numbers(concern.seenBy(UNNAMED_MANAGER).get("letters"));
        assertThat(numbered)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbered.size()).boxed().toList());
        assertThat(numbers(concern.seenBy(OFFICER).get("letters"))).hasSizeGreaterThan(numbered.size());
    }

    private static List<Integer> numbers(JsonNode numbered) {
        return Api.each(numbered).map(each -> each.get("number").asInt()).toList();
    }

    @Test
    void exportIsRefusedToAManagerWhoMayNotSeeEveryEntry() {
        Api.ConcernClient concern = restricted();
        Response refused = Api.as(UNNAMED_MANAGER).get(concern.address() + "/export");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Api.detail(refused))
                .isEqualTo("A part of this concern is for named people, and a pack proves every entry of its timeline."
                        + " Ask a manager who is named, or an auditor, to take it.");
        assertThat(read(UNNAMED_MANAGER, "/concerns/" + concern.reference() + "/export")
                        .statusCode())
                .isEqualTo(403);
        assertThat(read(MANAGER, concern.address() + "/export").statusCode()).isEqualTo(200);
        assertThat(read("auditor", concern.address() + "/export").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyNamedManagersExtendOrLiftARestriction() {
        Api.ConcernClient concern = restricted();
        Response added = Api.as(UNNAMED_MANAGER)
                .post(concern.address() + "/restrictions", restriction("RESTRICT_LADO", UNNAMED_MANAGER));
        assertThat(added.statusCode()).isEqualTo(403);
        assertThat(Api.detail(added))
                .isEqualTo("A restriction to named people stands. Only they add to it or lift it: ask one of them.");

        for (JsonNode restriction : concern.read(MANAGER, "/restrictions").get("restrictions")) {
            Response lifted = Api.as(UNNAMED_MANAGER)
                    .post(
                            "%s/restrictions/%d/lift"
                                    .formatted(
                                            concern.address(),
                                            restriction.get("number").asInt()),
                            "{\"reason\": \"To look at the case.\"}");
            Response absent = Api.as(UNNAMED_MANAGER)
                    .post(concern.address() + "/restrictions/4000/lift", "{\"reason\": \"To look at the case.\"}");
            assertThat(lifted.statusCode()).isEqualTo(409).isEqualTo(absent.statusCode());
            assertThat(Api.detail(lifted)).isEqualTo(Api.detail(absent));
        }
        assertThat(concern.seenBy(UNNAMED_MANAGER).toString()).doesNotContain("Quillback");

        Api.as(UNNAMED_MANAGER)
                .post(
                        concern.address() + "/restrictions",
                        Map.of(
                                "kind",
                                "EXCLUDE",
                                "users",
                                List.of("officer.redcar"),
                                "reason",
                                "A cousin of the suspect."))
                .then()
                .statusCode(200);
        Api.as(UNNAMED_MANAGER).queue("");
        concern.tell(MANAGER, "restrictions", restriction("RESTRICT_LADO", UNNAMED_MANAGER));
        assertThat(concern.seenBy(UNNAMED_MANAGER).toString()).contains("Quillback");
        JsonNode mine = Api.each(concern.read(UNNAMED_MANAGER, "/restrictions").get("restrictions"))
                .filter(restriction -> restriction.get("subject").asText().equals(OFFICER))
                .findFirst()
                .orElseThrow();
        concern.tell(
                UNNAMED_MANAGER,
                "restrictions/" + mine.get("number").asInt() + "/lift",
                "{\"reason\": \"No longer on this.\"}");
        assertThat(concern.seenBy(OFFICER).toString()).doesNotContain("Quillback");
    }

    @Test
    void emergencyAccessAndAMoveGiveNoPowerOverARestrictionToNamedUsers() {
        Api.ConcernClient concern = restricted();
        int number = concern.read(MANAGER, "/restrictions")
                .at("/restrictions/0/number")
                .asInt();
        for (String reason : List.of("CHILD_IN_DANGER", "COVERING_FOR_A_HUB")) {
            String foreign = reason.equals("CHILD_IN_DANGER") ? "manager.middlesbrough" : "manager.redcar";
            assertThat(changes(concern, foreign, number)).as("before").containsOnly(404);
            Api.as(foreign)
                    .post(
                            concern.address() + "/break-glass",
                            "{\"reason\": \"%s\", \"words\": \"To look at the case.\"}".formatted(reason))
                    .then()
                    .statusCode(200);
            assertThat(changes(concern, foreign, number)).as(reason).containsOnly(404);
        }

        concern.tell(MANAGER, "move", Bodies.moveTo("redcar-mach"));
        concern.decide("manager.redcar", "hub-acceptance/1", Bodies.ACCEPTED);
        assertThat(changes(concern, "manager.redcar", number))
                .as("at the new hub")
                .containsExactly(403, 409);
        assertThat(concern.seenBy("manager.redcar").toString()).doesNotContain("Quillback");
    }

    /** The results of adding oneself to a restriction for the LADO and of lifting one. */
    private static List<Integer> changes(Api.ConcernClient concern, String manager, int number) {
        String restrictions = concern.address() + "/restrictions";
        return List.of(
                Api.as(manager)
                        .post(restrictions, restriction("RESTRICT_LADO", manager))
                        .statusCode(),
                Api.as(manager)
                        .post(restrictions + "/" + number + "/lift", "{\"reason\": \"To look at the case.\"}")
                        .statusCode());
    }

    @Test
    void closingIsRefusedForAWithheldOpenStepWithoutNamingIt() {
        Api.ConcernClient concern = restricted();
        reported(answered(concern));
        assertThat(concern.openSteps(UNNAMED_OFFICER)).isEmpty();
        assertThat(concern.seenBy(UNNAMED_OFFICER).get("sentence").asText())
                .endsWith("Waiting for a hub to open, for what is not yours to see, or for a hold to end.");
        concern.decide(OFFICER, "lado-referral/2", SENT_TO_THE_LADO);
        approve(concern, OFFICER, "lado-referral/1", "LADO_REFERRAL", "1");
        evaluated(concern, OFFICER);
        assertThat(closingRefusal(concern, UNNAMED_OFFICER)).isEqualTo(WITHHELD_STEP_IS_OPEN);
        assertThat(closingRefusal(concern, OFFICER)).isEqualTo("Not yet acknowledged: LADO of Middlesbrough.");

        round();
        roundAfter(Duration.ofHours(24));
        assertThat(closingRefusal(concern, UNNAMED_OFFICER)).isEqualTo(WITHHELD_STEP_IS_OPEN);
        assertThat(closingRefusal(concern, OFFICER))
                .isEqualTo("Still open: Referral to the LADO not acknowledged. Finish it first.");
    }

    private static String closingRefusal(Api.ConcernClient concern, String user) {
        Response refused = concern.tryToDecide(user, "close", Bodies.CLOSE);
        assertThat(refused.statusCode()).isEqualTo(409);
        return Api.detail(refused);
    }

    @Test
    void aDecidedLadoStepLooksNeverOpenedToUnnamedUsers() {
        Api.ConcernClient concern = restricted();
        concern.decide(OFFICER, "lado-referral/2", SENT_TO_THE_LADO);
        for (String step : List.of("lado-referral/1", "lado-referral/2", "lado-referral/3")) {
            assertThat(Api.detail(concern.tryToDecide(UNNAMED_OFFICER, step, SENT_TO_THE_LADO)))
                    .isEqualTo("Referral to the LADO is not open for this concern now. See where it stands first.");
        }
    }

    @Test
    void aRefusedLadoOutcomeDoesNotRevealWhetherASuspectWorksWithChildren() {
        Api.ConcernClient works = restricted();
        Api.ConcernClient worksNot = raise(Bodies.GROOMING);
        for (Api.ConcernClient concern : List.of(works, worksNot)) {
            concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        }
        Response refused = works.tryToDecide(UNNAMED_OFFICER, "threshold-decision/1", SECTION_17_AND_LADO);
        Response known = worksNot.tryToDecide(UNNAMED_OFFICER, "threshold-decision/1", SECTION_17_AND_LADO);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused)).isEqualTo(Api.detail(known));
        works.decide(OFFICER, "threshold-decision/1", SECTION_17_AND_LADO);
    }

    @Test
    void aLetterWithWithheldContentNeedsApprovalByAColleagueWithFullAccess() {
        Api.ConcernClient concern = restricted();
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", SECTION_17_AND_LADO);
        String sentence = "The letter holds what is held back from you: a colleague who may see all of it has to"
                + " approve it.";
        for (String step : List.of("social-care-referral/1", "police-report")) {
            String page = "/concerns/%s/steps/%s".formatted(concern.reference(), step);
            assertThat(read(UNNAMED_OFFICER, page).asString())
                    .contains(sentence)
                    .doesNotContain("approval.recipient");
            assertThat(read(OFFICER, page).asString()).doesNotContain(sentence);
        }
        JsonNode line = Api.each(concern.seenBy(UNNAMED_OFFICER).get("letters"))
                .filter(letter -> letter.get("purpose").asText().equals("SOCIAL_CARE_REFERRAL"))
                .findFirst()
                .orElseThrow();
        assertThat(line.has("contentHash")).isFalse();
        for (String below : List.of("", "/enclosures/referral.pdf", "/enclosures/referral.json")) {
            assertThat(Api.as(UNNAMED_OFFICER)
                            .get("%s/letters/%d%s"
                                    .formatted(
                                            concern.address(),
                                            line.get("number").asInt(),
                                            below))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aPartialReaderIsWarnedOfInformationAddedSinceThePageWasOpened() {
        Api.ConcernClient concern = restricted();
        String address = "/concerns/" + concern.reference() + "/steps/immediate-risk-check/1";
        String seen = hidden(read(UNNAMED_OFFICER, address), "_seen");
        assertThat(seen)
                .isEqualTo(String.valueOf(concern.timeline(UNNAMED_OFFICER).size()));

        concern.decide(OFFICER, "lado-referral/2", SENT_TO_THE_LADO);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        Response late = decide(address, seen);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString()).contains("Further information 1 was added.").doesNotContain("LADO");
        assertThat(decide(address, hidden(late, "_seen")).statusCode()).isEqualTo(303);
    }

    private static String hidden(Response page, String name) {
        Matcher value = Pattern.compile("name=\"%s\" value=\"([^\"]+)\"".formatted(name))
                .matcher(page.asString());
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    private static Response decide(String address, String seen) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(UNNAMED_OFFICER, "demo")
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("_token", hidden(read(UNNAMED_OFFICER, "/raise"), "_token"))
                .formParam("_seen", seen)
                .formParam("finding", "NO_IMMEDIATE_DANGER")
                .formParam("rationale", "At home with both parents.")
                .post(address);
    }

    /** Demo account of a separate agency. The display name of a demo account is its user name. */
    private static final String CONFIDENTIAL = "referrer2";

    /** A concern whose confidential referrer is named in every field that can hold a person. */
    private Api.ConcernClient confidential() {
        Object facts = with(
                Bodies.GROOMING,
                "/referrer",
                Map.of(
                        "name",
                        CONFIDENTIAL,
                        "phone",
                        "01632 960777",
                        "email",
                        "wren@teller.example",
                        "relationToChild",
                        "sister of the lodger",
                        "confidential",
                        true),
                "/policeContact",
                Map.of("rung", "RANG_101", "by", CONFIDENTIAL),
                "/account/0/saidBy",
                CONFIDENTIAL,
                "/account/1",
                Map.of("kind", "FACT", "text", "REFERRER2 saw the message; ring 01632960777.", "saidBy", "Robin"),
                "/children/0/knownWorkers",
                List.of(Map.of("name", CONFIDENTIAL, "role", "Nurse", "contact", "01632 960777")),
                "/doneSoFar",
                "Told referrer2's manager.");
        Object call = Map.of("takenBy", CONFIDENTIAL, "at", time.instant().minusSeconds(600));
        Api.ConcernClient concern = Api.as(CONFIDENTIAL)
                .raise(with(
                        facts.toString(),
                        "/call",
                        call,
                        "/referrer/name",
                        "Wren Cloudberry",
                        "/account/0/saidBy",
                        "Cloudberry, Wren"));
        concern.decide(CONFIDENTIAL, "written-concern", Bodies.inWriting(facts));
        concern.tell(CONFIDENTIAL, "danger", Bodies.DANGER_TOLD);
        concern.tell(CONFIDENTIAL, "information", Bodies.MORE_KNOWN.replace("\"Robin\"", "\"Referrer2\""));
        concern.tell(
                CONFIDENTIAL,
                "calls",
                with(Bodies.CALLED_DUTY_TEAM, "/rungBy", CONFIDENTIAL, "/agreed", "They ring Referrer2 back."));
        Api.as(CONFIDENTIAL).post(concern.address() + "/ask").then().statusCode(200);
        return concern.decide(OFFICER, "emergency-call", Bodies.RANG_999)
                .decide(OFFICER, "acknowledgement", with(Bodies.ACKNOWLEDGED, "/toldTo", CONFIDENTIAL))
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17)
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE);
    }

    @Test
    void auditorsAndOtherHubsReadARoleInPlaceOfTheReferrersName() {
        Api.ConcernClient concern = confidential();
        Api.as("officer.redcar")
                .post(
                        concern.address() + "/break-glass",
                        "{\"reason\": \"CHILD_IN_DANGER\", \"words\": \"She is at our door.\"}")
                .then()
                .statusCode(200);
        assertThat(concern.seenBy("officer.redcar").get("priorityReason").asText())
                .isEqualTo("The referrer says that risk has increased.");
        assertThat(Set.copyOf(concern.timeline("auditor").stream()
                        .filter(entry -> entry.get("role").asText().equals("REFERRER"))
                        .map(entry -> entry.get("by").asText())
                        .toList()))
                .containsExactly("The referrer");
        concern.seenBy(CONFIDENTIAL);
        for (String looked : List.of(concern.address() + "/readings", "/concerns/" + concern.reference() + "/audit")) {
            assertThat(read("auditor", looked).asString())
                    .contains("The referrer")
                    .doesNotContain(CONFIDENTIAL, "southgate");
        }
    }

    @Test
    void auditorsReadWhatWasDoneWithoutFactsAndNames() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);
        concern.tell(
                MANAGER,
                "restrictions",
                Map.of("kind", "EXCLUDE", "users", List.of("officer.redcar"), "reason", "A cousin of the suspect."));

        List<JsonNode> timeline = concern.timeline("auditor");
        assertThat(timeline).allMatch(entry -> entry.has("hash"));
        assertThat(timeline.get(0).get("sentence").asText()).isEqualTo("Raised in writing.");
        assertThat(timeline.get(0).has("details")).isFalse();
        assertThat(timeline.get(0).get("by").asText()).isEqualTo("The referrer");
        assertThat(timeline.get(0).get("affiliation").asText())
                .as("the source of a concern that is not confidential")
                .isEqualTo("northfield-school");
        assertThat(details(timeline, "DECIDED"))
                .containsExactly(
                        "{\"finding\":\"NO_IMMEDIATE_DANGER\"}",
                        "{\"children\":[{\"child\":1,\"outcomes\":[\"SECTION_17\"]}],\"complexAbuse\":true}");
        assertThat(details(timeline, "WALLED")).containsExactly("{\"kind\":\"EXCLUDED_USER\"}");
        assertThat(concern.pathSeenBy("auditor").at("/done/1/decision").toString())
                .isEqualTo("{\"children\":[{\"child\":1,\"outcomes\":[\"SECTION_17\"]}],\"complexAbuse\":true}");
        assertThat(concern.seenBy("auditor").get("withheld").toString())
                .contains("What was told and written, and the names of the people it is about");
        assertThat(concern.read("auditor", "/restrictions")
                        .at("/restrictions/0/subject")
                        .asText())
                .as("a user, not a suspect")
                .isEqualTo("officer.redcar");
    }

    @Test
    void aRefusalTellsAnAuditorWhomToAskForTheFacts() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        for (String address : List.of("/suggestions", "/known", "/letters/1")) {
            Response refused = Api.as("auditor").get(concern.address() + address);
            assertThat(refused.statusCode()).as(address).isEqualTo(403);
            assertThat(Api.detail(refused))
                    .isEqualTo("Your role does not include this: an auditor sees what was done, and changes nothing."
                            + " Ask a manager of the hub for the facts.");
        }
    }

    private static List<String> details(List<JsonNode> timeline, String kind) {
        return timeline.stream()
                .filter(entry -> entry.get("kind").asText().equals(kind))
                .map(entry -> entry.path("details").toString())
                .toList();
    }

    @Test
    void aRefusalDoesNotIdentifyAConfidentialReferrer() {
        Api.ConcernClient concern = confidential();
        Api.as("officer.redcar")
                .post(
                        concern.address() + "/break-glass",
                        "{\"reason\": \"CHILD_IN_DANGER\", \"words\": \"She is at our door.\"}")
                .then()
                .statusCode(200);
        Response decided = concern.tryToDecide("officer.redcar", "written-concern", Bodies.inWriting(Bodies.GROOMING));
        assertThat(decided.statusCode()).isEqualTo(409);
        assertThat(Api.detail(decided))
                .contains("already decided by The referrer")
                .doesNotContain(CONFIDENTIAL);
    }

    @Test
    void aHeadRequestAnswersLikeGetAndAddsNoEntry() {
        Api.ConcernClient plain = raise(Bodies.GROOMING);
        int length = plain.timeline(MANAGER).size();
        Map<String, Integer> statuses = new LinkedHashMap<>();
        for (String address : ReadableAddresses.of(plain.reference(), List.of())) {
            if (!address.contains("/steps/")) {
                Response head = request().head(address);
                assertThat(head.asByteArray()).as(address).isEmpty();
                statuses.put(address, head.statusCode());
            }
        }
        assertThat(plain.timeline(MANAGER)).hasSize(length);
        statuses.forEach((address, status) ->
                assertThat(request().get(address).statusCode()).as(address).isEqualTo(status));
        assertThat(plain.timelineKinds(MANAGER)).contains("EXPORTED");
    }

    private static RequestSpecification request() {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(MANAGER, "demo")
                .redirects()
                .follow(false);
    }
}
