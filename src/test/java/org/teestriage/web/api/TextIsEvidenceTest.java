package org.teestriage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.casework.breakglass.BreakGlassRequest;
import org.teestriage.casework.triage.DuplicateRequest;
import org.teestriage.casework.triage.HandBack;
import org.teestriage.casework.triage.MoveProposal;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.decision.Acknowledgement;
import org.teestriage.decision.AuthorityDecision;
import org.teestriage.decision.BreakGlassReview;
import org.teestriage.decision.CeopDecision;
import org.teestriage.decision.Close;
import org.teestriage.decision.Decision;
import org.teestriage.decision.DiscussionActions;
import org.teestriage.decision.DiscussionRecord;
import org.teestriage.decision.EmergencyCall;
import org.teestriage.decision.HandOver;
import org.teestriage.decision.HubAcceptance;
import org.teestriage.decision.ImmediateRiskCheck;
import org.teestriage.decision.InformationReview;
import org.teestriage.decision.LadoEvaluation;
import org.teestriage.decision.LadoReferral;
import org.teestriage.decision.PlatformDecision;
import org.teestriage.decision.PoliceReport;
import org.teestriage.decision.ReferrerFeedback;
import org.teestriage.decision.SecondReading;
import org.teestriage.decision.SocialCareReferral;
import org.teestriage.decision.Step;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.decision.WrittenConcern;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.LogCapture;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.workflow.process.TimerBell;

/** Text is stored unchanged and never evaluated: a handle may be the only evidence. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class TextIsEvidenceTest {

    private static final Instant MONDAY_NIGHT = Instant.parse("2026-09-21T20:30:00Z");

    /** If evaluated, most of these yield 1337. */
    private static final List<String> CODE = List.of(
            "${7*191}",
            "#{7*191}",
            "{7*191}",
            "{{7*191}}",
            "'||(7*191)||'",
            "'; DROP TABLE concern;-- ",
            "\" OR \"\"=\"",
            "<script>alert(7*191)</script>",
            "<img src=x onerror=alert(1)>",
            "${jndi:ldap://x.example/a}",
            "${java:version}",
            "@{7*191}",
            "%s%n%x",
            "\\u0041\\n\\",
            "=1+1");

    private static final List<String> UNICODE = List.of(
            "\ud83d\udc67\ud83c\udffd\u200d\ud83d\udc66 \ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
            "ad\u200bmin",
            "\u202eevil\u202c \u2066isolated\u2069 \u200e\u200f",
            "re\u0301sume\u0301 r\u00e9sum\u00e9",
            "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033dalgo",
            "\ufeffBOM \u00a0nbsp\u3000wide",
            "\u2028line\u2029paragraph",
            "\uffff\ufffe\ud83f\udffe",
            "\u0430lex \u0391lex",
            "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u4f60\u597d",
            "\ue000private");

    /** The timeline kind by the kind of an addition. */
    private static final Map<String, String> ENTRIES =
            Map.of("DANGER", "DANGER", "INFORMATION", "INFORMED", "CALL", "CALLED");

    private static final String CODE_LINE = String.join(" ", CODE);
    private static final String UNICODE_LINE =
            UNICODE.stream().filter(text -> text.indexOf('\u2028') < 0).collect(Collectors.joining(" ", "  ", "  "));

    @Inject
    MovableTime time;

    @Inject
    TimerBell bell;

    private OpenApiDocument document;
    private FilledBodies filled = FilledBodies.with("", "", MONDAY_NIGHT);
    private LogCapture log;
    private int fields;

    @BeforeEach
    void listen() {
        time.set(MONDAY_NIGHT);
        document = OpenApiDocument.fetched();
        log = new LogCapture();
    }

    @AfterEach
    void nothingWasLoggedOrEvaluated() {
        log.close();
        time.set(MovableTime.A_TUESDAY_MORNING);
        System.out.println("TEXT IS EVIDENCE " + fields + " fields");
        assertThat(log.lines())
                .noneMatch(line -> line.contains("7*191")
                        || line.contains("1337")
                        || line.contains("DROP TABLE")
                        || line.contains("evil")
                        || line.contains("Exception"));
    }

    @Test
    void codeInEveryFieldIsKeptAsTextFromRaiseToClose() {
        everyFieldOfTheWholePath(CODE_LINE, String.join("\r\n\t", CODE), List.of(CODE_LINE));
    }

    @Test
    void unicodeTextInEveryFieldIsKeptUnchanged() {
        everyFieldOfTheWholePath(
                UNICODE_LINE, String.join("\n", UNICODE), List.of(UNICODE.get(0), UNICODE.get(3), UNICODE.get(9)));
    }

    /** {@code printed} is what letters contain unchanged; they mark characters that would reorder the text around them. */
    private void everyFieldOfTheWholePath(String line, String text, List<String> printed) {
        assertThat(line.length()).isLessThanOrEqualTo(300);
        filled = FilledBodies.with(line, text, Instant.parse("2026-09-21T20:00:00Z"));
        ObjectNode facts = filled.body(Facts.class);
        Api.ConcernClient concern = Api.as("referrer").raise(facts);
        String officer = "officer.hartlepool";
        assertKept(facts, concern.seenBy(officer).get("facts"), "facts");

        Map<String, ObjectNode> amendments = new LinkedHashMap<>();
        amendments.put("DANGER", amend(concern, "danger", DangerReport.class));
        amendments.put("INFORMED", amend(concern, "inform", Information.class));
        amendments.put("CALLED", amend(concern, "called", PhoneCall.class));
        amendments.put("HANDED_BACK", amend(concern, "duty.team", "handBack", HandBack.class));
        for (JsonNode added : concern.seenBy(officer).get("added")) {
            assertKept(
                    sent(
                            amendments,
                            Objects.requireNonNull(ENTRIES.get(added.get("kind").asText()))),
                    added.get("content"),
                    "added");
        }

        time.set(MovableTime.A_TUESDAY_MORNING);
        bell.ring();
        Map<String, ObjectNode> made = new LinkedHashMap<>();
        ObjectNode written = filled.body(WrittenConcern.class);
        ((ObjectNode) written.get("facts")).remove("call");
        made.put("written-concern", decide(concern, "referrer", WrittenConcern.class, written));
        assertKept(written.get("facts"), concern.seenBy(officer).get("facts"), "written facts");
        for (Class<? extends Decision> each :
                List.of(EmergencyCall.class, HandOver.class, AuthorityDecision.class, InformationReview.class)) {
            decide(made, concern, officer, each);
        }
        amendments.put("MOVED", amend(concern, "proposeMove", MoveProposal.class));
        officer = "officer.redcar";
        for (Class<? extends Decision> each :
                List.of(HubAcceptance.class, ImmediateRiskCheck.class, ThresholdDecision.class)) {
            decide(made, concern, officer, each);
        }
        decide(made, concern, "manager.redcar", SecondReading.class);
        amendments.put("GLASS_BROKEN", amend(concern, "breakGlass", BreakGlassRequest.class));
        decide(made, concern, "manager.redcar", BreakGlassReview.class);
        concern.decide(officer, "social-care-referral/1-placing", filled.body(SocialCareReferral.class));
        for (Class<? extends Decision> each : List.of(
                SocialCareReferral.class,
                StrategyDiscussion.class,
                DiscussionRecord.class,
                PoliceReport.class,
                CeopDecision.class,
                PlatformDecision.class,
                LadoReferral.class,
                LadoEvaluation.class,
                Acknowledgement.class,
                ReferrerFeedback.class)) {
            decide(made, concern, officer, each);
        }
        concern.tell(
                officer,
                "obligations",
                Map.of("kind", "DISCUSSION_ACTIONS", "item", "1", "reason", "The worker rang about it."));
        decide(made, concern, officer, DiscussionActions.class);
        decide(made, concern, officer, Close.class);

        // These steps open only when the delivery of a letter fails, a partner is silent, or a discussion decides
        // against
        // section 47.
        Set<Step> chases = EnumSet.of(
                Step.LETTER_CHASE, Step.LADO_LETTER_CHASE, Step.PARTNER_CHECK_OVERDUE, Step.END_OF_ENQUIRIES);
        assertThat(made.keySet())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(chases)).stream()
                        .map(Step::id)
                        .toList());
        for (JsonNode done : concern.pathSeenBy(officer).get("done")) {
            assertKept(
                    sent(made, done.get("step").asText()),
                    done.get("decision"),
                    done.get("step").asText());
        }
        Set<String> kinds = new TreeSet<>();
        for (JsonNode entry : concern.read(officer, "/timeline").get("entries")) {
            String kind = entry.get("kind").asText();
            ObjectNode sent =
                    kind.equals("DECIDED") ? made.get(entry.get("step").asText()) : amendments.get(kind);
            // A raise or decision may also report danger, and a decision may have a second entry.
            if (sent != null
                    && !kind.equals("DANGER")
                    && entry.get("details").has(sent.fieldNames().next())) {
                assertKept(sent, entry.get("details"), "timeline " + kind);
                kinds.add(kind);
            }
        }
        assertThat(kinds).containsExactly("CALLED", "DECIDED", "GLASS_BROKEN", "HANDED_BACK", "INFORMED", "MOVED");
        assertThat(concern.read("auditor", "/verification").get("whole").asBoolean())
                .isTrue();
        for (String purpose : List.of("POLICE_REPORT", "CEOP_REPORT")) {
            assertThat(unwrapped(Api.as(officer)
                            .get(concern.address() + "/letters/" + purpose + "/1")
                            .asString()))
                    .as("the letter contains the text unchanged")
                    .contains(
                            printed.stream().map(TextIsEvidenceTest::unwrapped).toList())
                    .doesNotContain("1337");
        }
    }

    /** Letters set off told text by a bar on every line, and wrap it between words. */
    private static String unwrapped(String text) {
        return text.replaceAll("\n\\| ?", " ").replaceAll("[ \n]+", " ");
    }

    @Test
    void codeInPlaceOfAHubAnOfficerOrAnAuthorityIsRefusedAndNotEchoed() {
        time.set(MovableTime.A_TUESDAY_MORNING);
        filled = FilledBodies.with(CODE_LINE, CODE_LINE, Instant.parse("2026-09-21T20:00:00Z"));
        Api.ConcernClient concern = Api.as("referrer").raise(filled.body(Facts.class));
        String hostile = Json.write(CODE_LINE);
        Map<String, Object> refused = Map.of(
                "/authority-decision/1",
                filled.choosing("AuthorityDecision.authority", hostile).body(AuthorityDecision.class),
                "/move",
                filled.choosing("MoveProposal.toHub", hostile).body(MoveProposal.class),
                "/steps/police-report/assign",
                filled.body(StepsResource.Assignment.class));

        refused.forEach((place, body) -> {
            Response answer = Api.as("manager.hartlepool").post(concern.address() + place, body);
            assertThat(answer.statusCode()).as(place).isEqualTo(409);
            assertThat(answer.asString()).doesNotContain("7*191", "1337", "DROP TABLE");
        });
    }

    @Test
    void theReasonForADuplicateIsKeptUnchanged() {
        time.set(MovableTime.A_TUESDAY_MORNING);
        filled = FilledBodies.with(UNICODE_LINE, UNICODE_LINE + CODE_LINE, Instant.parse("2026-09-21T20:00:00Z"))
                .choosing("Urgency.dangerNow", "\"NO\"");
        Api.ConcernClient other = Api.as("referrer").raise(org.teestriage.testing.client.Bodies.GROOMING);
        Api.ConcernClient twin = Api.as("referrer").raise(org.teestriage.testing.client.Bodies.GROOMING);
        ObjectNode withdrawal = filled.choosing("DuplicateRequest.duplicateOf", Json.write(other.reference()))
                .body(DuplicateRequest.class);

        Api.as("manager.hartlepool")
                .post(twin.address() + "/duplicate", withdrawal)
                .then()
                .statusCode(200);

        for (JsonNode entry : twin.read("manager.hartlepool", "/timeline").get("entries")) {
            if (entry.get("kind").asText().equals("WITHDRAWN")) {
                assertKept(withdrawal, entry.get("details"), "withdrawn");
                return;
            }
        }
        throw new AssertionError("no timeline entry for the withdrawal");
    }

    private ObjectNode amend(Api.ConcernClient concern, String operation, Class<?> type) {
        return amend(concern, "officer.hartlepool", operation, type);
    }

    private ObjectNode amend(Api.ConcernClient concern, String user, String operation, Class<?> type) {
        ObjectNode body = filled.body(type);
        Response answer = Api.as(user).post(document.operation(operation).address(concern.reference()), body);
        assertThat(answer.statusCode())
                .as("%s: %s", operation, answer.asString())
                .isEqualTo(200);
        return body;
    }

    private void decide(
            Map<String, ObjectNode> made, Api.ConcernClient concern, String user, Class<? extends Decision> type) {
        ObjectNode body = decide(concern, user, type, filled.body(type));
        made.put(document.operation(FilledBodies.operation(type)).path().split("/", -1)[4], body);
    }

    private ObjectNode decide(Api.ConcernClient concern, String user, Class<? extends Decision> type, ObjectNode body) {
        String address = document.operation(FilledBodies.operation(type)).address(concern.reference());
        Response answer = Api.as(user).post(address, body);
        assertThat(answer.statusCode()).as("%s: %s", address, answer.asString()).isEqualTo(200);
        return body;
    }

    private static ObjectNode sent(Map<String, ObjectNode> bodies, String name) {
        return Objects.requireNonNull(bodies.get(name), name);
    }

    /** Asserts that every text sent is stored unchanged in the same field. */
    private void assertKept(JsonNode sent, JsonNode kept, String what) {
        List<String> changed = new ArrayList<>();
        compare(sent, kept, what, changed);
        assertThat(changed).isEmpty();
    }

    private void compare(JsonNode sent, JsonNode kept, String place, List<String> changed) {
        if (sent.isTextual()) {
            fields++;
            if (!sent.equals(kept)) {
                changed.add(place + " was " + sent + " and is " + kept);
            }
        }
        sent.properties()
                .forEach(each ->
                        compare(each.getValue(), kept.path(each.getKey()), place + "." + each.getKey(), changed));
        if (sent.isArray()) {
            for (int i = 0; i < sent.size(); i++) {
                compare(sent.get(i), kept.path(i), place + "[" + i + "]", changed);
            }
        }
    }
}
