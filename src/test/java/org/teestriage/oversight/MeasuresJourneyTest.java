package org.teestriage.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** Statistics count the concerns of the reader's hubs, without those that a restriction hides. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class MeasuresJourneyTest extends ConcernJourney {

    private static Map<String, Integer> measured(String user) {
        Map<String, Integer> measured = new TreeMap<>();
        Api.as(user)
                .get("/measures.csv")
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.split("\",\"", -1))
                .forEach(cells -> measured.put(
                        cells[0].replace("\"", "") + ": " + cells[1], Integer.parseInt(cells[2].replace("\"", ""))));
        return measured;
    }

    /** Returns the figures that changed since the earlier measurement, with the difference. */
    private static Map<String, Integer> since(Map<String, Integer> before, String user) {
        Map<String, Integer> changes = new TreeMap<>();
        measured(user).forEach((name, number) -> {
            int difference = number - before.getOrDefault(name, 0);
            if (difference != 0) {
                changes.put(name, difference);
            }
        });
        return changes;
    }

    @Test
    void eachEventOfAConcernIsCountedOnce() {
        Map<String, Integer> before = measured("manager.redcar");
        Map<String, Integer> elsewhere = measured("manager.middlesbrough");
        String officer = "officer.redcar";
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS10 1AA"));
        concern.decide(officer, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        time.pass(Duration.ofDays(3));
        // The letters of other tests are older by now, too.
        Map<String, Integer> lettersBefore = measured("manager.redcar");
        concern.decide(officer, "threshold-decision/1", Bodies.NO_FURTHER_ACTION)
                .decide("manager.redcar", "second-reading/1", Bodies.RETURNS)
                .decide(officer, "threshold-decision/1", Bodies.SECTION_17);

        assertThat(since(before, "manager.redcar"))
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("By hour: 10:00", 1),
                        Map.entry("By hub: Redcar and Cleveland MACH", 1),
                        Map.entry("By source: northfield-school", 1),
                        Map.entry("Decided in time: In time", 1),
                        Map.entry("Decided in time: Late", 1),
                        Map.entry("From contact to referral: REFERRED", 1),
                        Map.entry("Reopened or reversed: Threshold decisions made again", 1),
                        Map.entry("Risk checked in time: In time", 1),
                        Map.entry("Second decisions: RETURNED", 1),
                        Map.entry("Outcomes: SECTION_17", 1)))
                .as("the outcome of the replaced decision does not count")
                .doesNotContainKeys("Outcomes: NO_FURTHER_ACTION", "From contact to referral: NO_FURTHER_ACTION");
        assertThat(since(lettersBefore, "manager.redcar"))
                .containsEntry("Letters that wait: Children's social care, up to a day", 1);
        assertThat(since(elsewhere, "manager.middlesbrough"))
                .as("another hub")
                .doesNotContainKeys("By source: northfield-school", "Decided in time: Late");

        concern.decide(officer, "social-care-referral/1", Bodies.SENT)
                .decide(officer, "referrer-feedback/1", Bodies.FEEDBACK)
                .decide(officer, "close", Bodies.CLOSE);
        assertThat(since(lettersBefore, "manager.redcar"))
                .doesNotContainKey("Letters that wait: Children's social care, up to a day");
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        assertThat(since(before, "manager.redcar"))
                .containsEntry("Reopened or reversed: Concerns opened again after they were closed", 1)
                // A step that opens late is due at least one hour later.
                .containsEntry("Referrers told in time: In time", 1);
        assertThat(since(lettersBefore, "manager.redcar"))
                .as("what social care has to learn since")
                .containsEntry("Letters that wait: Children's social care, up to a day", 1);
    }

    @Test
    void aStrategyDiscussionIsCountedForItsHubWithItsHours() {
        Map<String, Integer> before = measured("manager.redcar");
        String officer = "officer.redcar";
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS10 1AA"))
                .decide(officer, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(officer, "threshold-decision/1", Bodies.SECTION_47);
        time.pass(Duration.ofDays(3));
        assertThat(since(before, "manager.redcar"))
                .containsEntry("Strategy discussions held in time: Overdue, still open", 1);
        concern.decide(officer, "strategy-discussion/1", Bodies.STRATEGY_DISCUSSION);
        assertThat(since(before, "manager.redcar"))
                .containsEntry("Strategy discussions held in time: Late", 1)
                .containsEntry("Strategy discussions by hub: Redcar and Cleveland MACH, late", 1);
        assertThat(measured("manager.redcar"))
                .hasEntrySatisfying(
                        "Hours to a strategy discussion: Redcar and Cleveland MACH",
                        hours -> assertThat(hours).isBetween(1, 72));
    }

    @Test
    void aConcernHiddenByARestrictionIsNotCounted() {
        Map<String, Integer> before = measured("manager.stockton");
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        assertThat(since(before, "manager.stockton")).containsEntry("By source: northfield-school", 1);
        concern.tell(
                MANAGER,
                "restrictions",
                Map.of("kind", "EXCLUDE", "users", List.of("manager.stockton"), "reason", "A cousin of the suspect."));
        assertThat(since(before, "manager.stockton")).isEmpty();
        assertThat(since(before, MANAGER)).isNotEmpty();
    }

    @Test
    void ladoFiguresIncludeRestrictedConcernsOnlyForNamedUsers() {
        Map<String, Integer> named = measured(MANAGER);
        Map<String, Integer> unnamed = measured("manager.stockton");
        Api.ConcernClient concern = raise(Bodies.COACH);
        concern.tell(
                MANAGER,
                "restrictions",
                Map.of("kind", "RESTRICT_LADO", "users", List.of(MANAGER), "reason", "A colleague."));
        concern.decide(MANAGER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(
                        MANAGER,
                        "threshold-decision/1",
                        Api.with(Bodies.SECTION_17, "/children/0/outcomes", List.of("SECTION_17", "LADO")));

        assertThat(since(named, MANAGER))
                .containsEntry("Outcomes: LADO", 1)
                .containsEntry("Letters that wait: The LADO, up to a day", 1);
        assertThat(since(unnamed, "manager.stockton"))
                .containsEntry("Outcomes: SECTION_17", 1)
                .allSatisfy((name, number) -> assertThat(name).doesNotContain("LADO"));
    }

    @Test
    void concernsOlderThanNinetyDaysAreNotCounted() {
        time.pass(Duration.ofDays(91));
        Map<String, Integer> later = measured("manager.redcar");
        time.set(MovableTime.A_TUESDAY_MORNING);
        Map<String, Integer> before = measured("manager.redcar");
        raise(Bodies.bullyingIn("TS10 1AA"));
        assertThat(since(before, "manager.redcar")).containsEntry("By source: northfield-school", 1);

        time.pass(Duration.ofDays(91));
        assertThat(since(later, "manager.redcar")).doesNotContainKey("By source: northfield-school");
    }
}
