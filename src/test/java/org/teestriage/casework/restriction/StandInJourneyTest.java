package org.teestriage.casework.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Api.with;
import static org.teestriage.testing.client.Bodies.GROOMING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** A person can always act on a concern: the next manager in line stands in where no regular member of staff may. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class StandInJourneyTest extends ConcernJourney {

    private static final String REDCAR = "manager.redcar";
    private static final String MIDDLESBROUGH = "manager.middlesbrough";
    private static final String LENA = "lena.leaver";

    @Inject
    StandInService standInService;

    @BeforeEach
    void staffIsKnown() {
        standInService.review();
        for (String user : List.of(MANAGER, REDCAR, MIDDLESBROUGH, OFFICER)) {
            Api.as(user).queue("");
        }
        // The most recently seen manager would come first.
        TestDatabase.change("UPDATE colleague SET seen_at = 0");
    }

    @AfterEach
    void lenaIsForgotten() {
        TestDatabase.change("DELETE FROM colleague WHERE user_name = '" + LENA + "'");
        standInService.review();
    }

    /** A manager of the hub who is in no directory of accounts, so the next review takes her for a leaver. */
    private static void lenaWorksAt(String hub) {
        TestDatabase.change("INSERT INTO colleague (user_name, name, role, hubs) VALUES ('" + LENA
                + "', 'Lena Leaver', 'MANAGER', '" + hub + "')");
    }

    private static ObjectNode restriction(String kind, String... users) {
        return with("{\"reason\": \"A made-up reason.\"}", "/kind", kind, "/users", List.of(users));
    }

    private static ObjectNode about(String postcode, String realName, String workplace) {
        return with(
                Bodies.groomingIn(postcode),
                "/suspects/0/realName",
                realName,
                "/suspects/0/worksWithChildren",
                "YES",
                "/suspects/0/workplace",
                Map.of("name", workplace, "address", Map.of("postcode", "TS24 7ZZ")));
    }

    private static boolean sees(String user, Api.ConcernClient concern) {
        return Api.as(user).get(concern.address()).statusCode() == 200;
    }

    private static boolean hasInQueue(String user, Api.ConcernClient concern, String step) {
        return Api.as(user).wholeQueue("?step=" + step).stream()
                .anyMatch(line -> line.toString().contains(concern.reference()));
    }

    private static List<String> standIns(String reader, Api.ConcernClient concern) {
        return Api.each(concern.read(reader, "/restrictions").get("standIns"))
                .filter(line -> !line.has("endedAt"))
                .map(line -> line.path("user").asText("vacant") + " at "
                        + line.get("hub").asText())
                .toList();
    }

    private static int numberOf(String reader, Api.ConcernClient concern, String kind, String subject) {
        return Api.each(concern.read(reader, "/restrictions").get("restrictions"))
                .filter(line -> line.get("stands").asBoolean()
                        && line.get("kind").asText().equals(kind)
                        && line.get("subject").asText().equals(subject))
                .findFirst()
                .orElseThrow()
                .get("number")
                .asInt();
    }

    private static Api.ConcernClient onlyForLena() {
        Api.ConcernClient concern = raise(GROOMING);
        lenaWorksAt("chub");
        concern.tell(MANAGER, "restrictions", restriction("RESTRICT", MANAGER, LENA));
        int own = numberOf(MANAGER, concern, "NAMED", MANAGER);
        Api.as(MANAGER)
                .post(concern.address() + "/restrictions/" + own + "/lift", "{\"reason\": \"Lena has it today.\"}");
        assertThat(sees(MANAGER, concern)).isFalse();
        return concern;
    }

    @Test
    void anotherManagerOfTheHubStandsInWhenTheLastNamedPersonLeaves() {
        Api.ConcernClient concern = onlyForLena();

        standInService.review();

        assertThat(standIns("auditor", concern)).containsExactly("manager.hartlepool at The Children's Hub (CHUB)");
        assertThat(sees(MANAGER, concern)).isTrue();
        assertThat(sees("manager.stockton", concern)).as("one person is enough").isFalse();
        assertThat(sees(OFFICER, concern)).isFalse();
        assertThat(concern.sentences("auditor", "WALLED"))
                .contains(
                        "No person at The Children's Hub (CHUB) may act: manager.hartlepool, the next manager in line,"
                                + " stands in.");
        assertThat(hasInQueue(MANAGER, concern, "immediate-risk-check")).isTrue();
        assertThat(Api.as(MANAGER).get("/oversight").asString())
                .contains("may act on " + concern.reference() + ": you stand in.");
        concern.handle(MANAGER, "immediate-risk-check/1", "claim").then().statusCode(200);

        // The stand-in lets regular staff in, and so ends.
        concern.tell(MANAGER, "restrictions", restriction("RESTRICT", "manager.stockton", OFFICER));

        assertThat(standIns("auditor", concern)).isEmpty();
        assertThat(sees(MANAGER, concern)).isFalse();
        assertThat(sees(OFFICER, concern)).isTrue();
        assertThat(concern.openStep(OFFICER, "immediate-risk-check/1").has("claimedBy"))
                .as("the claim of the former stand-in is released")
                .isFalse();
        assertThat(concern.sentences("auditor", "UNWALLED"))
                .contains("manager.hartlepool no longer stands in at The Children's Hub (CHUB).");
    }

    @Test
    void dangerToldOfARestrictedConcernReachesAPerson() {
        Api.ConcernClient concern = onlyForLena();
        // Before any review: the report itself finds the leaver.
        TestDatabase.change("UPDATE colleague SET left_at = 1 WHERE user_name = '" + LENA + "'");

        concern.tell("referrer", "danger", Bodies.DANGER_TOLD);

        assertThat(hasInQueue(MANAGER, concern, "emergency-call")).isTrue();
        concern.decide(MANAGER, "emergency-call", Bodies.RANG_999);
    }

    @Test
    void theNextInLineFollowsAStandInWhoIsMovedOrExcluded() {
        Api.ConcernClient concern = onlyForLena();
        standInService.review();
        concern.handle(MANAGER, "immediate-risk-check/1", "claim").then().statusCode(200);

        TestDatabase.change("UPDATE colleague SET hubs = 'redcar-mach' WHERE user_name = '" + MANAGER + "'");
        concern.tell("referrer", "danger", Bodies.DANGER_TOLD);

        assertThat(standIns("auditor", concern)).containsExactly("manager.stockton at The Children's Hub (CHUB)");
        assertThat(sees(MANAGER, concern)).isFalse();
        assertThat(hasInQueue("manager.stockton", concern, "emergency-call")).isTrue();
        assertThat(concern.openStep("manager.stockton", "immediate-risk-check/1")
                        .has("claimedBy"))
                .as("the claim of the former stand-in is released")
                .isFalse();

        TestDatabase.change(
                "INSERT INTO wall (reference, number, kind, subject, set_at, hubs_known)"
                        + " VALUES (?, 90, 'EXCLUDED_USER', 'manager.stockton', 1, TRUE)",
                concern.reference());
        concern.tell("referrer", "danger", Bodies.DANGER_TOLD);

        assertThat(standIns("auditor", concern)).containsExactly("manager.middlesbrough at The Children's Hub (CHUB)");
        assertThat(sees("manager.stockton", concern)).isFalse();
        concern.decide(MIDDLESBROUGH, "emergency-call", Bodies.RANG_999);
    }

    @Test
    void aStandInEndsWhenTheLeaverComesBack() {
        Api.ConcernClient concern = onlyForLena();
        standInService.review();
        assertThat(sees(MANAGER, concern)).isTrue();
        concern.handle(MANAGER, "immediate-risk-check/1", "claim").then().statusCode(200);

        TestDatabase.change("UPDATE colleague SET left_at = NULL WHERE user_name = '" + LENA + "'");
        concern.tell("referrer", "danger", Bodies.DANGER_TOLD);

        assertThat(sees(MANAGER, concern)).isFalse();
        assertThat(standIns("auditor", concern)).isEmpty();
        assertThat(TestDatabase.rows(
                        "SELECT coalesce(claimed_by, 'unclaimed') FROM waiting_step"
                                + " WHERE reference = ? AND step = 'immediate-risk-check'",
                        concern.reference()))
                .as("the claim of the former stand-in is released")
                .containsExactly(List.of("unclaimed"));
    }

    /** The references on all pages of the list of concerns. */
    private static List<String> listed(String user) {
        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Api.json(Api.as(user).get("/api/concerns" + after));
            page.get("concerns")
                    .forEach(line -> listed.add(line.get("reference").asText()));
            after = page.has("next") ? "?after=" + page.get("next").asText() : "";
        } while (!after.isEmpty());
        return listed;
    }

    @Test
    void aManagerOfTheNextHubStandsInForTheOnlyManagerWhoHasTheNameOfASuspect() {
        Api.ConcernClient concern = raise(about("TS5 1AA", "Middlesbrough, Manager", "Made Up Club"));

        assertThat(sees(MIDDLESBROUGH, concern)).isFalse();
        assertThat(sees("officer.middlesbrough", concern)).isTrue();
        assertThat(standIns(MANAGER, concern)).containsExactly("manager.hartlepool at Middlesbrough MACH");
        assertThat(sees("manager.stockton", concern)).isFalse();
        assertThat(sees(REDCAR, concern)).isFalse();
        assertThat(hasInQueue(MANAGER, concern, "immediate-risk-check")).isTrue();
        assertThat(listed(MANAGER)).contains(concern.reference());
        concern.decide(MANAGER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);

        int number = Api.each(concern.read(MANAGER, "/restrictions").get("restrictions"))
                .filter(line -> line.get("subject").asText().contains("middlesbrough"))
                .findFirst()
                .orElseThrow()
                .get("number")
                .asInt();
        Api.as(MANAGER)
                .post(
                        concern.address() + "/restrictions/" + number + "/lift",
                        "{\"reason\": \"A colleague of the same name.\"}");

        assertThat(sees(MIDDLESBROUGH, concern)).isTrue();
        assertThat(sees(MANAGER, concern)).as("the stand-in has ended").isFalse();
    }

    @Test
    void staffOfAHubAreExcludedFromAConcernAboutAColleague() {
        for (String workplace : List.of("Redcar Council", "redcar & cleveland MACH")) {
            Api.ConcernClient concern = Api.as("officer.redcar").raise(about("TS10 1AA", "A. N. Body", workplace));

            assertThat(sees(REDCAR, concern)).as(workplace).isFalse();
            assertThat(hasInQueue("officer.redcar", concern, "immediate-risk-check"))
                    .isFalse();
            assertThat(concern.tryToDecide("officer.redcar", "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(sees("officer.redcar", concern)).as("who raised it").isTrue();
            concern.tell("officer.redcar", "danger", Bodies.DANGER_TOLD);
            assertThat(standIns(MANAGER, concern)).containsExactly("manager.hartlepool at Redcar and Cleveland MACH");
            concern.decide(MANAGER, "emergency-call", Bodies.RANG_999);
            JsonNode line = Api.each(concern.read(MANAGER, "/restrictions").get("restrictions"))
                    .filter(each -> each.get("kind").asText().equals("EXCLUDED_WORKPLACE"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.get("hubs").toString()).contains("Redcar and Cleveland MACH");
        }
        Api.ConcernClient school = raise(about("TS10 1AA", "A. N. Body", "Redcar Academy"));
        assertThat(sees(REDCAR, school)).as("a school in the town").isTrue();
    }

    @Test
    void aManagerOfTheHubThatAnAuthorityDecisionChoosesStandsIn() {
        Api.ConcernClient concern = raise(Bodies.groomingIn("TS7 0ZZ"));
        concern.tell(MIDDLESBROUGH, "restrictions", restriction("RESTRICT", MIDDLESBROUGH));

        Response answer = concern.tryToDecide(MIDDLESBROUGH, "authority-decision/1", Bodies.authority("E06000003"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(standIns("auditor", concern)).containsExactly("manager.redcar at Redcar and Cleveland MACH");
        assertThat(sees(MIDDLESBROUGH, concern)).isFalse();
        assertThat(sees("officer.redcar", concern)).isFalse();
        concern.decide(REDCAR, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
    }

    @Test
    void aRestrictedConcernCanBeMovedAndAccepted() {
        Api.ConcernClient concern = raise(GROOMING);
        concern.tell(MANAGER, "restrictions", restriction("RESTRICT", MANAGER));

        concern.tell(MANAGER, "move", Bodies.moveTo("redcar-mach"));
        assertThat(standIns(MANAGER, concern)).containsExactly("manager.redcar at Redcar and Cleveland MACH");
        assertThat(hasInQueue(REDCAR, concern, "hub-acceptance")).isTrue();
        assertThat(sees("officer.redcar", concern)).isFalse();
        concern.decide(REDCAR, "hub-acceptance/1", Bodies.ACCEPTED);

        assertThat(sees(MANAGER, concern)).as("at the former hub").isFalse();
        concern.decide(REDCAR, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        concern.tell(REDCAR, "restrictions", restriction("RESTRICT", REDCAR, "officer.redcar"));
        assertThat(standIns(REDCAR, concern)).isEmpty();
        assertThat(sees("officer.redcar", concern)).isTrue();
    }

    @Test
    void aChoiceOfNamedPeopleThatLeavesNoPersonWhoMayActIsRefused() {
        Api.ConcernClient concern = raise(GROOMING);
        concern.tell(MANAGER, "restrictions", restriction("EXCLUDE", "officer.stockton"));
        concern.tell(MANAGER, "restrictions", restriction("RESTRICT", MANAGER, OFFICER));
        int own = numberOf(MANAGER, concern, "NAMED", MANAGER);

        Response refused = Api.as(MANAGER)
                .post(concern.address() + "/restrictions/" + own + "/lift", "{\"reason\": \"An officer is left.\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.detail(refused))
                .isEqualTo("This would leave no person who may act at The Children's Hub (CHUB). Name a manager who"
                        + " works there as well.");
        assertThat(sees(MANAGER, concern)).isTrue();
    }

    @Test
    void theLadoBranchHasAStandInOfItsOwn() {
        Api.ConcernClient concern = raise(Bodies.COACH);
        lenaWorksAt("chub");
        concern.tell(MANAGER, "restrictions", restriction("RESTRICT_LADO", MANAGER, LENA));
        int own = numberOf(MANAGER, concern, "NAMED_FOR_LADO", MANAGER);
        concern.tell(MANAGER, "restrictions/" + own + "/lift", "{\"reason\": \"Lena has it today.\"}");
        assertThat(concern.openSteps(MANAGER)).doesNotContain("lado-referral/1");

        standInService.review();

        assertThat(concern.openSteps(MANAGER)).contains("lado-referral/1");
        assertThat(concern.openSteps(OFFICER)).doesNotContain("lado-referral/1");
        assertThat(standIns(MANAGER, concern)).hasSize(1);
        assertThat(concern.read("manager.stockton", "/restrictions").get("standIns"))
                .isEmpty();
        assertThat(concern.read("manager.stockton", "/timeline").toString()).doesNotContain("stands in");
    }

    @Test
    void peopleAreChosenFromStaff() {
        Api.ConcernClient concern = raise(GROOMING);
        List<JsonNode> staff = Api.each(
                        concern.read(MANAGER, "/restrictions/staff").get("staff"))
                .toList();
        assertThat(staff).anySatisfy(person -> {
            assertThat(person.get("user").asText()).isEqualTo("officer.stockton");
            assertThat(person.get("role").asText()).isEqualTo("OFFICER");
            assertThat(person.get("hubs").toString()).contains("The Children's Hub (CHUB)");
            assertThat(person.get("canBeNamed").asBoolean()).isTrue();
        });
        assertThat(staff).anySatisfy(person -> {
            assertThat(person.get("user").asText()).isEqualTo("officer.redcar");
            assertThat(person.get("canBeNamed").asBoolean())
                    .as("of another hub")
                    .isFalse();
        });
        assertThat(Api.as(REDCAR).get(concern.address() + "/restrictions/staff").statusCode())
                .isEqualTo(404);
        assertThat(Api.as(OFFICER)
                        .get(concern.address() + "/restrictions/staff")
                        .statusCode())
                .isEqualTo(403);

        Response unknown =
                Api.as(MANAGER).post(concern.address() + "/restrictions", restriction("EXCLUDE", "offcer.stocktn"));
        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(Api.detail(unknown))
                .isEqualTo("No member of staff has one of these user names. Choose people from the list of staff."
                        + " Exclude a person who is not in it by name instead.");
        assertThat(concern.read(MANAGER, "/restrictions").get("restrictions")).isEmpty();
    }

    @Test
    void aPersonWhoHasNeverSignedInIsExcludedByName() {
        Api.ConcernClient concern = raise(GROOMING);
        ObjectNode byName = with(
                "{\"kind\": \"EXCLUDE_NAME\", \"reason\": \"A cousin of the suspect.\"}",
                "/names",
                List.of("Stockton, Manager"));
        concern.tell(MANAGER, "restrictions", byName);

        assertThat(sees("manager.stockton", concern)).isFalse();
        assertThat(concern.sentences(MANAGER, "WALLED"))
                .containsExactly("Access was restricted: a conflict of interest.");
        concern.tell(MANAGER, "restrictions/1/lift", "{\"reason\": \"Another person.\"}");
        assertThat(sees("manager.stockton", concern)).isTrue();
        concern.tell(MANAGER, "restrictions", byName);
        assertThat(sees("manager.stockton", concern))
                .as("again, after it was lifted")
                .isFalse();

        for (List<String> names : List.of(List.<String>of(), List.of("Sam"), List.of("Manager Hartlepool"))) {
            assertThat(Api.as(MANAGER)
                            .post(
                                    concern.address() + "/restrictions",
                                    with(
                                            "{\"kind\": \"EXCLUDE_NAME\", \"reason\": \"A cousin of the suspect.\"}",
                                            "/names",
                                            names))
                            .statusCode())
                    .as(names.toString())
                    .isEqualTo(409);
        }
    }
}
