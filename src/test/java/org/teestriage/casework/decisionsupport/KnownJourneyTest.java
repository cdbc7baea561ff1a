package org.teestriage.casework.decisionsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Reference;
import org.teestriage.platform.document.Sha256;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.transaction.ExpiryService;
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

    @Inject
    ExpiryService expiryService;

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
                .decide(OFFICER, "threshold-decision/1", Bodies.NO_FURTHER_ACTION)
                .decide(MANAGER, "second-reading/1", Bodies.AGREES);
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
        assertThat(matches(late).get("others"))
                .as("by the rule of December")
                .hasSize(2)
                .allMatch(each ->
                        each.path("backAgain").asText().startsWith("Back within 12 months of an earlier concern"));
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
        assertThat(matched.get("elsewhere").toString()).isEqualTo("[{\"hub\":\"Redcar and Cleveland MACH\"}]");
        assertThat(matched.toString()).doesNotContain(there.reference());
        assertThat(readings(there, "manager.redcar")).contains(OFFICER + " HINT");

        there.tell(
                "manager.redcar",
                "restrictions",
                Map.of("kind", "EXCLUDE", "users", List.of(OFFICER), "reason", "A cousin of the suspect."));
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
                .containsExactly(List.of(ChildKeys.edition()));
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

    // What another hub knows cannot be guessed

    private static Api.ConcernClient lookedAfter(String name, String postcode, String answer) {
        return raise(Api.with(
                Bodies.withoutAge(Bodies.bullyingIn(postcode)),
                "/children/0/name",
                name,
                "/children/0/lookedAfter",
                answer));
    }

    private static Map<String, Object> child(String name, String postcode) {
        return Map.of("name", name, "address", Map.of("postcode", postcode));
    }

    @Test
    void noPostcodeOfAChildAtAnotherHubIsConfirmed() {
        for (String answer : List.of("YES", "NO", "NOT_KNOWN")) {
            String name = "Juniper Ash" + answer.replace("_", "").toLowerCase(java.util.Locale.ROOT);
            lookedAfter(name, "TS10 9ZZ", answer);
            JsonNode guesses = Api.as(OFFICER)
                    .raise(Api.with(
                            Bodies.bullyingIn("TS24 7ZZ"),
                            "/children/1",
                            child(name, "TS10 9ZZ"),
                            "/children/2",
                            child(name, "TS10 1AA"),
                            "/children/3",
                            child(name, "TS24 7ZZ")))
                    .read(OFFICER, "/known")
                    .get("children");

            assertThat(guesses).as(answer).hasSize(4);
            assertThat(Api.each(guesses).skip(1))
                    .as("the right postcode looks like the wrong ones, " + answer)
                    .allSatisfy(guess -> assertThat(guess.get("elsewhere")).isEmpty());
        }
    }

    @Test
    void theAddressOfALookedAfterChildInASharedConcernIsNotConfirmed() {
        String name = "Tansy Bram";
        Api.ConcernClient shared = raise(Api.with(
                Bodies.bullyingIn("TS24 7ZZ"),
                "/children/1",
                Map.of("name", name, "lookedAfter", "YES", "address", Map.of("postcode", "TS10 9ZZ"))));
        assertThat(shared.seenBy(OFFICER).at("/facts/children/1/address").isMissingNode())
                .as("held back from this officer")
                .isTrue();
        Api.ConcernClient guess =
                raise(Api.with(Bodies.bullyingIn("TS24 7ZZ"), "/children/1", child(name, "TS10 9ZZ")));

        assertThat(guess.read(OFFICER, "/known").at("/children/1/others").toString())
                .doesNotContain(shared.reference());
        assertThat(guess.read("officer.redcar", "/known")
                        .at("/children/1/others")
                        .toString())
                .as("staff of the hub of the child")
                .contains(shared.reference());
    }

    @Test
    void manyChildrenOfOneNamePushNoOtherConcernOut() {
        String name = "Fennel Rook";
        Api.ConcernClient old = about(name, "2010-03-04", "TS24 7ZZ");
        List<Map<String, Object>> namesakes = Stream.concat(
                        Stream.of(child("Robin Sample", "TS24 7ZZ")),
                        IntStream.range(0, 19).mapToObj(each -> Map.<String, Object>of("name", name)))
                .toList();
        for (int flood = 0; flood < 6; flood++) {
            time.pass(Duration.ofMinutes(1));
            raise(Api.with(Bodies.bullyingIn("TS24 7ZZ"), "/children", namesakes));
        }
        Api.ConcernClient again = about(name, "2010-03-04", "TS25 7ZZ");

        JsonNode matched = matches(again);

        assertThat(matched.at("/others/0/reference").asText())
                .as("the most alike comes first")
                .isEqualTo(old.reference());
        assertThat(matched.get("others")).as("each concern once").hasSize(7);
        assertThat(matched.get("more").asInt()).isZero();
    }

    @Test
    void aSearchThatIsCutOffSaysSoAndKeepsTheMostAlike() {
        String name = "Sage Linnet";
        Api.ConcernClient old = about(name, "2010-03-04", "TS24 7ZZ");
        time.pass(Duration.ofMinutes(1));
        Api.ConcernClient vague = raise(Api.with(Bodies.bullyingIn("TS24 7ZZ"), "/children/1", Map.of("name", name)));
        Api.ConcernClient again = about(name, "2010-03-04", "TS25 7ZZ");
        assertThat(again.read(OFFICER, "/known").get("cutOff").asBoolean()).isFalse();
        List<String> copies = LongStream.iterate(1, number -> number + 1)
                .mapToObj(Reference::of)
                .flatMap(Optional::stream)
                .map(Reference::value)
                .limit(200)
                .toList();
        try {
            List.of("concern", "part", "child_mark").forEach(table -> copy(table, vague.reference(), copies));

            JsonNode known = again.read(OFFICER, "/known");

            assertThat(known.get("cutOff").asBoolean()).isTrue();
            assertThat(known.at("/children/0/others/0/reference").asText()).isEqualTo(old.reference());
        } finally {
            List.of("child_mark", "part", "concern")
                    .forEach(table -> TestDatabase.change(
                            "DELETE FROM %s WHERE reference IN ('%s')".formatted(table, String.join("', '", copies))));
        }
    }

    /** Copies the rows of a concern for other references. */
    private static void copy(String table, String reference, List<String> to) {
        String columns = TestDatabase.rows(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                                + " AND table_name = ? AND column_name NOT IN ('id', 'reference')",
                        table)
                .stream()
                .map(row -> row.get(0))
                .collect(Collectors.joining(", "));
        TestDatabase.change(
                "INSERT INTO %1$s (reference, %2$s) SELECT r.copy, %2$s FROM %1$s t, (%3$s) r WHERE t.reference = ?"
                        .formatted(
                                table,
                                columns,
                                to.stream()
                                        .map(each -> "SELECT '%s' AS copy".formatted(each))
                                        .collect(Collectors.joining(" UNION ALL "))),
                reference);
    }

    @Test
    void onlyADecisionThatStandsIsTold() {
        Api.ConcernClient before = about("Briar Holm", "2013-05-06", "TS24 7ZZ");
        before.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        Api.ConcernClient again = about("Briar Holm", "2013-05-06", "TS25 7ZZ");
        before.decide(OFFICER, "threshold-decision/1", Bodies.EARLY_HELP);
        assertThat(before.openSteps(MANAGER)).contains("second-reading/1");
        assertUndecided(again, "waits for its second decision");

        before.decide(MANAGER, "second-reading/1", Bodies.RETURNS);
        assertUndecided(again, "returned");

        before.decide(OFFICER, "threshold-decision/1", Bodies.EARLY_HELP)
                .decide(MANAGER, "second-reading/1", Bodies.AGREES);
        assertThat(matches(again).at("/others/0/outcomes").toString()).isEqualTo("[\"EARLY_HELP\"]");
    }

    private static void assertUndecided(Api.ConcernClient concern, String why) {
        JsonNode other = matches(concern).at("/others/0");
        assertThat(other.get("outcomes")).as(why).isEmpty();
        assertThat(other.has("decidedAt") || other.has("decidedBy") || other.has("backAgain"))
                .as(why)
                .isFalse();
    }

    @Test
    void guessingIsASecurityEvent() {
        assertThat(guesses("officer.stockton")).isEmpty();
        Api.as("officer.stockton")
                .raise(Api.with(
                        Bodies.bullyingIn("TS24 7ZZ"),
                        "/children",
                        Stream.of("TS10 9ZZ", "TS10 1AA", "TS24 7ZZ", "TS25 1AA")
                                .map(postcode -> child("Clover Dene", postcode))
                                .toList()));
        assertThat(guesses("officer.stockton")).containsExactly("children: many postcodes of one name");

        Api.ConcernClient concern = about("Clover Dene", "2013-05-06", "TS24 7ZZ");
        long now = EpochMicros.of(time.instant());
        for (int each = 0; each < 60; each++) {
            TestDatabase.change(
                    "INSERT INTO child_look_up (user_name, reference, at_micros) VALUES ('officer.stockton', ?, ?)",
                    "X" + each,
                    now);
        }
        concern.read("officer.stockton", "/known");
        assertThat(guesses("officer.stockton")).contains("children: many look-ups");
        assertThat(guesses("manager.stockton")).isEmpty();

        time.pass(Duration.ofHours(25));
        concern.read("officer.stockton", "/known");
        expiryService.deleteExpired();
        assertThat(TestDatabase.rows("SELECT reference FROM child_look_up WHERE user_name = 'officer.stockton'"))
                .as("kept for a day")
                .containsExactly(List.of(concern.reference()));
    }

    private static List<String> guesses(String user) {
        return Api.each(Api.json(Api.as("operator").get("/api/security-events")).get("turnedAway"))
                .filter(line -> line.get("status").asInt() == 429)
                .filter(line -> line.path("user").asText().equals(user))
                .map(line -> line.get("place").asText())
                .distinct()
                .toList();
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
