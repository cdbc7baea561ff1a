package org.teestriage.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.web.api.OpenApiDocument.fields;
import static org.teestriage.web.api.OpenApiDocument.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.casework.partnercheck.OverdueCheckService;
import org.teestriage.casework.path.DueAgainService;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Step;
import org.teestriage.delivery.Courier;
import org.teestriage.delivery.HmacSignature;
import org.teestriage.delivery.ReceiptNotice;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PartnerWorld;
import org.teestriage.web.api.OpenApiDocument.Operation;
import org.teestriage.workflow.process.TimerBell;

/**
 * The OpenAPI document describes what the API does. The journey sends its examples. With {@code -Dexamples.write=true}
 * it writes the responses into {@code src/main/resources/openapi}, and the document into {@code docs/openapi.yaml}; if
 * the examples have changed, a second run writes the document with them.
 */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class OpenApiTest {

    private static final boolean WRITE = Boolean.getBoolean("examples.write");
    private static final String REFERENCE = "K7Q2-9FXM-F";
    private static final String OTHER_REFERENCE = "T3ES-7A9K-K";

    private static final String DISPATCH_ID = "5d0c6f0e-9a4b-4c0f-8f2e-1b7a3c9d2e4f";
    private static final String QUESTION = "0b9f6a3e-5f5e-4b8a-9d0c-2f6a1c7e4d11";
    private static final String CONTENT_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final java.nio.file.Path STORED = java.nio.file.Path.of("docs/openapi.yaml");

    private static final Instant MONDAY_NIGHT = Instant.parse("2026-09-21T20:30:00Z");

    /** Objects whose keys depend on earlier events, not on the operation. */
    private static final Set<String> OPEN_CONTENT = Set.of("details", "decision", "content", "others", "elsewhere");

    private static final Map<Class<? extends Annotation>, String> METHODS = Map.of(
            GET.class, "GET", POST.class, "POST", PUT.class, "PUT", PATCH.class, "PATCH", DELETE.class, "DELETE");

    @Inject
    MovableTime time;

    @Inject
    TimerBell bell;

    @Inject
    Courier courier;

    @Inject
    OverdueCheckService overdueChecks;

    @Inject
    DueAgainService dueAgain;

    private JsonNode letter = MissingNode.getInstance();
    private String question = QUESTION;

    private OpenApiDocument document;
    private SchemaValidator validator;
    private final Set<String> shown = new HashSet<>();

    @BeforeEach
    void readTheDocument() {
        document = OpenApiDocument.fetched();
        validator = new SchemaValidator(document.root());
        time.set(MONDAY_NIGHT);
    }

    @AfterEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    @Test
    void theDocumentAndTheResourcesNameTheSameRoutes() {
        assertThat(document.operations().stream().map(each -> each.method() + " " + each.path()))
                .containsExactlyInAnyOrderElementsOf(routes());
    }

    private static Stream<Class<?>> resources() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.teestriage.web.api")
                        .stream()
                        .filter(each -> each.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect);
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        resources().forEach(resource -> {
            for (Method method : resource.getDeclaredMethods()) {
                METHODS.forEach((annotation, verb) -> {
                    if (method.isAnnotationPresent(annotation)) {
                        routes.add(verb + " " + address(resource, method));
                    }
                });
            }
        });
        return routes;
    }

    private static String address(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        return (resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value()))
                .replaceAll("\\{(\\w+): ([^{}]|\\{[^{}]*})*}", "{$1}");
    }

    @Test
    void everyOperationIsDescribedWithExamplesAndProblems() {
        List<String> missing = new ArrayList<>();
        for (Operation operation : document.operations()) {
            String id = operation.id();
            require(
                    missing,
                    !operation.takesABody() || operation.requests().size() > 0,
                    id + " has no request example");
            require(missing, operation.success().has("content"), id + " documents no answer");
            require(missing, operation.successContent().has("example"), id + " has no example of its answer");
            require(missing, operation.successContent().has("schema"), id + " has no schema of its answer");
            List<String> problems = new ArrayList<>(List.of("401"));
            if (!operation.node().has("security")) {
                problems.add("403");
            }
            if (operation.path().contains("{reference}")) {
                problems.add("404");
            }
            if (operation.takesABody()) {
                problems.addAll(List.of("400", "408", "409", "413", "415"));
            }
            for (JsonNode parameter : operation.parameters()) {
                require(
                        missing,
                        parameter.has("description"),
                        id + " does not say what " + parameter.get("name") + " is");
                if (parameter.get("name").asText().equals("Idempotency-Key")) {
                    problems.add("422");
                }
            }
            for (String status : problems) {
                JsonNode content = document.resolved(
                                operation.node().path("responses").path(status))
                        .path("content")
                        .path("application/problem+json");
                require(missing, content.has("schema") && content.has("example"), id + " does not document " + status);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(document.root().at("/info/description").asText()).contains("call 999", "without signing in");
    }

    @Test
    void everyOperationTakesATokenOfKeycloakExceptTheSignedOnesOfPartners() {
        JsonNode scheme = document.root().at("/components/securitySchemes/keycloak");
        assertThat(scheme.get("type").asText()).isEqualTo("http");
        assertThat(scheme.get("scheme").asText()).isEqualTo("bearer");
        assertThat(scheme.get("description").asText()).contains("`tees-triage`", "`acr` 2", "HTTP Basic");
        assertThat(document.root().get("security").toString()).isEqualTo("[{\"keycloak\":[]}]");
        assertThat(document.operations())
                .filteredOn(operation -> operation.node().has("security"))
                .hasSize(2)
                .allSatisfy(operation -> {
                    assertThat(operation.id()).isIn("receipt", "answerCheck");
                    assertThat(operation.node().get("security")).isEmpty();
                    assertThat(operation.parameters())
                            .filteredOn(
                                    parameter -> parameter.get("in").asText().equals("header"))
                            .allMatch(parameter -> parameter.path("required").asBoolean())
                            .extracting(parameter -> parameter.get("name").asText())
                            .containsExactlyInAnyOrder(HmacSignature.TIMESTAMP, HmacSignature.SIGNATURE);
                });
    }

    @Test
    void theDocumentInTheRepositoryIsTheServedOne() throws IOException {
        String served = document.yaml();
        if (WRITE) {
            Files.writeString(STORED, served);
        }
        assertThat(Files.readString(STORED).equals(served))
                .as("%s is not what the service serves; -Dexamples.write=true writes it", STORED)
                .isTrue();
    }

    /** The journey shows that real responses contain these fields: it validates each response. */
    @Test
    void aResponseAlwaysHasTheFieldsThatAreNotNullable() {
        Map<String, Class<?>> requested = new HashMap<>();
        Map<String, Class<?>> answered = new HashMap<>();
        resources()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(method -> METHODS.keySet().stream().anyMatch(method::isAnnotationPresent))
                .forEach(method -> {
                    Arrays.stream(method.getParameters())
                            .filter(parameter -> parameter.isAnnotationPresent(Valid.class))
                            .forEach(parameter -> bodies(parameter.getType(), requested));
                    bodies(method.getGenericReturnType(), answered);
                });
        bodies(ReceiptNotice.class, requested);
        answered.keySet().removeAll(requested.keySet());
        assertThat(answered).hasSizeGreaterThan(30);
        answered.forEach((name, type) -> assertThat(
                        stream(document.root().at("/components/schemas/" + name + "/required"))
                                .map(JsonNode::asText))
                .as(name)
                .containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RecordComponent::getName)
                        .toList()));
    }

    private static void require(List<String> missing, boolean there, String otherwise) {
        if (!there) {
            missing.add(otherwise);
        }
    }

    @Test
    void stepsAndReferencesAreDocumentedInTheirJsonForm() {
        assertThat(named("Step"))
                .containsExactlyElementsOf(
                        Arrays.stream(Step.values()).map(Step::id).toList());
        assertThat(document.root().at("/components/schemas/Reference/type").asText())
                .isEqualTo("string");
        assertThat(fields(document.root().at("/components/schemas")).map(Map.Entry::getKey))
                .as("no two classes share a name")
                .noneMatch(name -> name.matches(".*\\d"));
    }

    private List<String> named(String schema) {
        return stream(document.root().at("/components/schemas/" + schema + "/enum"))
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void exactlyTheMandatoryRequestFieldsAreDocumentedAsRequired() {
        Map<String, Class<?>> records = new HashMap<>();
        bodies(Facts.class, records);
        Arrays.stream(org.teestriage.decision.Decision.class.getPermittedSubclasses())
                .forEach(each -> bodies(each, records));
        assertThat(records).hasSizeGreaterThan(30);
        records.forEach(
                (name, type) -> assertThat(stream(document.root().at("/components/schemas/" + name + "/required"))
                                .map(JsonNode::asText))
                        .as(name)
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                                .filter(OpenApiTest::isMandatory)
                                .map(RecordComponent::getName)
                                .toList()));
    }

    private static void bodies(java.lang.reflect.Type type, Map<String, Class<?>> records) {
        if (type instanceof java.lang.reflect.ParameterizedType list) {
            Arrays.stream(list.getActualTypeArguments()).forEach(each -> bodies(each, records));
        } else if (type instanceof Class<?> record
                && record.isRecord()
                && record != org.teestriage.concern.Reference.class
                && records.put(schemaName(record), record) == null) {
            Arrays.stream(record.getRecordComponents()).forEach(each -> bodies(each.getGenericType(), records));
        }
    }

    private static String schemaName(Class<?> record) {
        Schema named = record.getAnnotation(Schema.class);
        return named == null ? record.getSimpleName() : named.name();
    }

    private static boolean isMandatory(RecordComponent component) {
        boolean list = java.util.Collection.class.isAssignableFrom(component.getType());
        boolean filled = Arrays.stream(component.getAccessor().getAnnotations())
                .anyMatch(each -> each.annotationType().getSimpleName().equals("NotEmpty"));
        return list ? filled : !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @Test
    void theExamplesRunAsAJourneyFromRaiseToClose() {
        String concern = raise("by telephone, at night, with danger");
        show("list", "referrer", concern);
        show("danger", "referrer", concern);
        show("page", "officer.middlesbrough", concern);
        show("inform", "referrer", concern);
        show("called", "officer.middlesbrough", concern);
        show("standing", "officer.middlesbrough", concern);
        show("emergencyCall", "duty.team", concern);
        show("handBack", "duty.team", concern);

        time.set(MovableTime.A_TUESDAY_MORNING);
        bell.ring();
        show("writtenConcern", "referrer", concern);
        show("handOver", "officer.middlesbrough", concern);
        show("authorityDecision", "officer.middlesbrough", concern);
        show("informationReview", "officer.middlesbrough", concern);
        for (String each : List.of("", "Item")) {
            show("claim" + each, "officer.middlesbrough", concern);
            show("release" + each, "officer.middlesbrough", concern);
            show("assign" + each, "manager.middlesbrough", concern);
        }
        show("proposeMove", "officer.middlesbrough", concern);
        show("hubAcceptance", "officer.redcar", concern);
        show("immediateRiskCheck", "officer.redcar", concern);
        show("wordings", "officer.redcar", concern);
        show("acknowledgement", "officer.redcar", concern);
        show("thresholdDecision", "officer.redcar", concern);
        show("secondReading", "manager.redcar", concern);
        show("strategyDiscussion", "officer.redcar", concern);
        show("discussionRecord", "officer.redcar", concern);
        show("discussions", "officer.redcar", concern);
        show("socialCareReferral", "officer.redcar", concern);
        show("path", "officer.redcar", concern);
        show("takeNext", "officer.redcar", concern);
        show("letter", "officer.redcar", concern);
        show("preview", "officer.redcar", concern);
        show("policeReport", "officer.redcar", concern);
        show("ceopDecision", "officer.redcar", concern);
        show("platformDecision", "officer.redcar", concern);
        letter = letter("officer.redcar", concern, "LADO_REFERRAL");
        show("ladoReferral", "officer.redcar", concern);
        Api.as("operator")
                .post(
                        "/api/dispatches/partners/lado-3/channel",
                        "{\"channel\": \"PERSON\", \"reason\": \"Their system is down.\"}");
        courier.round().join();
        show("ladoLetterChase", "officer.redcar", concern);
        show("ladoEvaluation", "officer.redcar", concern);
        show("lado", "officer.redcar", concern);
        show("referrerFeedback", "officer.redcar", concern);
        show("obligations", "officer.redcar", concern);
        show("recordRoute", "officer.redcar", concern);
        show("routes", "officer.redcar", concern);
        show("recordCheck", "officer.redcar", concern);
        show("checks", "officer.redcar", concern);
        show("close", "officer.redcar", concern);
        show("timeline", "manager.redcar", concern);
        show("sent", "referrer", concern);
        show("verification", "auditor", concern);
        show("readings", "auditor", concern);
        show("export", "auditor", concern);
        Api.as("officer.hartlepool").get("/api/concerns/" + concern);
        show("securityEvents", "operator", concern);
        show("breakGlass", "officer.hartlepool", concern);
        show("breakGlassReview", "manager.redcar", concern);
        show("brokenGlass", "auditor", concern);
        show("addRestriction", "manager.redcar", concern);
        show("restrictableStaff", "manager.redcar", concern);
        show("restrictions", "manager.redcar", concern);
        show("liftRestriction", "manager.redcar", concern);
        show("addRestriction", "only named people", "manager.redcar", concern, concern);

        String other = raise("in writing");
        String twin = raise("in writing");
        takeChannel("HTTPS");
        letter = letter("officer.hartlepool", twin, "POLICE_REPORT");
        show("policeReport", "approved", "officer.hartlepool", twin, twin);
        letter = letter("officer.hartlepool", twin, "POLICE_REPORT");
        show("enclosure", "officer.hartlepool", twin);
        show("deliveries", "operator", twin);
        show("releaseDispatch", "operator", twin);
        show("switchChannel", "operator", twin);
        courier.round().join();
        show("letterChase", "officer.hartlepool", twin);
        show("receipt", "operator", twin);
        takeChannel("HTTPS");
        show("ceopDecision", "not needed", "officer.hartlepool", twin, twin);
        show("platformDecision", "held for the police", "officer.hartlepool", twin, twin);
        show("openObligation", "officer.hartlepool", twin);
        notNeeded(twin);
        show("decideNotNeeded", "manager.hartlepool", twin);
        show("withdraw", "as a duplicate", "manager.hartlepool", twin, other);

        show("amend", "officer.hartlepool", other);
        show("facts", "officer.hartlepool", other);
        show("history", "officer.hartlepool", other);
        show("known", "officer.hartlepool", other);
        show("suggestions", "officer.hartlepool", other);
        show("ask", "referrer", other);
        show("amend", "a home outside Tees, and where the child is", "officer.hartlepool", other, other);
        show("furtherPoliceReport", "officer.hartlepool", other);
        show("askReferrer", "officer.hartlepool", other);
        show("chaseQuestion", "officer.hartlepool", other);
        show("questions", "referrer", other);
        show("answerQuestion", "referrer", other);
        Api.as("officer.hartlepool")
                .post("/api/concerns/" + other + "/questions", "{\"text\": \"Where is the telephone now?\"}");
        show("withdrawQuestion", "officer.hartlepool", other);
        show("recordCheck", "a question", "officer.hartlepool", other, other);
        question = Api.json(Api.as("officer.hartlepool").get("/api/concerns/" + other + "/checks"))
                .findValue("question")
                .asText();
        time.set(Instant.parse("2026-09-22T15:00:00Z"));
        overdueChecks.lookUp();
        show("partnerCheckOverdue", "officer.hartlepool", other);
        show("answerCheck", "operator", other);
        show("markCovert", "officer.hartlepool", other);

        String ended = raise("in writing");
        for (Map.Entry<String, String> decided : List.of(
                Map.entry("immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER),
                Map.entry("threshold-decision/1", Bodies.SECTION_47),
                Map.entry(
                        "strategy-discussion/1",
                        Api.with(
                                        Bodies.STRATEGY_DISCUSSION,
                                        "/children/0/section47",
                                        false,
                                        "/children/0/enquiries",
                                        null,
                                        "/actions",
                                        List.of(Map.of(
                                                "what", "See the child at school.",
                                                "owner", "Lou Worker",
                                                "agency", "SOCIAL_CARE",
                                                "dueOn", "2026-09-23")))
                                .toString()))) {
            Api.as("officer.hartlepool")
                    .post("/api/concerns/" + ended + "/" + decided.getKey(), decided.getValue())
                    .then()
                    .statusCode(200);
        }
        show("endOfEnquiries", "manager.hartlepool", ended);
        time.set(Instant.parse("2026-09-24T08:00:00Z"));
        dueAgain.lookUp();
        show("discussionActions", "officer.hartlepool", ended);

        assertThat(shown).containsExactlyInAnyOrderElementsOf(allExamples());
    }

    private JsonNode letter(String officer, String reference, String purpose) {
        return Api.each(Api.json(Api.as(officer).get("/api/concerns/" + reference))
                        .get("letters"))
                .filter(line -> line.get("purpose").asText().equals(purpose))
                .map(line -> Api.json(Api.as(officer)
                        .get("/api/concerns/" + reference + "/letters/"
                                + line.get("number").asInt())))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private static void takeChannel(String channel) {
        Api.as("operator")
                .post(
                        "/api/dispatches/partners/police/channel",
                        "{\"channel\": \"%s\", \"reason\": \"Their system is down.\"}".formatted(channel))
                .then()
                .statusCode(200);
    }

    /** Replaces identifiers in examples by those of the current letter and concern. */
    private String real(String example, String other) {
        return example.replace(OTHER_REFERENCE, other)
                .replace(CONTENT_HASH, letter.path("contentHash").asText(CONTENT_HASH))
                .replace(DISPATCH_ID, letter.path("dispatchId").asText(DISPATCH_ID))
                .replace(QUESTION, question);
    }

    private Response signed(HmacSignature.Direction direction, String id, String address, String body) {
        Instant now = time.instant();
        return given().contentType("application/json")
                .header(HmacSignature.TIMESTAMP, now.getEpochSecond())
                .header(
                        HmacSignature.SIGNATURE,
                        new HmacSignature(PartnerWorld.SECRET)
                                .sign(direction, now, id, body.getBytes(StandardCharsets.UTF_8)))
                .body(body)
                .post(address);
    }

    private Set<String> allExamples() {
        return document.operations().stream()
                .flatMap(each -> each.takesABody()
                        ? fields(each.requests()).map(request -> each.id() + ": " + request.getKey())
                        : Stream.of(each.id() + ": "))
                .collect(Collectors.toSet());
    }

    private String raise(String variant) {
        return show("raise", variant, "referrer", "", OTHER_REFERENCE)
                .jsonPath()
                .getString("reference");
    }

    /** A referral that was opened by mistake, as the officer says at the time that the example names. */
    private void notNeeded(String concern) {
        time.set(Instant.parse("2026-09-22T09:05:00Z"));
        Api.ConcernClient asked = new Api.ConcernClient(concern);
        asked.tell(
                "officer.hartlepool",
                "obligations",
                "{\"kind\": \"SOCIAL_CARE\", \"item\": \"1\", \"reason\": \"The school asked for it.\"}");
        asked.decide(
                "officer.hartlepool",
                "social-care-referral/1",
                "{\"notNeeded\": {\"because\": \"OPENED_BY_MISTAKE\", \"rationale\": \"Another child was meant.\"}}");
    }

    private void show(String id, String user, String reference) {
        Operation operation = document.operation(id);
        String first =
                operation.takesABody() ? operation.requests().fieldNames().next() : "";
        show(id, first, user, reference, OTHER_REFERENCE);
    }

    /** Sends an example to the API, which must accept it, and compares the documented response with the real one. */
    private Response show(String id, String variant, String user, String reference, String other) {
        Operation operation = document.operation(id);
        String address = real(operation.address(reference), other);
        Response answer;
        if (operation.takesABody()) {
            JsonNode example = operation.requests().path(variant).path("value");
            JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
            assertThat(validator.faults(example, schema)).as(id).isEmpty();
            String body = real(example.toString(), other);
            answer = switch (id) {
                case "receipt" ->
                    signed(
                            HmacSignature.Direction.RECEIPT,
                            letter.path("dispatchId").asText(),
                            address,
                            body);
                case "answerCheck" -> signed(HmacSignature.Direction.ANSWER, question, address, body);
                default -> Api.as(user).post(address, body);
            };
        } else {
            answer = operation.method().equals("GET")
                    ? Api.as(user).get(address)
                    : Api.as(user).post(address);
        }
        assertThat(answer.statusCode())
                .as("%s %s: %s", id, variant, answer.asString())
                .isBetween(200, 201);
        JsonNode real = read(answer);
        JsonNode content = operation.successContent();
        assertThat(validator.faults(real, content.get("schema"))).as(id).isEmpty();
        boolean first = shown.stream().noneMatch(each -> each.startsWith(id + ": "));
        shown.add(id + ": " + variant);
        if (first && WRITE) {
            write(
                    operation,
                    answer.statusCode(),
                    real,
                    reference.isEmpty() ? real.get("reference").asText() : reference,
                    other);
        } else if (first) {
            assertThat(validator.faults(content.get("example"), content.get("schema")))
                    .as(id)
                    .isEmpty();
            assertThat(comparable(id, content.get("example"))).as(id).isEqualTo(comparable(id, real));
        }
        return answer;
    }

    /** Which managers stand in on other concerns depends on data of other tests. */
    private static Set<String> comparable(String id, JsonNode answer) {
        return places(answer, "").stream()
                .filter(place -> !id.equals("securityEvents") || !place.startsWith(".standIns[]"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode read(Response answer) {
        if (answer.contentType().equals("application/zip")) {
            return TextNode.valueOf("(a ZIP file)");
        }
        try {
            return answer.contentType().startsWith("text/plain")
                    ? TextNode.valueOf(answer.asString())
                    : new ObjectMapper().readTree(answer.asString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The paths of all keys, without "next" and "claimedBy", which depend on data of other tests. */
    private static Set<String> places(JsonNode json, String place) {
        Set<String> places = new TreeSet<>();
        fields(json)
                .filter(each -> !List.of("next", "claimedBy").contains(each.getKey()))
                .forEach(each -> {
                    String here = place + "." + each.getKey();
                    places.add(here);
                    if (!OPEN_CONTENT.contains(each.getKey())) {
                        places.addAll(places(each.getValue(), here));
                    }
                });
        if (json.isArray()) {
            json.forEach(each -> places.addAll(places(each, place + "[]")));
        }
        return places;
    }

    private static void write(Operation operation, int status, JsonNode real, String reference, String other) {
        try {
            java.nio.file.Path file = java.nio.file.Path.of("src/main/resources/openapi", operation.id() + ".json");
            ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            String text = shortened(real)
                    .toString()
                    .replace(reference, REFERENCE)
                    .replace(other, OTHER_REFERENCE)
                    // No demo accounts: the jar contains the examples.
                    .replace("officer.redcar", "Sam Officer")
                    .replace("manager.hartlepool", "Kim Manager")
                    .replace("northfield-school", "a-school")
                    .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", DISPATCH_ID)
                    // Random, so that a second run writes the same.
                    .replaceAll("\\b[0-9a-f]{8}(-[0-9]{1,3}-[0-9]{1,3})\\b", "7c1e09ab$1")
                    .replaceAll("\\b[0-9a-f]{64}\\b", CONTENT_HASH)
                    .replaceAll("\\b(?!" + REFERENCE + ")[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\\b", OTHER_REFERENCE);
            ObjectNode examples = (ObjectNode) mapper.readTree(Files.readString(file));
            examples.putObject("response").set(String.valueOf(status), mapper.readTree(text));
            Files.write(file, (mapper.writeValueAsString(examples) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shortens a list to its first two elements and those that add a key. */
    private static JsonNode shortened(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(each -> each.setValue(shortened(each.getValue())));
        } else if (json instanceof com.fasterxml.jackson.databind.node.ArrayNode list && list.size() > 3) {
            Set<String> seen = new HashSet<>();
            List<JsonNode> kept = IntStream.range(0, list.size())
                    .filter(i -> seen.addAll(places(list.get(i), "")) || i < 2)
                    .mapToObj(i -> shortened(list.get(i)))
                    .toList();
            list.removeAll();
            list.addAll(kept);
        }
        return json;
    }

    @Test
    void theDocumentIsPublicAndSwaggerUiIsNotForcedOn() {
        given().get("/openapi").then().statusCode(200);
        assertThat(System.getProperty("quarkus.swagger-ui.always-include")).isNull();
    }
}
