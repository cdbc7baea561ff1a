package org.teestriage.access.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** Who of an agency, and who of a hub, sees a concern. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class NeedToKnowJourneyTest extends ConcernJourney {

    private static final String COLLEAGUE = "referrer.colleague";
    private static final String LEAD = "referrer.lead";

    /** Works at the hub of two authorities for one of them. */
    private static final String STOCKTON_OFFICER = "officer.billingham";

    @Test
    void aReferrerListsTheirOwnConcernsAndTheSafeguardingLeadThoseOfTheAgency() {
        String own = Api.as(REFERRER).raise(Bodies.GROOMING).reference();
        String colleagues = Api.as(COLLEAGUE).raise(Bodies.GROOMING).reference();
        String leads = Api.as(LEAD).raise(Bodies.GROOMING).reference();
        String elsewhere = Api.as("referrer2").raise(Bodies.GROOMING).reference();

        assertThat(listed(REFERRER)).contains(own).doesNotContain(colleagues, leads, elsewhere);
        assertThat(listed(COLLEAGUE)).contains(colleagues).doesNotContain(own, leads, elsewhere);
        assertThat(listed(LEAD)).contains(own, colleagues, leads).doesNotContain(elsewhere);
        assertThat(page(COLLEAGUE, "/desk")).contains(colleagues).doesNotContain(own, leads);
        assertThat(page(LEAD, "/desk")).contains(colleagues, own, leads);
    }

    @Test
    void theConcernOfAColleagueAnswersOnPagesLikeOneThatDoesNotExist() {
        Api.ConcernClient concern = Api.as(REFERRER).raise(Bodies.GROOMING);
        for (String page : List.of("", "/sent", "/facts", "/danger", "/information", "/calls")) {
            Response foreign = Api.as(COLLEAGUE).get("/concerns/" + concern.reference() + page);
            Response absent = Api.as(COLLEAGUE).get("/concerns/M4RT-8WZD-S" + page);
            assertThat(foreign.statusCode()).as(page).isEqualTo(404).isEqualTo(absent.statusCode());
            assertThat(foreign.asString()).as(page).doesNotContain(concern.reference());
        }
        assertThat(page(LEAD, "/concerns/" + concern.reference())).contains(concern.reference());
        assertThat(Api.as(COLLEAGUE)
                        .get("/api/concerns?after=" + concern.reference())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSafeguardingLeadGoesOnWithAConcernOfAPersonWhoHasLeft() {
        Api.ConcernClient concern = Api.as(REFERRER).raise(Bodies.GROOMING);

        concern.tell(LEAD, "information", Bodies.MORE_KNOWN);
        concern.tell(LEAD, "danger", Bodies.DANGER_TOLD);

        assertThat(concern.seenBy(LEAD).at("/reference").asText()).isEqualTo(concern.reference());
        assertThat(concern.read(LEAD, "/sent").toString()).contains("referrer.lead");
    }

    @Test
    void aListOfOwnConcernsIsReadFromAnIndex() {
        assertThat(TestDatabase.rows(
                                "EXPLAIN FORMAT=TREE SELECT reference FROM concern WHERE agency = ? AND raised_by = ?"
                                        + " ORDER BY received_at DESC, reference LIMIT 51",
                                "northfield-school",
                                REFERRER)
                        .toString())
                .contains("concern_by_raiser");
    }

    @Test
    void anOfficerOfOneAuthorityOfTheHubSeesNothingOfTheOther() {
        Api.ConcernClient stockton = raise(Bodies.GROOMING.replace("TS24 7ZZ", "TS18 9ZZ"));
        Api.ConcernClient hartlepool = raise(Bodies.GROOMING);
        Api.ConcernClient unclear = raise(Bodies.GROOMING.replace("TS24 7ZZ", "TS21 9ZZ"));
        Api.ConcernClient both = raise(Api.with(
                Bodies.GROOMING,
                "/children/1",
                Map.of("name", "Jamie Sample", "estimatedAge", 11, "address", Map.of("postcode", "TS18 9ZZ"))));

        assertThat(listed(STOCKTON_OFFICER))
                .contains(stockton.reference(), unclear.reference(), both.reference())
                .doesNotContain(hartlepool.reference());
        assertThat(queued(STOCKTON_OFFICER))
                .contains(stockton.reference(), unclear.reference(), both.reference())
                .doesNotContain(hartlepool.reference());
        assertThat(queued(OFFICER)).contains(hartlepool.reference(), stockton.reference());
        assertThat(page(STOCKTON_OFFICER, "/concerns/" + hartlepool.reference()))
                .isEqualTo(
                        page(STOCKTON_OFFICER, "/concerns/M4RT-8WZD-S").replace("M4RT-8WZD-S", hartlepool.reference()));
        assertThat(Api.as(STOCKTON_OFFICER).get(hartlepool.address()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void emergencyAccessOpensAConcernOfTheOtherAuthorityAndIsReviewed() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);

        concern.tell(
                STOCKTON_OFFICER,
                "break-glass",
                "{\"reason\": \"SAME_CHILD_OR_SUSPECT\", \"words\": \"The same person writes to a child in Stockton.\"}");

        assertThat(concern.seenBy(STOCKTON_OFFICER).has("reference")).isTrue();
        assertThat(concern.tryToDecide(STOCKTON_OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                        .statusCode())
                .isEqualTo(404);
        assertThat(concern.allOpenSteps(OFFICER)).contains("break-glass-review/1");
        assertThat(Api.json(Api.as(MANAGER).get("/api/broken-glass")).toString())
                .contains(concern.reference());
    }

    @Test
    void theDecisionOfTheAuthorityDecidesWhoOfTheHubGoesOn() {
        Api.ConcernClient concern = raise(Bodies.GROOMING.replace("TS24 7ZZ", "TS21 9ZZ"));
        concern.handle(STOCKTON_OFFICER, "immediate-risk-check/1", "claim")
                .then()
                .statusCode(200);

        concern.decide(OFFICER, "authority-decision/1", Bodies.authority("E06000001"));

        assertThat(Api.as(STOCKTON_OFFICER).get(concern.address()).statusCode()).isEqualTo(404);
        assertThat(concern.handle(OFFICER, "immediate-risk-check/1", "claim").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDecisionSaysWhatTheDeciderIsByProfession() {
        Api.ConcernClient concern = raise(Bodies.GROOMING.replace("TS24 7ZZ", "TS18 9ZZ"));

        concern.decide(STOCKTON_OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        concern.decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);

        assertThat(concern.pathSeenBy(OFFICER).at("/done/0/professionalRole").asText())
                .isEqualTo("Social worker (triage)");
        assertThat(concern.pathSeenBy(OFFICER).at("/done/1").has("professionalRole"))
                .as("an account without one")
                .isFalse();
        assertThat(concern.timeline(OFFICER).stream()
                        .filter(entry -> entry.get("kind").asText().equals("DECIDED"))
                        .map(entry -> entry.get("affiliation").asText()))
                .containsExactly("Social worker (triage), chub", "chub");
        assertThat(page(OFFICER, "/concerns/" + concern.reference()))
                .contains("officer.billingham, Social worker (triage), ");
        assertThat(Api.json(Api.as(MANAGER).get(concern.address() + "/verification"))
                        .get("whole")
                        .asBoolean())
                .isTrue();
    }

    private static List<String> queued(String user) {
        return Api.as(user).wholeQueue("?size=50").stream()
                .map(line -> line.get("reference").asText())
                .toList();
    }

    private static List<String> listed(String user) {
        return Api.each(Api.json(Api.as(user).get("/api/concerns")).get("concerns"))
                .map(line -> line.get("reference").asText())
                .toList();
    }

    private static String page(String user, String address) {
        return Api.as(user).get(address).asString();
    }
}
