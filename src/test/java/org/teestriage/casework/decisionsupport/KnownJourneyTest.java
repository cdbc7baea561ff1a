package org.teestriage.casework.decisionsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.document.Sha256;
import org.teestriage.platform.text.NameMatcher;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** Matches with earlier concerns: in full with access, only the hub without access, nothing under a restriction. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class KnownJourneyTest extends ConcernJourney {

    @Inject
    ChildKeysService childKeysService;

    private static Api.ConcernClient about(String name, String born, String postcode) {
        return raise(Api.with(
                Bodies.withoutAge(Bodies.bullyingIn(postcode)),
                "/children/0/name",
                name,
                "/children/0/dateOfBirth",
                born));
    }

    private static JsonNode matches(Api.ConcernClient concern) {
        return concern.read(OFFICER, "/known").at("/children/0");
    }

    private static List<String> readings(Api.ConcernClient concern, String manager) {
        return Api.each(concern.read(manager, "/readings").get("readings"))
                .map(line -> line.get("by").asText() + " " + line.get("what").asText())
                .distinct()
                .toList();
    }

    @Test
    void anEarlierConcernOfAChildIsShownWithItsDecisionAndAReReferralNote() {
        Api.ConcernClient before = about("Quill Marrow", "2013-04-05", "TS24 7ZZ");
        before.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.NO_FURTHER_ACTION);
        time.pass(Duration.ofDays(60));
        Api.ConcernClient again = about("MARROW, Quill J.", "2013-04-05", "TS25 7ZZ");

        JsonNode other = matches(again).at("/others/0");

        assertThat(other.get("reference").asText()).isEqualTo(before.reference());
        assertThat(other.get("alike").asText()).isEqualTo("NAME_AND_DATE_OF_BIRTH");
        assertThat(other.get("outcomes").toString()).isEqualTo("[\"NO_FURTHER_ACTION\"]");
        assertThat(other.get("decidedBy").asText()).isEqualTo(OFFICER);
        assertThat(other.get("backAgain").asText())
                .isEqualTo("Back within 3 months of no further action, decided Tue 22 Sep 2026.");
        assertThat(matches(before).at("/others/0/reference").asText()).isEqualTo(again.reference());
        assertThat(matches(before).at("/others/0").has("backAgain")).isFalse();
        assertThat(readings(before, MANAGER)).contains(OFFICER + " KNOWN");

        time.pass(Duration.ofDays(35));
        Api.ConcernClient late = about("Quill Marrow", "2013-04-05", "TS24 7ZZ");
        assertThat(matches(late).get("others")).hasSize(2).noneMatch(each -> each.has("backAgain"));
    }

    @Test
    void everyChildOfAConcernIsMatchedAcrossHubs() {
        Api.ConcernClient concern =
                raise(Api.with(Bodies.bullyingIn("TS24 7ZZ"), "/children/1", Bodies.CHILD_IN_REDCAR));

        assertThat(concern.read(OFFICER, "/known").get("children")).hasSize(2);
    }

    @Test
    void aMatchWithoutAccessShowsOnlyItsHubAndNothingUnderARestriction() {
        Api.ConcernClient there = about("Sorrel Tamsin", "2012-02-03", "TS10 9ZZ");
        Api.ConcernClient here = about("Sorrel Tamsin", "2012-02-03", "TS24 7ZZ");

        JsonNode matched = matches(here);
        assertThat(matched.get("others")).isEmpty();
        assertThat(matched.get("elsewhere").toString())
                .isEqualTo("[{\"hub\":\"Redcar and Cleveland MACH\",\"alike\":\"NAME_AND_DATE_OF_BIRTH\"}]");
        assertThat(matched.toString()).doesNotContain(there.reference());
        assertThat(readings(there, "manager.redcar")).contains(OFFICER + " HINT");

        there.tell(
                "manager.redcar",
                "restrictions",
                Map.of("kind", "EXCLUDE", "users", List.of(OFFICER), "reason", "A cousin."));
        assertThat(matches(here).get("elsewhere")).isEmpty();
        assertThat(here.read("officer.stockton", "/known").at("/children/0/elsewhere"))
                .as("a colleague who is not excluded")
                .hasSize(1);
        there.tell(
                "manager.redcar",
                "restrictions",
                Map.of("kind", "RESTRICT", "users", List.of("manager.redcar"), "reason", "A made-up reason."));
        assertThat(here.read("officer.stockton", "/known").at("/children/0/elsewhere"))
                .as("restricted to named users")
                .isEmpty();
    }

    @Test
    void childrenOfAWrittenConcernAreMatched() {
        Api.ConcernClient called = raise(Bodies.telephoned(Bodies.groomingIn("TS24 7ZZ"), "2026-09-22T08:45:00Z"));
        Api.ConcernClient other = about("Linnet Farrow", "2014-05-06", "TS24 7ZZ");
        assertThat(matches(other).get("others")).isEmpty();
        called.decide(
                REFERRER,
                "written-concern",
                Bodies.inWriting(Api.with(Bodies.groomingIn("TS24 7ZZ"), "/children/0/name", "Linnet Farrow")));
        assertThat(matches(other).at("/others/0/alike").asText()).isEqualTo("NAME_AND_POSTCODE");
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheNumberOfMatches() {
        Api.ConcernClient first = about("Wren Calder", "2011-01-02", "TS24 7ZZ");
        long alone = statements(first);
        Stream.generate(() -> about("Wren Calder", "2011-01-02", "TS24 7ZZ"))
                .limit(14)
                .forEach(each -> {});
        assertThat(statements(first)).as("plus the insert into the read log").isEqualTo(alone + 1);
        assertThat(matches(first).get("others")).hasSize(10);
        assertThat(matches(first).get("more").asInt()).isEqualTo(4);
        String key = TestDatabase.rows("SELECT mark FROM child_mark WHERE reference = ? LIMIT 1", first.reference())
                .get(0)
                .get(0);
        assertThat(TestDatabase.rows("EXPLAIN FORMAT=TREE SELECT reference FROM child_mark WHERE mark IN (?)", key)
                        .toString())
                .contains("child_by_mark");
    }

    @Test
    void aConcernOfTheReleaseBeforeIsFoundAndItsKeysAreComputedAgain() {
        Api.ConcernClient before = about("Tamsin O'Marrow", "2012-11-12", "TS24 7ZZ");
        String reference = before.reference();
        TestDatabase.change("UPDATE concern SET child_keys = NULL WHERE reference = ?", reference);
        TestDatabase.change("DELETE FROM child_mark WHERE reference = ?", reference);
        TestDatabase.change(
                "INSERT INTO child_mark (mark, reference, child, name_words, at_micros)"
                        + " SELECT ?, reference, 1, 'marrow o tamsin', received_at FROM concern WHERE reference = ?",
                Sha256.of("born\nmarrow tamsin\n2012-11-12"),
                reference);
        Api.ConcernClient sameSpelling = about("Tamsin O'Marrow", "2012-11-12", "TS25 7ZZ");
        Api.ConcernClient otherSpelling = about("Tamsin OMarrow", "2012-11-12", "TS25 7ZZ");
        assertThat(matches(sameSpelling).get("others").toString()).contains(reference);
        assertThat(matches(otherSpelling).get("others").toString()).doesNotContain(reference);

        assertThat(childKeysService.computeAgain()).isPositive();

        assertThat(matches(sameSpelling).get("others").toString()).contains(reference);
        assertThat(matches(otherSpelling).get("others").toString()).contains(reference);
        assertThat(TestDatabase.rows("SELECT child_keys FROM concern WHERE reference = ?", reference))
                .containsExactly(List.of(NameMatcher.edition()));
        assertThat(childKeysService.computeAgain()).as("nothing is left").isZero();
    }

    @Test
    void aChildIsFoundInAnotherSpellingAndByAOneWordNameWithTheDateOfBirth() {
        Api.ConcernClient first = about("Małgorzata O’Farrow", "2011-09-08", "TS24 7ZZ");
        Api.ConcernClient second = about("Malgorzata OFarrow", "2011-09-08", "TS25 7ZZ");
        Api.ConcernClient third = about("Gosia", "2011-09-08", "TS25 7ZZ");
        assertThat(matches(second).get("others").toString()).contains(first.reference(), third.reference());
        assertThat(matches(third).get("others").toString()).contains(first.reference(), second.reference());
    }

    private static long statements(Api.ConcernClient concern) {
        long before = totalStatements();
        matches(concern);
        return totalStatements() - before;
    }

    private static long totalStatements() {
        return TestDatabase.rows("SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_select', 'Com_insert')").stream()
                .mapToLong(row -> Long.parseLong(row.get(1)))
                .sum();
    }
}
