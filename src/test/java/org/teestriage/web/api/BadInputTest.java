package org.teestriage.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Bodies.GROOMING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.casework.question.QuestionRequest;
import org.teestriage.casework.question.QuestionWithdrawal;
import org.teestriage.casework.triage.CheckEntry;
import org.teestriage.casework.triage.CovertRequest;
import org.teestriage.casework.triage.DuplicateRequest;
import org.teestriage.casework.triage.HandBack;
import org.teestriage.casework.triage.MoveProposal;
import org.teestriage.casework.triage.ObligationOpening;
import org.teestriage.casework.triage.RouteEntry;
import org.teestriage.concern.Reference;
import org.teestriage.concern.amendment.AmendmentRequest;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.delivery.ChannelSwitchRequest;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;
import org.teestriage.testing.LogCapture;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.web.api.FilledBodies.Spot;

/**
 * Invalid input is answered with a problem that names the field; neither the response nor the log repeats the input.
 */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class BadInputTest {

    /** Part of every input here; must not occur in any response or log line. */
    private static final String CANARY = "Zq7canary";

    private static final String OFFICER = "officer.hartlepool";
    private static final String SEEN_AGAIN = "[{\"on\": \"2026-09-20\", \"where\": \"A group chat of the school.\"}]";
    private static final int MEGABYTE = 1_048_576;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject
    MovableTime time;

    private final FilledBodies filled =
            FilledBodies.with("a line", "a text of some words", Instant.parse("2026-09-22T08:45:00Z"));
    private final List<String> faults = new ArrayList<>();
    private LogCapture log;
    private OpenApiDocument document;
    private Api.ConcernClient concern;
    private int cases;

    @BeforeEach
    void listen() {
        time.set(MovableTime.A_TUESDAY_MORNING);
        log = new LogCapture();
        document = OpenApiDocument.fetched();
        concern = raised();
    }

    @AfterEach
    void noInputWasLoggedAndNoCaseFailed() {
        log.close();
        System.out.println("BAD INPUT " + cases + " cases");
        assertThat(log.lines())
                .noneMatch(line -> line.contains(CANARY)
                        || line.contains("Exception")
                        || line.contains("\tat ")
                        || line.contains("failure "));
        assertThat(faults).isEmpty();
    }

    /** The request body types by operation id. */
    private static Map<String, Class<?>> bodies() {
        Map<String, Class<?>> bodies = new LinkedHashMap<>();
        bodies.put("raise", Facts.class);
        bodies.put("danger", DangerReport.class);
        bodies.put("inform", Information.class);
        bodies.put("called", PhoneCall.class);
        bodies.put("amend", AmendmentRequest.class);
        bodies.put("handBack", HandBack.class);
        bodies.put("proposeMove", MoveProposal.class);
        bodies.put("openObligation", ObligationOpening.class);
        bodies.put("markCovert", CovertRequest.class);
        bodies.put("askReferrer", QuestionRequest.class);
        bodies.put("answerQuestion", Information.class);
        bodies.put("withdrawQuestion", QuestionWithdrawal.class);
        bodies.put("recordRoute", RouteEntry.class);
        bodies.put("recordCheck", CheckEntry.class);
        bodies.put("withdraw", DuplicateRequest.class);
        bodies.put("switchChannel", ChannelSwitchRequest.class);
        bodies.put("assign", StepsResource.Assignment.class);
        FilledBodies.decisions().forEach(each -> bodies.put(FilledBodies.operation(each), each));
        return bodies;
    }

    @Test
    void everyFieldRefusesEveryValueOfAnotherType() {
        forEveryField((spot, body, address) -> wrongValues(spot).forEach((json, field) -> {
            set(body, spot.pointer(), Json.read(json, JsonNode.class));
            assertRefused(address, body.toString(), 400, field);
        }));
    }

    /** Wrong values for the type of a field, with the field that the response must name. */
    private static Map<String, String> wrongValues(Spot spot) {
        Class<?> type = spot.component().getType();
        List<String> wrong = new ArrayList<>(List.of("[\"" + CANARY + "\"]", "{\"" + CANARY + "\": 1}", "1.5"));
        Map<String, String> named = new HashMap<>();
        if (spot.list()) {
            wrong.set(0, "\"" + CANARY + "\"");
            wrong.addAll(List.of("true", "1"));
            named.put("[null]", spot.path() + "[0]");
            named.put("[[]]", spot.path() + "[0]");
        } else if (type == String.class) {
            wrong.addAll(List.of("1", "true", "9".repeat(400)));
        } else if (type == Integer.class) {
            wrong.addAll(List.of("\"1\"", "true", "2147483648", "-2147483649", "9".repeat(400), "1e400", "\"\""));
        } else if (type == Boolean.class) {
            wrong.addAll(List.of("\"true\"", "0", "1", "\"\"", "\"" + CANARY + "\""));
        } else if (type.isEnum()) {
            wrong.addAll(List.of("0", "\"0\"", "\"\"", "\"yes\"", "true", "\"" + CANARY + "\""));
        } else if (type == Instant.class || type == LocalDate.class) {
            String behind = type == Instant.class ? "T00:00:00Z" : "";
            wrong.addAll(
                    List.of("0", "1790000000", "\"1790000000\"", "\"\"", "true", "\"" + CANARY + "\"", "[2026,9,22]"));
            for (String day : List.of(
                    "2026-02-29",
                    "2026-13-01",
                    "2026-00-10",
                    "1899-12-31",
                    "2200-01-01",
                    "+1000000-01-01",
                    "-0001-01-01")) {
                wrong.add("\"" + day + behind + "\"");
            }
        } else if (type == Reference.class) {
            wrong.addAll(List.of("1", "\"" + CANARY + "\"", "\"K7Q2-9FXM-0\"", "\"\""));
        } else {
            wrong.set(1, "\"" + CANARY + "\"");
            wrong.addAll(List.of("1", "true"));
            named.put("{\"" + CANARY + "\": 1}", spot.path() + ".?");
        }
        wrong.forEach(each -> named.put(each, spot.path()));
        return named;
    }

    @Test
    void everyTextFieldRefusesOverlongAndInvalidText() {
        forEveryField((spot, body, address) -> {
            if (spot.component().getType() != String.class) {
                return;
            }
            boolean line = FilledBodies.has(spot.component(), SingleLine.class);
            if (line == FilledBodies.has(spot.component(), MultiLine.class)) {
                faults.add(address + " " + spot.path() + " is neither a line nor a text, or both");
            }
            // Enough words for a reason, so that only the character or the length is wrong.
            String told = CANARY + " of some words";
            List<String> wrong = new ArrayList<>();
            String controls = line ? "\u0000\n\u009f" : "\u0000\u000b\u009f";
            controls.chars().forEach(control -> wrong.add(told + (char) control));
            wrong.add(told + "x".repeat(line ? 300 : 20_000));
            wrong.add(told + '\ud800');
            wrong.add('\udc00' + told);
            wrong.add(told + "\udc00\ud800" + told);
            if (FilledBodies.has(spot.component(), NotBlank.class)) {
                wrong.addAll(List.of("", "   "));
            }
            for (String each : wrong) {
                set(body, spot.pointer(), Json.read(quoted(each), JsonNode.class));
                assertRefused(address, ascii(body), 400, spot.path());
            }
        });
    }

    @Test
    void everyTextFieldRefusesAnImage() {
        String image = "data:image/png;base64," + CANARY;
        forEveryField((spot, body, address) -> {
            if (spot.component().getType() == String.class) {
                set(body, spot.pointer(), Json.read(quoted(image), JsonNode.class));
                assertRefused(address, body.toString(), 400, spot.path());
            }
        });
    }

    @Test
    void controlCharactersAreRefusedExceptLineBreaksAndTabsInMultiLineText() {
        for (int control = 0; control < 0xA0; control++) {
            if (Character.isISOControl(control)) {
                ObjectNode body = Json.read(GROOMING, ObjectNode.class);
                set(body, "/children/0/name", Json.read(quoted(CANARY + (char) control), JsonNode.class));
                assertRefused("/api/concerns", ascii(body), 400, "children[0].name");
                if (control != '\n' && control != '\r' && control != '\t') {
                    body = Json.read(GROOMING, ObjectNode.class);
                    set(body, "/account/0/text", Json.read(quoted(CANARY + (char) control), JsonNode.class));
                    assertRefused("/api/concerns", ascii(body), 400, "account[0].text");
                }
            }
        }
    }

    @Test
    void everyListRefusesMoreThanItsMaximum() {
        forEveryField((spot, body, address) -> {
            Size size = spot.component().getAccessor().getAnnotation(Size.class);
            if (spot.list() && size != null) {
                ArrayNode list = (ArrayNode) body.at(spot.pointer());
                while (list.size() <= size.max()) {
                    list.add(list.get(0));
                }
                assertRefused(address, body.toString(), 400, spot.path());
            }
        });
    }

    @Test
    void everyListIsReadNoFurtherThanItsMaximum() {
        forEveryField((spot, body, address) -> {
            if (spot.list()) {
                JsonNode first = ((ArrayNode) body.at(spot.pointer())).get(0);
                String entry = first.isObject() ? "{}" : first.isNumber() ? first.toString() : "\"" + CANARY + "\"";
                String name = "\"" + spot.component().getName() + "\":";
                set(body, spot.pointer(), Json.read("\"HERE\"", JsonNode.class));
                String most = body.toString()
                        .replace(
                                name + "\"HERE\"",
                                name + "[" + (entry + ",").repeat(20_000).replaceFirst(",$", "]"));
                boolean codes = entry.startsWith("\"");
                assertRefused(address, codes ? most.replace(CANARY, code(spot)) : most, 400, spot.path());
            }
        });
    }

    private static String code(Spot spot) {
        ParameterizedType list = (ParameterizedType) spot.component().getGenericType();
        Class<?> entry = (Class<?>) list.getActualTypeArguments()[0];
        return entry.isEnum() ? ((Enum<?>) entry.getEnumConstants()[0]).name() : CANARY;
    }

    @Test
    void atMostFiftyErrorsAreListedAndTheProblemSaysThatThereAreMore() {
        String workers = "{\"knownWorkers\": [%s]}".formatted("{},".repeat(20).replaceFirst(",$", ""));
        String identities = "{\"identities\": [%s]}".formatted("{},".repeat(30).replaceFirst(",$", ""));
        String body = "{\"children\": [%s], \"suspects\": [%s], \"account\": [%s]}"
                .formatted(
                        (workers + ",").repeat(20).replaceFirst(",$", ""),
                        (identities + ",").repeat(20).replaceFirst(",$", ""),
                        "{},".repeat(50).replaceFirst(",$", ""));

        Response answer = Api.as("referrer").post("/api/concerns", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors")).hasSize(50);
        assertThat(answer.jsonPath().getString("detail"))
                .contains("NOT submitted", "the first 50")
                .containsPattern("there are [0-9]{2,4} more");
        assertThat(answer.asString().length()).isLessThan(10_000);
    }

    @Test
    void unknownAndDuplicateKeysAreRefused() {
        bodies().forEach((operation, type) -> {
            String body = filled.body(type).toString();
            String address = address(operation);
            assertRefused(address, body.replaceFirst("\\{", "{\"" + CANARY + "\": {\"" + CANARY + "\": 1},"), 400, "?");
            String first = type.getRecordComponents()[0].getName();
            assertRefused(address, body.replaceFirst("}$", ",\"" + first + "\": null}"), 400, first);
        });
    }

    @Test
    void aDecisionAboutAChildThatDoesNotExistIsRefused() {
        Api.as(OFFICER)
                .post(
                        concern.address() + "/immediate-risk-check/1",
                        filled.body(org.teestriage.decision.ImmediateRiskCheck.class));
        for (String number : List.of("0", "-1", "2", "2147483647")) {
            Response answer = concern.tryToDecide(OFFICER, "threshold-decision/1", """
                    {"children": [{"child": %s, "outcomes": ["SECTION_17"], "rationale": "Needs an assessment."}], "complexAbuse": true}""".formatted(number));
            assertProblem(answer, 409, null, "child " + number);
        }
    }

    @Test
    void malformedAndOversizedBodiesAreRefused() {
        String deep = "[".repeat(60) + "]".repeat(60);
        assertRefused("/api/concerns", "{\"" + CANARY + "\": " + deep + "}", 400, "");
        assertRefused("/api/concerns", "{\"children\": " + "[".repeat(100_000), 400, null);
        assertRefused("/api/concerns", "", 400, "");
        assertRefused("/api/concerns", "null", 400, "");
        assertRefused("/api/concerns", "[]", 400, "");
        assertRefused("/api/concerns", "\"" + CANARY + "\"", 400, "");
        assertRefused("/api/concerns", "12", 400, "");
        assertRefused("/api/concerns", CANARY, 400, "");
        assertRefused("/api/concerns", "{" + CANARY + ": 1}", 400, "");
        assertRefused("/api/concerns", "{'urgency': 1}", 400, "");
        assertRefused("/api/concerns", "{\"urgency\": NaN}", 400, null);
        assertRefused("/api/concerns", "// " + CANARY + "\n" + GROOMING, 400, null);
        assertRefused("/api/concerns", GROOMING + CANARY, 400, "");
        assertRefused("/api/concerns", GROOMING + "{}", 400, "");
        assertRefused("/api/concerns", GROOMING.strip().replaceFirst("}$", ""), 400, null);
        assertRefused("/api/concerns", GROOMING.replace("Robin Sample", "Robin\u0000" + CANARY), 400, null);
        assertRefused("/api/concerns", "x".repeat(MEGABYTE + 1), 413, null);
        assertProblem(
                send("x".repeat(10 * MEGABYTE).getBytes(StandardCharsets.UTF_8), "application/json"),
                413,
                null,
                "10 MB");
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] body = GROOMING.replace("Robin Sample", "Robin@").getBytes(StandardCharsets.UTF_8);
        int at = new String(body, StandardCharsets.ISO_8859_1).indexOf('@');
        for (int wrong : new int[] {0x80, 0xBF, 0xC0, 0xC1, 0xE2, 0xED, 0xF5, 0xFE, 0xFF}) {
            byte[] spoilt = body.clone();
            spoilt[at] = (byte) wrong;
            assertProblem(send(spoilt, "application/json"), 400, null, "byte " + wrong);
        }
        byte[] surrogate = GROOMING.replace("Robin Sample", "Robin@@@").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, 0, surrogate, at, 3);
        assertProblem(send(surrogate, "application/json"), 400, null, "a surrogate in UTF-8");
    }

    @Test
    void anOversizedChunkedBodyIsAnsweredNotSubmitted() {
        Response answer = given().auth()
                .preemptive()
                .basic("referrer", "demo")
                .contentType("application/json")
                .body(new java.io.ByteArrayInputStream(
                        ("{\"urgency\": " + " ".repeat(MEGABYTE) + CANARY + "}").getBytes(StandardCharsets.UTF_8)))
                .post("/api/concerns");
        assertProblem(answer, 413, null, "chunked");
        assertThat(answer.jsonPath().getString("detail")).contains("NOT submitted", "999");
    }

    @Test
    void otherContentTypesAreRefused() {
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/x-java-serialized-object",
                "multipart/form-data; boundary=x",
                "image/png",
                CANARY + "/" + CANARY)) {
            assertProblem(send(GROOMING.getBytes(StandardCharsets.UTF_8), type), 415, null, type);
        }
    }

    @Test
    void unknownPathsAreNotFound() {
        String[] places = {
            "GET /api/concerns/" + CANARY,
            "GET /api/concerns/K7Q2-9FXM-0",
            "GET /api/concerns/K7Q2-9FXM-F%00",
            "GET /api/concerns/%27%20OR%201=1--",
            "GET /api/concerns/$%7B7*7%7D",
            "GET /api/concerns/..%2f..%2fetc%2fpasswd",
            "GET /api/concerns/%F0%9F%98%80",
            "GET /api/concerns/" + "A".repeat(2000),
            "GET " + concern.address() + "/" + CANARY,
            "POST " + concern.address() + "/" + CANARY,
            "POST " + concern.address() + "/threshold-decision",
            "POST " + concern.address() + "/threshold-decision/99999",
            "POST " + concern.address() + "/threshold-decision/x",
            "POST " + concern.address() + "/threshold-decision/-1",
            "POST " + concern.address() + "/steps/" + CANARY + "/claim",
            "POST " + concern.address() + "/steps/THRESHOLD_DECISION/claim",
            "POST " + concern.address() + "/steps/threshold-decision/" + CANARY + "/claim",
            "GET " + concern.address() + "/letters/" + CANARY + "/1",
            "GET " + concern.address() + "/letters/POLICE_REPORT/" + CANARY,
            "GET " + concern.address() + "/letters/POLICE_REPORT/99999999999",
            "GET " + concern.address() + "/letters/POLICE_REPORT/2",
            "GET " + concern.address() + "/letters/POLICE_REPORT/1?item=" + CANARY,
            "GET /api",
            "GET /api/" + CANARY,
            "POST /api/" + CANARY,
            "GET /q/" + CANARY,
            "GET /q/swagger-ui-of-" + CANARY
        };
        for (String place : places) {
            String[] words = place.split(" ", 2);
            assertProblem(call(words[0], words[1]), 404, null, place);
        }
    }

    @Test
    void invalidQueryParametersAreNamed() {
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("/api/queue?after=" + CANARY, "after"),
                Map.entry("/api/queue?after=" + page("0 " + Long.MAX_VALUE + " x"), "after"),
                Map.entry("/api/queue?after=" + page("0 -1 x"), "after"),
                Map.entry("/api/queue?after=" + page(CANARY + " 1 x"), "after"),
                Map.entry("/api/queue?after=" + page("0 1"), "after"),
                Map.entry("/api/queue?after=" + page("9999 1 x"), "after"),
                Map.entry("/api/queue?size=" + CANARY, "size"),
                Map.entry("/api/queue?size=0", "size"),
                Map.entry("/api/queue?size=101", "size"),
                Map.entry("/api/queue?size=-1", "size"),
                Map.entry("/api/queue?size=2147483648", "size"),
                Map.entry("/api/queue?overdue=" + CANARY, "overdue"),
                Map.entry("/api/queue?overdue=1", "overdue"),
                Map.entry("/api/queue?whose=" + CANARY, "whose"),
                Map.entry("/api/queue?whose=mine", "whose"),
                Map.entry("/api/queue?step=" + CANARY, "step"),
                Map.entry("/api/queue?step=THRESHOLD_DECISION", "step"),
                Map.entry("/api/concerns?after=" + CANARY, "after"),
                Map.entry("/api/concerns?after=K7Q2-9FXM-0", "after"));
        wrong.forEach((address, field) -> assertProblem(call("GET", address), 400, field, address));
        // The largest cursor that can be written is accepted.
        String far = page("999 " + "9".repeat(18) + " \u0000'\"" + CANARY);
        assertThat(call("GET", "/api/queue?after=" + far).statusCode()).isEqualTo(200);
    }

    private static String page(String keys) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unsupportedMethodsAreRefused() {
        String address = concern.address();
        for (String place : List.of(
                "PUT " + address,
                "DELETE " + address,
                "PATCH /api/concerns",
                "DELETE " + address + "/timeline",
                "POST " + address + "/timeline",
                "GET /api/queue/next",
                "TRACE " + address,
                "TRACE /api/concerns",
                "TRACE /q/health",
                "TRACE /openapi",
                "POST /openapi",
                "DELETE /q/health/live")) {
            String[] words = place.split(" ", 2);
            assertProblem(call(words[0], words[1]), 405, null, place);
        }
    }

    @Test
    void anIdempotencyKeyIsLimitedInLengthAndCaseSensitive() {
        assertProblem(keyed("k".repeat(201), GROOMING), 400, "Idempotency-Key", "a key of 201");
        String first = keyed("' OR '1'='1 ${7*7} a", GROOMING).jsonPath().getString("reference");
        assertThat(keyed("' OR '1'='1 ${7*7} a", GROOMING).jsonPath().getString("reference"))
                .isEqualTo(first);
        assertThat(keyed("' OR '1'='1 ${7*7} A", GROOMING).jsonPath().getString("reference"))
                .isNotEqualTo(first);
        assertProblem(
                keyed("' OR '1'='1 ${7*7} a", GROOMING.replace("GROOMING", "SEXTING")), 422, null, "another body");
    }

    @Test
    void concurrentRequestsWithOneKeyCreateOneConcernAndTheKeyIsNotLogged() {
        List<String> references = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> keyed(CANARY + " twins", GROOMING).jsonPath().getString("reference"))
                .toList();

        assertThat(references).doesNotContainNull().containsOnly(references.get(0));
    }

    private Response keyed(String key, String body) {
        return given().auth()
                .preemptive()
                .basic("referrer", "demo")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/concerns");
    }

    @Test
    void invalidCredentialsAreAnsweredWithAProblem() {
        for (String header : List.of(
                "Basic " + base64("referrer:" + CANARY),
                "Basic " + base64(CANARY + ":demo"),
                "Basic " + CANARY,
                "Basic !!!",
                "Bearer " + CANARY)) {
            assertProblem(given().header("Authorization", header).get("/api/concerns"), 401, null, header);
        }
        assertProblem(given().get("/api/concerns"), 401, null, "no credentials");
        assertProblem(
                given().contentType("application/json").body("{\"" + CANARY).post("/api/concerns"),
                401,
                null,
                "no credentials, with a body");
    }

    /** A check of one field of one body; every check gets a fresh body. */
    private interface Trial {
        void at(Spot spot, ObjectNode body, String address);
    }

    private void forEveryField(Trial trial) {
        Map<String, Class<?>> bodies = bodies();
        bodies.forEach((operation, type) -> {
            String address = address(operation);
            // The facts of a written concern are those of the raise operation.
            FilledBodies.spots(type)
                    .filter(spot -> !spot.path().startsWith("facts."))
                    // An amendment has a list of its own for the times at which images were seen again.
                    .filter(spot -> !spot.path().startsWith("images[0].images.spread.seenAgain"))
                    .forEach(spot -> trial.at(spot, bodyWith(spot, type), address));
        });
    }

    /** A complete body that contains this field: an approval, or that it is not needed, excludes the fields of a sent one. */
    private ObjectNode bodyWith(Spot spot, Class<?> type) {
        String approval = "{\"recipient\": \"a line\", \"contentHash\": \"a line\"}";
        if (spot.path().startsWith("notNeeded.")) {
            return filled.choosing(type.getSimpleName() + ".sent", "null")
                    .choosing(
                            type.getSimpleName() + ".notNeeded",
                            "{\"because\": \"ALREADY_REFERRED\", \"rationale\": \"They confirmed it.\"}")
                    .body(type);
        }
        if (spot.path().startsWith("images.spread.seenAgain")) {
            return filled.choosing("Spread.seenAgain", SEEN_AGAIN).body(type);
        }
        ObjectNode body = filled.body(type);
        return spot.path().contains("approval.")
                ? filled.choosing("Report.kind", "\"APPROVED\"")
                        .choosing("Report.sent", "null")
                        .choosing("Report.approval", approval)
                        .choosing(type.getSimpleName() + ".sent", "null")
                        .choosing(type.getSimpleName() + ".approval", approval)
                        .body(type)
                : body;
    }

    private String address(String operation) {
        return document.operation(operation).address(concern.reference());
    }

    private static Api.ConcernClient raised() {
        return Api.as("referrer").raise(GROOMING);
    }

    private static void set(ObjectNode body, String pointer, JsonNode value) {
        int cut = pointer.lastIndexOf('/');
        ((ObjectNode) body.at(pointer.substring(0, cut))).set(pointer.substring(cut + 1), value);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(each -> json.append("\\u%04x".formatted(each)));
        return json.append('"').toString();
    }

    /** Escapes text that UTF-8 cannot encode, such as lone surrogates. */
    private static String ascii(ObjectNode body) {
        StringBuilder json = new StringBuilder();
        body.toString()
                .chars()
                .forEach(each -> json.append(each < 0x7f ? String.valueOf((char) each) : "\\u%04x".formatted(each)));
        return json.toString();
    }

    /** Uses the JDK client, because there are thousands of these requests. */
    private void assertRefused(String address, String body, int status, @Nullable String field) {
        String user = address.endsWith("/api/concerns") ? "referrer" : OFFICER;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                .header("Authorization", "Basic " + base64(user + ":demo"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            assertProblem(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    status,
                    field,
                    address + " " + body.substring(0, Math.min(body.length(), 300)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response send(byte[] body, String contentType) {
        return given().auth()
                .preemptive()
                .basic("referrer", "demo")
                .header("Content-Type", contentType)
                .config(RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(contentType, io.restassured.http.ContentType.BINARY)))
                .body(body)
                .post("/api/concerns");
    }

    private static Response call(String method, String address) {
        var request = given().urlEncodingEnabled(false).auth().preemptive().basic(OFFICER, "demo");
        if (method.equals("POST")) {
            request.contentType("application/json").body("{}");
        }
        return request.request(method, address);
    }

    private void assertProblem(Response answer, int status, @Nullable String field, String what) {
        assertProblem(answer.statusCode(), answer.contentType(), answer.asString(), status, field, what);
    }

    private void assertProblem(
            int status, String type, String body, int expected, @Nullable String field, String what) {
        cases++;
        JsonNode problem = type.startsWith("application/problem+json")
                ? Json.read(body, JsonNode.class)
                : MissingNode.getInstance();
        boolean fine = status == expected
                && problem.path("status").asInt() == expected
                && !problem.path("title").asText().isEmpty()
                && !problem.path("detail").asText().isEmpty()
                && Stream.of(CANARY, "Exception", "org.teestriage", "fasterxml", "java.", "\tat ")
                        .noneMatch(body::contains)
                && (field == null || onlyField(problem).equals(field));
        if (!fine) {
            faults.add("%d at %s: %s%n   was %d %s %s"
                    .formatted(expected, field, what, status, type, body.substring(0, Math.min(body.length(), 400))));
        }
    }

    private static String onlyField(JsonNode problem) {
        return problem.path("errors").size() == 1
                ? problem.at("/errors/0/field").asText()
                : problem.toString();
    }
}
