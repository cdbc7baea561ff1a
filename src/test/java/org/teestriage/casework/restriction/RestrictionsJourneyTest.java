package org.teestriage.casework.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Api.with;
import static org.teestriage.testing.client.Bodies.GROOMING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** Restrictions hide a concern from users of its hub: its own address, lists and the queue. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class RestrictionsJourneyTest extends ConcernJourney {

    private static final String CONFLICTED = "officer.stockton";
    private static final String LADO_AT_THE_HUBS =
            "Access to what concerns the LADO was restricted to staff of the hubs of this concern and the person who"
                    + " raised it.";
    private static final Duration SOON = Duration.ofSeconds(5);

    /** Facts with this real name and workplace of the suspect. */
    private static ObjectNode about(String realName, String workplace) {
        return with(
                GROOMING,
                "/suspects/0/realName",
                realName,
                "/suspects/0/worksWithChildren",
                "YES",
                "/suspects/0/workplace",
                Map.of("name", workplace, "address", Map.of("postcode", "TS24 7ZZ")));
    }

    private static ObjectNode restriction(String kind, String... users) {
        return with("{\"reason\": \"A made-up reason.\"}", "/kind", kind, "/users", List.of(users));
    }

    private static boolean isAbsent(Api.ConcernClient concern, String user) {
        Response seen = Api.as(user).get(concern.address());
        Response absent = Api.as(user).get("/api/concerns/M4RT-8WZD-S");
        return seen.statusCode() == 404 && seen.asString().equals(absent.asString());
    }

    private static boolean isQueuedFor(Api.ConcernClient concern, String user) {
        String page = "?size=100";
        while (true) {
            JsonNode queue = Api.as(user).queue(page);
            if (queue.toString().contains(concern.reference())) {
                return true;
            }
            if (!queue.has("next")) {
                return false;
            }
            page = "?size=100&after=" + queue.get("next").asText();
        }
    }

    private static boolean isListedFor(Api.ConcernClient concern, String user) {
        String page = "";
        while (true) {
            JsonNode list = Api.json(Api.as(user).get("/api/concerns" + page));
            if (list.toString().contains(concern.reference())) {
                return true;
            }
            if (!list.has("next")) {
                return false;
            }
            page = "?after=" + list.get("next").asText();
        }
    }

    @Test
    void anExcludedUserLosesAccessWithTheNextRequest() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);
        assertThat(isQueuedFor(concern, CONFLICTED)).isTrue();
        concern.handle(CONFLICTED, "immediate-risk-check/1", "claim").then().statusCode(200);

        concern.tell(MANAGER, "restrictions", restriction("EXCLUDE", CONFLICTED));

        assertThat(isAbsent(concern, CONFLICTED)).isTrue();
        assertThat(isQueuedFor(concern, CONFLICTED)).isFalse();
        assertThat(isListedFor(concern, CONFLICTED)).isFalse();
        assertThat(concern.handle(CONFLICTED, "immediate-risk-check/1", "claim").statusCode())
                .isEqualTo(404);
        assertThat(Api.as(CONFLICTED)
                        .post(
                                concern.address() + "/break-glass",
                                "{\"reason\": \"POLICE_OR_COURT\", \"words\": \"To look at the case.\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(concern.openStep(OFFICER, "immediate-risk-check/1").has("claimedBy"))
                .as("the claimed step is back in the queue")
                .isFalse();
        assertThat(isQueuedFor(concern, OFFICER)).isTrue();
        assertThat(concern.assign(MANAGER, "immediate-risk-check/1", CONFLICTED).statusCode())
                .isEqualTo(409);
        assertThat(concern.sentences(MANAGER, "WALLED"))
                .containsExactly("Access was restricted: a conflict of interest.");
    }

    @Test
    void liftingAnExclusionRestoresAccess() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);
        concern.tell(MANAGER, "restrictions", restriction("EXCLUDE", CONFLICTED));
        JsonNode restrictions = concern.tell(MANAGER, "restrictions/1/lift", "{\"reason\": \"Another family.\"}");

        assertThat(restrictions.at("/restrictions/0/stands").asBoolean()).isFalse();
        assertThat(isAbsent(concern, CONFLICTED)).isFalse();
        assertThat(Api.as(MANAGER)
                        .post(concern.address() + "/restrictions/1/lift", "{\"reason\": \"Needed once more.\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aManagerCannotExcludeThemselves() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);
        Response refused = Api.as(MANAGER).post(concern.address() + "/restrictions", restriction("EXCLUDE", MANAGER));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(isAbsent(concern, MANAGER)).isFalse();
    }

    @Test
    void aConcernRestrictedToNamedUsersIsHiddenFromOtherStaff() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);
        Api.as(OFFICER).queue("");
        Api.as(CONFLICTED).queue("");
        assertThat(Api.as(MANAGER)
                        .post(concern.address() + "/restrictions", restriction("RESTRICT", OFFICER))
                        .statusCode())
                .as("without the manager who restricts")
                .isEqualTo(409);
        assertThat(Api.as(MANAGER)
                        .post(
                                concern.address() + "/restrictions",
                                restriction("RESTRICT", MANAGER, "nobody.of.this.name"))
                        .statusCode())
                .as("with an unknown user name")
                .isEqualTo(409);

        concern.tell(MANAGER, "restrictions", restriction("RESTRICT", MANAGER, OFFICER));

        assertThat(isAbsent(concern, OFFICER)).isFalse();
        assertThat(isAbsent(concern, CONFLICTED)).isTrue();
        assertThat(isQueuedFor(concern, CONFLICTED)).isFalse();
        assertThat(isAbsent(concern, "manager.stockton")).isTrue();
        assertThat(isAbsent(concern, "auditor")).isFalse();
        assertThat(concern.seenBy("referrer").has("reference")).isTrue();
    }

    @Test
    void staffOfASuspectsWorkplaceAreExcludedBeforeTheFirstStepOpens() {
        Api.ConcernClient concern =
                Api.as("officer.hartlepool").raise(about("A. N. Body", "Northfield Primary School"));
        Api.ConcernClient raisedAtTheWorkplace =
                Api.as("referrer").raise(about("A. N. Body", "Northfield Primary School"));

        assertThat(isAbsent(concern, "referrer")).isTrue();
        assertThat(raisedAtTheWorkplace.seenBy("referrer").has("reference"))
                .as("the referrer")
                .isTrue();
        assertThat(isListedFor(raisedAtTheWorkplace, "referrer")).isTrue();
        assertThat(isAbsent(concern, OFFICER)).isFalse();
        assertThat(concern.sentences(MANAGER, "WALLED"))
                .containsExactly(
                        "Access was restricted: people with the name of a person of concern.",
                        "Access was restricted: the workplace of a person of concern.",
                        LADO_AT_THE_HUBS);
        assertThat(concern.timelineKinds(MANAGER).indexOf("WALLED"))
                .as("before the first step opens")
                .isLessThan(concern.timelineKinds(MANAGER).indexOf("OPENED"));
    }

    @Test
    void whatConcernsTheLadoIsRestrictedFromTheMomentItIsDue() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);
        assertThat(concern.sentences(MANAGER, "WALLED")).isEmpty();
        Api.as(OFFICER).post(concern.address() + "/amendments", """
                        {"saidBy": "The head teacher", "revision": 1, "why": "Asked again.",
                         "suspects": [{"operation": "CORRECT", "number": 1,
                           "suspect": {"claimedName": "Alex", "worksWithChildren": "YES",
                             "workplace": {"name": "Made Up Club"}}}]}
                        """).then().statusCode(200);

        assertThat(concern.sentences(MANAGER, "WALLED")).contains(LADO_AT_THE_HUBS);
        assertThat(concern.openSteps(OFFICER)).contains("lado-referral/1", "police-report");
        String elsewhere = "officer.redcar";
        Api.as(elsewhere)
                .post(
                        concern.address() + "/break-glass",
                        "{\"reason\": \"POLICE_OR_COURT\", \"words\": \"The police ask for the record.\"}")
                .then()
                .statusCode(200);
        assertThat(concern.seenBy(elsewhere).toString()).doesNotContain("lado", "Made Up Club", "worksWithChildren");
        assertThat(concern.seenBy("referrer").has("reference")).isTrue();
    }

    @Test
    void colleaguesOfTheRaiserAreKeptOutWhileItIsNotKnownWhereThePersonWorks() {
        Api.ConcernClient concern = Api.as("referrer").raise(with(GROOMING, "/suspects/0/worksWithChildren", "YES"));
        assertThat(concern.seenBy("referrer").has("reference")).isTrue();
        assertThat(isAbsent(concern, OFFICER)).isFalse();
        assertThat(isAbsent(concern, "referrer3")).isTrue();
    }

    @Test
    void aUserWithTheNameOfASuspectIsExcludedUntilAManagerLiftsIt() {
        // The display names of demo accounts are their user names.
        Api.ConcernClient concern = Api.as("referrer").raise(about("Stockton, Officer", "Made Up Club"));
        assertThat(isAbsent(concern, CONFLICTED)).isTrue();
        assertThat(isQueuedFor(concern, CONFLICTED)).isFalse();
        assertThat(isAbsent(concern, OFFICER)).isFalse();

        concern.tell(MANAGER, "restrictions/1/lift", "{\"reason\": \"Our colleague has the same name.\"}");
        assertThat(isAbsent(concern, CONFLICTED)).isFalse();
    }

    @Test
    void aUserWithTheNameOfAParentIsExcludedAndAProfessionalOnlyIfSomethingIsKnown() {
        Map<String, Object> nurse = Map.of("role", "PROFESSIONAL", "name", "Officer Stockton");
        Map<String, Object> parent = Map.of("role", "PARENT_OR_CARER", "name", "Officer Stockton");
        Map<String, Object> reported =
                Map.of("role", "PROFESSIONAL", "name", "Officer Stockton", "concernsKnown", "Complaint of a mother.");
        Object facts = about("A. N. Body", "Made Up Club");

        assertThat(isAbsent(Api.as("referrer").raise(with(facts.toString(), "/people", List.of(nurse))), CONFLICTED))
                .isFalse();
        for (Object person : new Object[] {parent, reported}) {
            Api.ConcernClient concern = Api.as("referrer").raise(with(facts.toString(), "/people", List.of(person)));
            assertThat(isAbsent(concern, CONFLICTED)).as("%s", person).isTrue();
            assertThat(isAbsent(concern, OFFICER)).isFalse();
        }
    }

    @Test
    void aUserWithTheClaimedNameOfASuspectIsExcludedInAnySpelling() {
        Api.ConcernClient concern = Api.as("referrer")
                .raise(with(
                        about("Mr Unknown", "Made Up Club").toString(),
                        "/suspects/0/claimedName",
                        "\uFF2Fffi\u200Bcer, Stockton"));
        assertThat(isAbsent(concern, CONFLICTED)).isTrue();
        assertThat(isAbsent(concern, OFFICER)).isFalse();
        assertThat(concern.sentences(MANAGER, "WALLED"))
                .containsExactly(
                        "Access was restricted: people with the name of a person of concern.",
                        "Access was restricted: people with the name of a person of concern.",
                        "Access was restricted: the workplace of a person of concern.",
                        LADO_AT_THE_HUBS);
    }

    @Test
    void ladoInformationIsHiddenFromUnnamedUsers() {
        Api.ConcernClient concern = Api.as("referrer").raise(about("A. N. Body", "Made Up Club"));
        assertThat(concern.openSteps(CONFLICTED)).contains("lado-referral/1");
        concern.tell(MANAGER, "restrictions", restriction("RESTRICT_LADO", MANAGER));

        assertThat(concern.openSteps(CONFLICTED)).doesNotContain("lado-referral/1");
        JsonNode seen = concern.seenBy(CONFLICTED);
        assertThat(seen.toString()).doesNotContain("LADO_REFERRAL", "lado-referral", "Made Up Club");
        assertThat(seen.at("/withheld").toString())
                .contains("Some of what is known of a person of concern: it is for named people.");
        assertThat(concern.read(CONFLICTED, "/timeline").toString()).doesNotContain("Made Up Club", "lado-referral");
        assertThat(concern.pathSeenBy(CONFLICTED).toString()).doesNotContain("lado-referral");
        assertThat(Api.as(CONFLICTED).queue("?size=100&step=lado-referral").toString())
                .doesNotContain(concern.reference());
        assertThat(Api.as(CONFLICTED)
                        .get(concern.address() + "/letters/LADO_REFERRAL/1?item=1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.as(CONFLICTED).get(concern.address() + "/lado").asString())
                .as("as if there were no such concern")
                .isEqualTo(
                        Api.as(CONFLICTED).get("/api/concerns/K7Q2-9FXM-F/lado").asString());
        Response closed = concern.handle(CONFLICTED, "strategy-discussion/1", "claim");
        assertThat(Api.detail(concern.handle(CONFLICTED, "lado-referral/1", "claim")))
                .as("as if it were not open")
                .isEqualTo(Api.detail(closed).replace("Strategy discussion", "Referral to the LADO"));

        assertThat(concern.openSteps(MANAGER)).contains("lado-referral/1");
        assertThat(concern.seenBy(MANAGER).toString()).contains("Made Up Club");
        assertThat(concern.seenBy(MANAGER).has("withheld")).isFalse();
    }

    @Test
    void theAddressOfALookedAfterChildIsShownOnlyToItsHubAndToGrantsForDanger() {
        Api.ConcernClient concern = Api.as("referrer")
                .raise(with(
                        GROOMING, "/children/0/lookedAfter", "YES", "/children/0/address/lines", "1 Hidden Street"));

        assertThat(concern.seenBy(OFFICER).toString()).contains("1 Hidden Street");
        assertThat(concern.seenBy(OFFICER).has("withheld")).isFalse();
        assertThat(concern.read("auditor", "/timeline").toString())
                .contains("RAISED")
                .doesNotContain("Robin Sample", "1 Hidden Street", "TS24 7ZZ");

        Api.as("officer.redcar")
                .post(
                        concern.address() + "/break-glass",
                        "{\"reason\": \"SAME_CHILD_OR_SUSPECT\", \"words\": \"The same handle.\"}")
                .then()
                .statusCode(200);
        JsonNode through = concern.seenBy("officer.redcar");
        assertThat(through.toString()).contains("Robin Sample").doesNotContain("1 Hidden Street", "TS24 7ZZ");
        assertThat(through.at("/withheld").toString())
                .contains("The address, school and care of child 1, who is looked after, and the people there.");

        Api.as("officer.middlesbrough")
                .post(
                        concern.address() + "/break-glass",
                        "{\"reason\": \"CHILD_IN_DANGER\", \"words\": \"She is at our door.\"}")
                .then()
                .statusCode(200);
        assertThat(concern.seenBy("officer.middlesbrough").toString()).contains("1 Hidden Street");
    }

    @Test
    void aConfidentialReferrerIsShownToTheHubButNotToAuditors() {
        Api.ConcernClient concern = Api.as("referrer")
                .raise(with(
                        GROOMING,
                        "/referrer/confidential",
                        true,
                        "/referrer/name",
                        "Secret Teller",
                        "/referrer/phone",
                        "01632 960999"));
        assertThat(concern.seenBy(OFFICER).toString()).contains("Secret Teller");
        assertThat(concern.read("auditor", "/timeline").toString()).doesNotContain("Secret Teller", "01632 960999");
    }

    @Test
    void hiddenConcernsDoNotShortenAPageOfTheQueue() {
        List<Api.ConcernClient> hidden = IntStream.range(0, 6)
                .mapToObj(i -> Api.as("referrer").raise(GROOMING))
                .toList();
        hidden.forEach(concern -> concern.tell(MANAGER, "restrictions", restriction("EXCLUDE", CONFLICTED)));
        IntStream.range(0, 3).forEach(i -> Api.as("referrer").raise(GROOMING));

        JsonNode page = Api.as(CONFLICTED).queue("?size=2&whose=UNCLAIMED");

        assertThat(page.get("lines")).hasSize(2);
        assertThat(page.has("next")).isTrue();
        hidden.forEach(concern -> assertThat(page.toString()).doesNotContain(concern.reference()));
        for (Response taken = Api.as(CONFLICTED).takeNext();
                taken.statusCode() == 200;
                taken = Api.as(CONFLICTED).takeNext()) {
            String body = taken.asString();
            hidden.forEach(concern -> assertThat(body).doesNotContain(concern.reference()));
        }
    }

    @Test
    void aRequestIsRefusedIfItsUserIsExcludedWhileItWaitsForTheLock() throws Throwable {
        Api.ConcernClient concern = raise(GROOMING);
        try (Connection holder = TestDatabase.open()) {
            holder.setAutoCommit(false);
            TestDatabase.rows(
                    holder, "SELECT reference FROM concern WHERE reference = ? FOR UPDATE", concern.reference());
            CompletableFuture<Response> restricting = CompletableFuture.supplyAsync(() -> Api.as("manager.hartlepool")
                    .post(concern.address() + "/restrictions", restriction("EXCLUDE", CONFLICTED)));
            Eventually.within(SOON, () -> assertThat(waitingForTheLock()).isEqualTo(1));
            CompletableFuture<Response> claiming =
                    CompletableFuture.supplyAsync(() -> concern.handle(CONFLICTED, "immediate-risk-check/1", "claim"));
            Eventually.within(SOON, () -> assertThat(waitingForTheLock()).isEqualTo(2));

            holder.rollback();

            assertThat(restricting.join().statusCode()).isEqualTo(200);
            assertThat(claiming.join().statusCode()).isEqualTo(404);
        }
    }

    /** Returns how many transactions wait for the lock on a row of table concern. */
    private static int waitingForTheLock() {
        return Integer.parseInt(
                TestDatabase.rows("SELECT COUNT(*) FROM performance_schema.data_locks WHERE lock_status ="
                                + " 'WAITING' AND object_name = 'concern'")
                        .get(0)
                        .get(0));
    }
}
