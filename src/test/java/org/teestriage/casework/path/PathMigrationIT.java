package org.teestriage.casework.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.casework.path.PathMigrationService.Moved;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.PathMessage;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Api.ConcernClient;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.client.Decisions;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.workflow.process.EarlierPath;
import org.teestriage.workflow.process.ResponsePath;

/** Open concerns of release 1, in every state of their path, are brought to the present model and go on to their close. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class PathMigrationIT extends ConcernJourney {

    private static final String REDCAR = "officer.redcar";

    @Inject
    EarlierPath earlierPath;

    @Inject
    PathMigrationService pathMigration;

    @Inject
    ResponsePath path;

    @Inject
    Transactions transactions;

    @Inject
    ConcernAccess concernAccess;

    @Inject
    PathInputs pathInputs;

    private <T> T underReleaseOne(Supplier<T> work) {
        return under(earlierPath::ofReleaseOne, work);
    }

    private <T> T under(Runnable model, Supplier<T> work) {
        model.run();
        try {
            return work.get();
        } finally {
            earlierPath.asShipped();
        }
    }

    private ConcernClient raisedUnderReleaseOne(Object facts) {
        return underReleaseOne(() -> raise(facts));
    }

    // The states

    private record State(Object facts, Instant raised, Consumer<ConcernClient> reached) {}

    private static final Instant MORNING = Instant.parse("2026-09-22T09:00:00Z");

    private static State in(Object facts, Consumer<ConcernClient> reached) {
        return new State(facts, MORNING, reached);
    }

    private static ConcernClient checked(ConcernClient concern) {
        return concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);
    }

    private Map<String, State> states() {
        Object simple = Bodies.bullyingIn("TS24 7ZZ");
        Map<String, State> states = new LinkedHashMap<>();
        states.put("raised", in(Bodies.COACH, concern -> {}));
        states.put("claimed", in(Bodies.COACH, concern -> {
            for (String step : List.of("immediate-risk-check/1", "police-report", "lado-referral/1")) {
                concern.handle(OFFICER, step, "claim").then().statusCode(200);
            }
        }));
        states.put("threshold decision", in(simple, PathMigrationIT::checked));
        states.put("second decision", in(simple, concern -> checked(concern)
                .decide(OFFICER, "threshold-decision/1", Bodies.EARLY_HELP)));
        states.put("referrals, discussion and feedback", in(Bodies.GROOMING, concern -> checked(concern)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_47)));
        states.put(
                "one part answered, one not",
                in(Api.with(Bodies.GROOMING, "/children/1", Bodies.CHILD_IN_REDCAR), ConcernJourney::answered));
        states.put("report held", in(Bodies.GROOMING, concern -> concern.decide(
                        OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(OFFICER, "ceop-decision", Bodies.REPORT_HELD)));
        states.put("only a hold", in(Bodies.GROOMING, concern -> answered(concern)
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(OFFICER, "platform-decision/1", Bodies.REPORT_MADE)
                .decide(OFFICER, "ceop-decision", Bodies.REPORT_HELD)));
        states.put("only reports", in(Bodies.GROOMING, ConcernJourney::answered));
        states.put("close", in(simple, ConcernJourney::answered));
        states.put("danger raised", in(simple, concern -> concern.tell(REFERRER, "danger", Bodies.DANGER_TOLD)));
        states.put(
                "further information", in(simple, concern -> concern.tell(REFERRER, "information", Bodies.MORE_KNOWN)));
        states.put("part moved", in(simple, concern -> concern.tell(OFFICER, "move", Bodies.moveTo("redcar-mach"))));
        states.put("by telephone", in(Bodies.telephoned(Bodies.COACH, "2026-09-22T07:30:00Z"), concern -> {}));
        states.put("night", new State(simple, Instant.parse("2026-09-22T22:00:00Z"), concern -> {}));
        states.put("hand-over", new State(simple, Instant.parse("2026-09-22T22:00:00Z"), concern -> {
            time.set(Instant.parse("2026-09-23T09:00:00Z"));
            bell.ring(concern.reference());
        }));
        states.put("letter stuck", in(Bodies.GROOMING, concern -> {
            Decisions.approvePoliceReport(concern, OFFICER);
            tell(concern, PathMessage.LETTER_STUCK, "1");
        }));
        states.put(
                "authority unclear",
                in(
                        Api.with(
                                simple.toString(), "/children/0/address", null, "/children/0/school", "Made Up School"),
                        concern -> {}));
        states.put("opened again", in(simple, concern -> {
            closed(answered(concern));
            reopenedOnTheWholePath(concern);
        }));
        return states;
    }

    private void tell(ConcernClient concern, PathMessage message, String item) {
        transactions.inNewTransaction(() -> {
            path.tell(new Reference(concern.reference()), message, item);
            return concern;
        });
    }

    /** As release 1 did: a closed concern began its path again from the start. */
    private void reopenedOnTheWholePath(ConcernClient closed) {
        under(
                earlierPath::ofReleaseOne,
                () -> transactions.inNewTransaction(() -> {
                    Concern concern = concernAccess
                            .forService(new Reference(closed.reference()))
                            .orElseThrow();
                    concern.reopen(time.instant());
                    pathInputs.begin(concern, Set.of());
                    return concern;
                }));
    }

    private ConcernClient reached(State state, Runnable model) {
        time.set(state.raised());
        ConcernClient concern = under(model, () -> raise(state.facts()));
        state.reached().accept(concern);
        return concern;
    }

    // What is kept

    private static Map<String, String> open(ConcernClient concern) {
        return Api.each(concern.seenBy(OFFICER).get("waiting"))
                .collect(Collectors.toMap(ConcernClient::place, PathMigrationIT::kept));
    }

    private static String kept(JsonNode step) {
        return List.of("hub", "priority", "due", "howDue", "claimedBy").stream()
                .map(field -> step.path(field).asText())
                .collect(Collectors.joining(" | "));
    }

    /** The obligations, and whether they are settled: the present model can open what an earlier one could not. */
    private static List<String> obligations(ConcernClient concern) {
        return Api.each(concern.read(OFFICER, "/obligations").get("obligations"))
                .map(each -> "%s %s %s"
                        .formatted(
                                each.get("kind").asText(),
                                each.get("item").asText(),
                                each.get("state").asText().replace("DUE", "OPEN")))
                .toList();
    }

    private static String told(List<Moved> moved) {
        return moved.isEmpty()
                ? "waits without an open step"
                : moved.stream()
                        .map(each -> "%s %s".formatted(each.step().id(), each.fate()))
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private List<Moved> migrated(ConcernClient concern) {
        return pathMigration.migrate(new Reference(concern.reference()), false).orElseThrow();
    }

    private boolean pending(ConcernClient concern) {
        return pathMigration.pending().contains(new Reference(concern.reference()));
    }

    // To the close

    private static final Object CHASED = Api.with(
            "{\"remedy\": \"RECEIVED\", \"rationale\": \"They confirmed it by telephone.\"}",
            "/sent",
            Map.of(
                    "how", "TELEPHONE",
                    "at", "2026-09-22T08:55:00Z",
                    "to", "Report desk",
                    "theirReference", "POL-82"));

    private static Object body(String place) {
        return switch (place.replaceFirst("/.*", "")) {
            case "second-reading" -> Bodies.AGREES;
            case "strategy-discussion" -> Bodies.STRATEGY_DISCUSSION;
            case "discussion-record" -> Bodies.DISCUSSION_SHARED;
            case "lado-referral", "social-care-referral" -> Bodies.SENT;
            case "lado-evaluation" -> Bodies.LADO_UNSUBSTANTIATED;
            case "police-report", "ceop-decision", "platform-decision" -> Bodies.REPORT_MADE;
            case "acknowledgement" -> Bodies.ACKNOWLEDGED;
            case "referrer-feedback" -> Bodies.FEEDBACK;
            case "emergency-call" -> Bodies.RANG_999;
            case "information-review" -> Bodies.CHANGES_NOTHING;
            case "hub-acceptance" -> Bodies.RETURNED;
            case "authority-decision" -> Bodies.authority("E06000001");
            case "written-concern" -> Bodies.inWriting(Bodies.COACH);
            case "letter-chase" -> CHASED;
            case "lado-letter-chase" -> Map.of("chase", CHASED);
            case "threshold-decision" -> place.endsWith("/2") ? Bodies.CHILD_2_ONLY : Bodies.SECTION_17;
            default -> Decisions.harmless(place);
        };
    }

    private static String decider(String place, JsonNode step) {
        boolean redcar = step.get("hub").asText().contains("Redcar");
        return place.startsWith("second-reading") ? MANAGER : redcar ? REDCAR : OFFICER;
    }

    private void walkToTheClose(ConcernClient concern) {
        for (int step = 0; step < 40; step++) {
            if (concern.seenBy(OFFICER).get("status").asText().equals("CLOSED")) {
                return;
            }
            List<JsonNode> open =
                    Api.each(concern.seenBy(OFFICER).get("waiting")).toList();
            if (open.isEmpty()) {
                time.set(Instant.parse("2026-09-24T09:00:01Z"));
                assertThat(bell.ring(concern.reference()))
                        .as("a hold or a night ends")
                        .isPositive();
                continue;
            }
            JsonNode next = open.stream()
                    .filter(each -> !each.get("step").asText().equals("close"))
                    .findFirst()
                    .orElse(open.get(0));
            String place = ConcernClient.place(next);
            concern.decide(decider(place, next), place, body(place));
        }
        throw new AssertionError("not closed: " + concern.openSteps(OFFICER));
    }

    @Test
    void concernsOfReleaseOneInEveryStateKeepTheirStepsAndGoOnToTheirClose() {
        keepTheirStepsAndGoOn(states(), earlierPath::ofReleaseOne);
    }

    @Test
    void concernsOfTheModelBetweenKeepTheirStepsAndGoOnToTheirClose() {
        Map<String, State> states = states();
        states.keySet()
                .retainAll(List.of(
                        "claimed",
                        "second decision",
                        "referrals, discussion and feedback",
                        "one part answered, one not",
                        "only a hold",
                        "night"));
        keepTheirStepsAndGoOn(states, earlierPath::withPartsInTheMainFlow);
    }

    private void keepTheirStepsAndGoOn(Map<String, State> states, Runnable model) {
        StringBuilder table = new StringBuilder("State → what became of its open steps");
        states.forEach((name, state) -> {
            ConcernClient concern = reached(state, model);
            assertThat(pending(concern)).as(name).isTrue();
            Map<String, String> before = open(concern);
            List<String> obligations = obligations(concern);

            List<Moved> would = pathMigration
                    .migrate(new Reference(concern.reference()), true)
                    .orElseThrow();
            assertThat(open(concern)).as("%s, after a dry run", name).isEqualTo(before);
            assertThat(pending(concern)).as(name).isTrue();
            List<Moved> moved = migrated(concern);

            assertThat(moved).as(name).containsExactlyInAnyOrderElementsOf(would);
            table.append("\n%s → %s".formatted(name, told(moved)));
            assertThat(open(concern)).as(name).containsAllEntriesOf(before);
            assertThat(obligations(concern)).as("%s, its obligations", name).isEqualTo(obligations);
            assertThat(pending(concern)).as(name).isFalse();
            assertThat(pathMigration.migrate(new Reference(concern.reference()), false))
                    .as("%s, a second time", name)
                    .isEmpty();
            walkToTheClose(concern);
        });
        Log.info(table);
    }

    @Test
    void whatHasNoPathOrIsOnThePresentModelIsLeftAlone() {
        ConcernClient closed = raisedUnderReleaseOne(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(closed));
        ConcernClient duplicate = raisedUnderReleaseOne(Bodies.bullyingIn("TS24 7ZZ"));
        ConcernClient reopened = raisedUnderReleaseOne(Bodies.bullyingIn("TS24 7ZZ"));
        duplicate.tell(MANAGER, "duplicate", Bodies.duplicateOf(reopened.reference()));
        closed(answered(reopened));
        reopened.tell(REFERRER, "information", Bodies.MORE_KNOWN);

        for (ConcernClient concern : List.of(closed, duplicate, reopened)) {
            assertThat(pending(concern)).isFalse();
            assertThat(pathMigration.migrate(new Reference(concern.reference()), false))
                    .isEmpty();
        }
    }

    @Test
    void aRunThatWasEndedGoesOnWhereItStopped() {
        List<ConcernClient> concerns = List.of(
                raisedUnderReleaseOne(Bodies.COACH),
                raisedUnderReleaseOne(Bodies.COACH),
                raisedUnderReleaseOne(Bodies.COACH));
        migrated(concerns.get(0));

        assertThat(pathMigration.pending())
                .doesNotContain(new Reference(concerns.get(0).reference()))
                .contains(
                        new Reference(concerns.get(1).reference()),
                        new Reference(concerns.get(2).reference()));
        pathMigration.pending().forEach(reference -> pathMigration.migrate(reference, false));
        assertThat(pathMigration.pending()).isEmpty();
    }

    @Test
    void factsAreTheirFirstRevisionAndNotesTheNextOnesWithTheirOwnTimesAndAuthors() {
        ConcernClient concern = raisedUnderReleaseOne(Bodies.bullyingIn("TS24 7ZZ"));
        time.set(Instant.parse("2026-09-22T10:00:00Z"));
        concern.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        time.set(Instant.parse("2026-09-22T11:00:00Z"));
        concern.tell(OFFICER, "danger", Bodies.DANGER_TOLD);
        JsonNode history = concern.read(OFFICER, "/facts/history");

        migrated(concern);

        assertThat(concern.read(OFFICER, "/facts/history")).isEqualTo(history);
        assertThat(Api.each(history.get("revisions")).map(each -> "%s %s %s"
                        .formatted(
                                each.get("number").asText(),
                                each.get("at").asText(),
                                each.get("by").asText())))
                .containsExactly(
                        "1 2026-09-22T09:00:00Z Pat Example",
                        "2 2026-09-22T10:00:00Z %s".formatted(REFERRER),
                        "3 2026-09-22T11:00:00Z %s".formatted(OFFICER));
    }

    @Test
    void anOverdueStepThatIsOpenedAnewIsNotRaisedAgain() {
        ConcernClient concern = raisedUnderReleaseOne(Bodies.COACH);
        atTime("2026-09-24T12:00:00Z", concern);
        List<String> breached = concern.sentences(OFFICER, "BREACHED");
        assertThat(breached).anyMatch(sentence -> sentence.contains("Report to the police"));

        migrated(concern);
        bell.ring(concern.reference());

        assertThat(concern.sentences(OFFICER, "BREACHED")).isEqualTo(breached);
    }
}
