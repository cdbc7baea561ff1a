package org.teestriage.casework.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.casework.path.DeadlineRecountService.Options;
import org.teestriage.concern.Reference;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.deadline.WorkingCalendar;
import org.teestriage.directory.Directory;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;
import org.teestriage.timeline.Timeline;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingSteps;

/** Deadlines: their explanation, their reminders and breaches on the timeline, and their marks in the queue. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class DeadlineJourneyTest extends ConcernJourney {

    @Inject
    Transactions transactions;

    @Inject
    ConcernAccess concernAccess;

    @Inject
    WaitingSteps waitingSteps;

    @Inject
    DecidedSteps decidedSteps;

    @Inject
    Directory directory;

    @Inject
    ResponsePath path;

    @Inject
    Timeline timelines;

    @Test
    void aNearAndAPassedDeadlineAreEachReportedOnceAndMarkTheQueue() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        assertThat(atTime("2026-09-22T09:45:00Z", concern)).isZero();
        assertThat(marks(concern)).containsExactly("false", "false");

        assertThat(atTime("2026-09-22T09:45:01Z", concern)).isEqualTo(1);
        assertThat(concern.sentences("auditor", "WARNED"))
                .containsExactly("Due soon and not done: Immediate safety check.");
        assertThat(marks(concern)).containsExactly("true", "false");
        assertThat(line(concern, "").get("dueSoon").asBoolean()).isTrue();
        assertThat(line(concern, "").get("overdue").asBoolean()).isFalse();

        assertThat(atTime("2026-09-22T10:00:01Z", concern)).isEqualTo(1);
        assertThat(concern.sentences("auditor", "BREACHED"))
                .containsExactly("Overdue, raised to the manager: Immediate safety check.");
        assertThat(marks(concern)).containsExactly("true", "true");
        assertThat(line(concern, "&overdue=true").get("overdue").asBoolean()).isTrue();
        assertThat(concern.openStep(OFFICER, "immediate-risk-check/1")
                        .get("overdue")
                        .asBoolean())
                .isTrue();

        assertThat(atTime("2026-09-25T10:00:00Z", concern))
                .as("reminder and breach of the acknowledgement")
                .isEqualTo(2);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        assertThat(concern.pathSeenBy(OFFICER).at("/done/0/late").asBoolean()).isTrue();
    }

    @Test
    void aStepDecidedInTimeHasNoReminderAndNoBreach() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(concern));
        assertThat(atTime("2026-12-01T10:00:00Z", concern)).isZero();
        assertThat(concern.timelineKinds("auditor")).doesNotContain("WARNED", "BREACHED");
        assertThat(Api.each(concern.pathSeenBy(OFFICER).get("done"))
                        .map(done -> done.get("late").asBoolean()))
                .containsOnly(false);
    }

    @Test
    void theReminderNamesTheClaimant() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.handle(OFFICER, "immediate-risk-check/1", "claim").then().statusCode(200);
        atTime("2026-09-22T09:45:01Z", concern);
        assertThat(concern.timeline("auditor").stream()
                        .filter(entry -> entry.get("kind").asText().equals("WARNED"))
                        .map(entry -> entry.at("/details/with").asText()))
                .containsExactly(OFFICER);
    }

    @Test
    void everyOpenStepHasOneReminderAndOneBreach() {
        Api.ConcernClient concern = raise(Bodies.COACH);
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47);
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        concern.tell(OFFICER, "move", Bodies.moveTo("redcar-mach"));
        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
        List<String> open = concern.allOpenSteps(OFFICER);
        assertThat(open).hasSize(9);

        assertThat(atTime("2026-10-22T10:00:00Z", concern)).isEqualTo(2 * open.size());

        for (String kind : List.of("WARNED", "BREACHED")) {
            assertThat(concern.timeline("auditor").stream()
                            .filter(entry -> entry.get("kind").asText().equals(kind))
                            .map(entry -> (entry.get("step").asText() + "/"
                                            + entry.get("item").asText())
                                    .replaceFirst("/$", "")))
                    .as(kind)
                    .containsExactlyInAnyOrderElementsOf(open);
        }
        assertThat(concern.read("auditor", "/verification").get("whole").asBoolean())
                .isTrue();
    }

    @Test
    void aDeadlineExplainsItsCalculationAndNamesItsRule() {
        time.set(Instant.parse("2026-12-24T16:40:00Z")); // Christmas Eve, a Thursday
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);

        JsonNode threshold = concern.openStep(OFFICER, "threshold-decision/1");

        assertThat(threshold.get("due").asText()).isEqualTo("2026-12-29T17:00:00Z");
        assertThat(threshold.get("howDue").asText())
                .contains("24 Dec")
                .contains("Boxing Day")
                .contains("29 Dec")
                .contains("Rule: threshold-decision")
                .contains("Tees child protection procedures, section 5");
        assertThat(concern.timeline(OFFICER).stream()
                        .filter(entry -> entry.get("kind").asText().equals("OPENED"))
                        .map(entry -> entry.at("/details/due").asText()))
                .contains("2026-12-29T17:00:00Z");
    }

    @Test
    void dangerBringsForwardOpenDeadlinesAndTheirTimers() {
        time.set(Instant.parse("2026-09-21T23:30:00Z")); // 00:30 in London: the hub is closed
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        assertThat(due(concern, "immediate-risk-check/1")).isEqualTo("2026-09-22T08:30:00Z");
        String acknowledgement = due(concern, "acknowledgement");

        time.set(Instant.parse("2026-09-22T00:32:00Z"));
        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);

        JsonNode check = concern.openStep(OFFICER, "immediate-risk-check/1");
        assertThat(check.get("due").asText()).isEqualTo("2026-09-22T00:47:00Z");
        assertThat(check.get("howDue").asText())
                .startsWith("Danger raised Tue 22 Sep 2026 01:32; 15 clock minutes run day and night; due")
                .contains("Rule: immediate-risk-check for danger");
        assertThat(due(concern, "acknowledgement"))
                .as("it has no rule for danger, and no deadline moves later")
                .isEqualTo(acknowledgement);
        assertThat(concern.sentences(OFFICER, "SHORTENED"))
                .contains("Due sooner: Immediate safety check, now Tue 22 Sept 2026 01:47.");
        assertThat(concern.timeline(OFFICER).stream()
                        .filter(entry -> entry.get("kind").asText().equals("SHORTENED"))
                        .map(entry -> entry.at("/details/before").asText()))
                .contains("2026-09-22T08:30:00Z");

        atTime("2026-09-22T00:43:16Z", concern);
        assertThat(stepsWithEntry(concern, "WARNED"))
                .contains("immediate-risk-check")
                .doesNotContain("acknowledgement");
        assertThat(stepsWithEntry(concern, "BREACHED")).doesNotContain("immediate-risk-check");
        atTime("2026-09-22T00:47:01Z", concern);
        assertThat(stepsWithEntry(concern, "BREACHED"))
                .contains("immediate-risk-check")
                .doesNotContain("acknowledgement");
    }

    @Test
    void aRaisedPriorityBringsDeadlinesForward() {
        time.set(Instant.parse("2026-09-21T23:30:00Z"));
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        time.set(Instant.parse("2026-09-22T00:32:00Z"));

        concern.decide(OFFICER, "information-review/1", Bodies.CHANGES_PRIORITY);
        assertThat(concern.openStep(OFFICER, "immediate-risk-check/1")
                        .get("howDue")
                        .asText())
                .startsWith("Priority raised Tue 22 Sep 2026 01:32; 15 clock minutes");
    }

    @Test
    void deadlinesOfAReopenedConcernStartAtItsReopening() {
        Api.ConcernClient kept = raise(Bodies.bullyingIn("TS24 7ZZ"));
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"))
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        // A duplicate runs on the whole path again, because its children have no outcome.
        concern.tell(MANAGER, "duplicate", Bodies.duplicateOf(kept.reference()));
        time.set(Instant.parse("2026-10-01T09:00:00Z"));

        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);

        assertThat(concern.seenBy(REFERRER).get("status").asText())
                .as("earlier decisions do not count")
                .isEqualTo("RECEIVED");
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
        JsonNode threshold = concern.openStep(OFFICER, "threshold-decision/1");
        assertThat(threshold.get("due").asText()).isEqualTo("2026-10-02T15:30:00Z");
        assertThat(threshold.get("howDue").asText()).startsWith("Opened again Thu 1 Oct 2026 10:00; 1 working day");
        assertThat(due(concern, "acknowledgement")).isEqualTo("2026-10-02T15:30:00Z");
    }

    @Test
    void theDeadlineOfAReturnedDecisionStartsAtItsReturn() {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.EARLY_HELP);
        time.set(Instant.parse("2026-10-01T09:00:00Z"));

        concern.decide(MANAGER, "second-reading/1", Bodies.RETURNS);

        JsonNode threshold = concern.openStep(OFFICER, "threshold-decision/1");
        assertThat(threshold.get("due").asText()).isEqualTo("2026-10-02T15:30:00Z");
        assertThat(threshold.get("howDue").asText()).startsWith("Returned Thu 1 Oct 2026 10:00; 1 working day");
    }

    // Counted again by corrected rules

    @Test
    void aStepOfAnEarlierReleaseIsCountedFromTheLastChangeOfUrgencyAndNeverMovedLater() throws IOException {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        time.set(Instant.parse("2026-09-22T09:05:00Z"));
        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
        TestDatabase.change("update waiting_step set counted_as_opened_at = null, counted_as_priority = null,"
                + " counted_as_danger = null, counted_for_hub = null, counted_from = null,"
                + " counted_from_event = null where reference = '%s'".formatted(concern.reference()));
        Reference reference = new Reference(concern.reference());

        assertThat(recounting(shipped("clocks.yaml"), moreHolidays()).recount(reference, new Options(false, true)))
                .as("a later acknowledgement")
                .isEmpty();
        recounting(shipped("clocks.yaml").replace("clock-minutes: 15", "clock-minutes: 10"), moreHolidays())
                .recount(reference, new Options(false, true));
        assertThat(due(concern, "immediate-risk-check/1")).isEqualTo("2026-09-22T09:15:00Z");
    }

    private DeadlineRecountService recounting(String correctedClocks, String correctedHolidays) {
        DeadlineRules rules =
                DeadlineRules.read(stream(correctedClocks), WorkingCalendar.read(stream(correctedHolidays)));
        return new DeadlineRecountService(
                transactions,
                concernAccess,
                waitingSteps,
                new Deadlines(rules, directory, waitingSteps, decidedSteps, path),
                timelines);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String shipped(String file) throws IOException {
        return Files.readString(Path.of("config", file));
    }

    private static String quickerCheck() throws IOException {
        String clocks = shipped("clocks.yaml");
        int check = clocks.indexOf("  immediate-risk-check:");
        return clocks.substring(0, check) + clocks.substring(check).replaceFirst("hub-minutes: 60", "hub-minutes: 20");
    }

    /** The Wednesday after the Tuesday of the journeys, so that what was due on it is due on Thursday. */
    private static String moreHolidays() throws IOException {
        return shipped("bank-holidays.json")
                .replaceFirst(
                        "\"events\": \\[",
                        "\"events\": [{\"title\": \"Jubilee\", \"date\": \"2026-09-23\", \"notes\": \"\", \"bunting\": true},");
    }

    private static List<String> fates(List<DeadlineRecountService.Recounted> recounted) {
        return recounted.stream()
                .map(each -> "%s %s".formatted(each.step().id(), each.fate()))
                .toList();
    }

    @Test
    void aShorterRuleMovesAnOpenDeadlineAndItsTimersOnceAndKeepsWhatWasSaid() throws IOException {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        Reference reference = new Reference(concern.reference());
        String said = concern.openStep(OFFICER, "immediate-risk-check/1")
                .get("howDue")
                .asText();
        DeadlineRecountService corrected = recounting(quickerCheck(), shipped("bank-holidays.json"));

        assertThat(fates(corrected.recount(reference, new Options(true, false))))
                .containsExactly("immediate-risk-check SOONER");
        assertThat(due(concern, "immediate-risk-check/1")).as("a dry run").isEqualTo("2026-09-22T10:00:00Z");
        assertThat(concern.timelineKinds("auditor")).doesNotContain("RECOUNTED");

        corrected.recount(reference, new Options(false, false));

        assertThat(due(concern, "immediate-risk-check/1")).isEqualTo("2026-09-22T09:20:00Z");
        assertThat(concern.openStep(OFFICER, "immediate-risk-check/1")
                        .get("howDue")
                        .asText())
                .contains("20 hub minutes")
                .endsWith("before: " + said);
        assertThat(concern.sentences("auditor", "RECOUNTED"))
                .containsExactly("Counted again by corrected rules, due sooner: Immediate safety check,"
                        + " now Tue 22 Sept 2026 10:20.");
        assertThat(corrected.recount(reference, new Options(false, false)))
                .as("running it again")
                .isEmpty();
        assertThat(atTime("2026-09-22T09:20:01Z", concern))
                .as("warning and breach")
                .isEqualTo(2);
        assertThat(concern.sentences("auditor", "BREACHED"))
                .containsExactly("Overdue, raised to the manager: Immediate safety check.");
    }

    @Test
    void aLaterDeadlineMovesOnlyWhereTheOperatorAsksForIt() throws IOException {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        Reference reference = new Reference(concern.reference());
        String due = due(concern, "acknowledgement");
        DeadlineRecountService corrected = recounting(shipped("clocks.yaml"), moreHolidays());

        assertThat(fates(corrected.recount(reference, new Options(false, false))))
                .containsExactly("acknowledgement KEPT");
        assertThat(due(concern, "acknowledgement")).isEqualTo(due);

        assertThat(fates(corrected.recount(reference, new Options(false, true))))
                .containsExactly("acknowledgement LATER");
        assertThat(due(concern, "acknowledgement")).isEqualTo("2026-09-24T16:00:00Z");
        assertThat(corrected.recount(reference, new Options(false, true))).isEmpty();
    }

    @Test
    void aDeadlineThatDangerShortenedIsCountedFromTheDangerAgain() throws IOException {
        time.set(Instant.parse("2026-09-21T23:30:00Z"));
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        time.set(Instant.parse("2026-09-22T00:32:00Z"));
        concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD);
        Reference reference = new Reference(concern.reference());

        assertThat(recounting(shipped("clocks.yaml"), shipped("bank-holidays.json"))
                        .recount(reference, new Options(false, true)))
                .as("unchanged rules")
                .isEmpty();

        recounting(
                        shipped("clocks.yaml").replace("clock-minutes: 15", "clock-minutes: 10"),
                        shipped("bank-holidays.json"))
                .recount(reference, new Options(false, false));
        assertThat(due(concern, "immediate-risk-check/1")).isEqualTo("2026-09-22T00:42:00Z");
    }

    private static String due(Api.ConcernClient concern, String place) {
        return concern.openStep(OFFICER, place).get("due").asText();
    }

    private static List<String> stepsWithEntry(Api.ConcernClient concern, String kind) {
        return concern.timeline(OFFICER).stream()
                .filter(entry -> entry.get("kind").asText().equals(kind))
                .map(entry -> entry.get("step").asText())
                .toList();
    }

    private static List<String> marks(Api.ConcernClient concern) {
        List<String> marks = TestDatabase.rows(
                        "SELECT warned, breached FROM waiting_step WHERE step = 'immediate-risk-check' AND reference = ?",
                        concern.reference())
                .get(0);
        return marks.stream().map(mark -> mark.equals("1") ? "true" : "false").toList();
    }

    private static JsonNode line(Api.ConcernClient concern, String filter) {
        return Api.as(OFFICER).wholeQueue("?size=100" + filter).stream()
                .filter(line -> line.get("reference").asText().equals(concern.reference()))
                .findFirst()
                .orElseThrow();
    }
}
