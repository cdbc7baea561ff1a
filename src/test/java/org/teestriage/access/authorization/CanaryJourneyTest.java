package org.teestriage.access.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Api.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.access.BreakGlassReason;
import org.teestriage.access.authorization.CanaryPolicy.Kind;
import org.teestriage.access.authorization.CanaryPolicy.Reader;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.LetterJourney;
import org.teestriage.testing.client.ResponseText;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PartnerWorld;

/**
 * Plants words that occur nowhere else in every protected field, reads every readable address as every kind of reader,
 * and finds each word only where {@link CanaryPolicy} says.
 */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
@WithTestResource(PartnerWorld.class)
class CanaryJourneyTest extends LetterJourney {

    /** Raises both concerns. The name of the account differs from the referrer's name in the facts. */
    private static final String RAISER = "referrer2";

    private static final String UNNAMED_OFFICER = "officer.stockton";
    private static final String UNNAMED_MANAGER = "manager.stockton";
    private static final String ANONYMOUS = "";

    private static final List<String> REFERRER_IN_THE_FACTS = List.of(
            "Cloudberry", "01632 960777", "01632960777", "wren@", "sister of the lodger", "Sandpiper", "01632 960888");

    private static final Map<Kind, List<String>> WORDS = new EnumMap<>(Map.of(
            Kind.SENT,
            List.of("Plover", "Gannet", "Merlin", "Avocet", "Godwit", "Whimbrel"),
            Kind.CONTENT,
            List.of("Fulmar", "Puffin", "Skua", "Kittiwake", "Razorbill", "Guillemot"),
            Kind.FEEDBACK,
            List.of("Dabchick"),
            Kind.REFERRER,
            Stream.concat(Stream.of(RAISER, "southgate"), REFERRER_IN_THE_FACTS.stream())
                    .toList(),
            Kind.PLACEMENT,
            List.of("Hidden Mews", "Curlew", "TS25", "Smew", "01632 960555"),
            Kind.SUSPECTS_WORK,
            List.of("Quillback", "Turnstone", "Ottershaw"),
            Kind.LADO,
            List.of("Whinchat", "Dunnock", "Redpoll", "Siskin"),
            Kind.LADO_BRANCH,
            List.of("lado"),
            Kind.RESTRICTED_CONTENT,
            List.of("Bittern", "Kestrel", "Shrike", "Linnet")));

    private Api.ConcernClient concern;
    private Api.ConcernClient restricted;

    /** A duplicate of the restricted concern, which is not restricted itself. */
    private Api.ConcernClient duplicate;

    private List<String> addresses = List.of();

    private final ExecutorService readers = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopReaders() {
        readers.shutdown();
    }

    /** What each reader found, and what the policy does not allow. */
    private final Map<Reader, Map<Kind, List<String>>> found = new EnumMap<>(Reader.class);

    private final List<String> faults = new ArrayList<>();

    // Planting

    private static Map<String, Object> referrer(String name, String phone) {
        return Map.of(
                "name",
                name,
                "phone",
                phone,
                "email",
                "wren@teller.example",
                "relationToChild",
                "sister of the lodger",
                "confidential",
                true);
    }

    private static Object facts(Map<String, Object> referrer) {
        return with(
                Bodies.GROOMING,
                "/referrer",
                referrer,
                "/policeContact",
                Map.of("rung", "RANG_101", "by", RAISER),
                "/children/0",
                Map.of(
                        "name",
                        "Plover Sample",
                        "estimatedAge",
                        13,
                        "lookedAfter",
                        "YES",
                        "address",
                        Map.of("lines", "1 Hidden Mews", "postcode", "TS25 1AA"),
                        "whereNow",
                        Map.of("lines", "With Curlew carers"),
                        "knownWorkers",
                        List.of(Map.of("name", "Wren Cloudberry", "role", "Nurse", "contact", "01632 960777"))),
                "/suspects/0/realName",
                "Avocet Ruff",
                "/suspects/0/worksWithChildren",
                "YES",
                "/suspects/0/workplace",
                Map.of(
                        "name",
                        "Quillback Swimming Club",
                        "role",
                        "Turnstone coach",
                        "address",
                        Map.of("lines", "1 Ottershaw Baths", "postcode", "TS5 1AA")),
                "/suspects/1",
                Map.of(
                        "claimedName",
                        "Lee",
                        "worksWithChildren",
                        "YES",
                        "workplace",
                        Map.of("name", "Quillback Swimming Club")),
                "/account/0/saidBy",
                "Cloudberry, Wren",
                "/account/1",
                Map.of("kind", "FACT", "text", "REFERRER2 saw the Gannet message; ring 01632960777.", "saidBy", RAISER),
                "/devices",
                List.of(Map.of("description", "Telephone of Wren Cloudberry", "heldBy", RAISER)),
                "/people",
                List.of(
                        Map.of("role", "PARENT_OR_CARER", "name", "Smew Carer", "contact", "01632 960555"),
                        Map.of(
                                "role", "ADULT_OF_CONCERN",
                                "name", "Godwit Elder",
                                "livesWithChild", "NO",
                                "concernsKnown", "Whimbrel matter; asked Wren Cloudberry."),
                        Map.of(
                                "role", "PROFESSIONAL",
                                "name", "Wren Cloudberry",
                                "livesWithChild", "NO",
                                "contact", "01632 960777")),
                "/doneSoFar",
                "Told referrer2's manager.");
    }

    private static Map<String, Object> restriction(String kind, String reason, String... users) {
        return Map.of("kind", kind, "users", List.of(users), "reason", reason);
    }

    @BeforeEach
    void plant() {
        Api.as(OFFICER).queue("");
        Object call = Map.of("takenBy", RAISER, "at", time.instant().minusSeconds(600));
        concern = Api.as(RAISER)
                .raise(with(
                        // The letter to the police is written at the call, before the other name is known.
                        facts(referrer("Tern Sandpiper", "01632 960888"))
                                .toString()
                                .replace("Wren Cloudberry", "Tern Sandpiper")
                                .replace("Cloudberry, Wren", "Sandpiper, Tern")
                                .replace("01632 960777", "01632 960888")
                                .replace("01632960777", "01632960888"),
                        "/call",
                        call));
        concern.tell(
                MANAGER, "restrictions", restriction("RESTRICT_LADO", "Whinchat told the manager.", MANAGER, OFFICER));
        concern.decide(RAISER, "written-concern", Bodies.inWriting(facts(referrer("Wren Cloudberry", "01632 960777"))));
        concern.tell(RAISER, "danger", "{\"what\": \"The child is with him at the Merlin, says Wren Cloudberry.\"}");
        concern.tell(RAISER, "information", Bodies.MORE_KNOWN.replace("\"Robin\"", "\"Referrer2\""));
        concern.tell(
                RAISER,
                "calls",
                with(Bodies.CALLED_DUTY_TEAM, "/rungBy", RAISER, "/agreed", "They ring Referrer2 back."));
        Api.as(RAISER).post(concern.address() + "/ask").then().statusCode(200);
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999)
                .decide(
                        OFFICER,
                        "acknowledgement",
                        with(Bodies.ACKNOWLEDGED, "/toldTo", "Wren Cloudberry", "/addition", "Dabchick rings back."))
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(
                        OFFICER,
                        "threshold-decision/1",
                        with(
                                Bodies.SECTION_17,
                                "/children/0/outcomes",
                                List.of("SECTION_17", "LADO"),
                                "/children/0/rationale",
                                "The Fulmar message that referrer2 saw."))
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(
                        OFFICER,
                        "lado-referral/2",
                        with(
                                Bodies.SENT,
                                "/sent/to",
                                "Dunnock desk",
                                "/sent/theirReference",
                                "Redpoll-7",
                                "/note",
                                "Siskin takes it up."));
        approve(concern, OFFICER, "lado-referral/1", "LADO_REFERRAL", "1");
        round();
        roundAfter(Duration.ofHours(24));
        assertThat(concern.openSteps(OFFICER).toString()).contains("lado-letter-chase/");
        concern.tell(OFFICER, "checks", """
                {"child": 1, "partner": "HEALTH", "act": "ANSWERED", "at": "2026-09-22T09:00:00Z", "how": "TELEPHONE",
                 "who": "Puffin nurse", "finding": "KNOWN", "told": "Skua clinic knows her.", "sharing": "PROFESSIONALS"}""");
        concern.tell(OFFICER, "questions", "{\"text\": \"When did the Dabchick message come?\"}");
        concern.tell(OFFICER, "questions/1/withdraw", "{\"because\": \"The Guillemot desk told us.\"}");
        concern.tell(OFFICER, "covert", """
                {"covert": true, "askedBy": "DC Kittiwake", "because": "The Razorbill arrest is planned."}""");

        restricted = Api.as(RAISER)
                .raise(with(
                        Bodies.GROOMING,
                        "/referrer/confidential",
                        true,
                        "/children/0/name",
                        "Bittern Sample",
                        "/children/0/address/lines",
                        "1 Linnet Lane",
                        "/suspects/0/identities/0/handle",
                        "shrike_9",
                        "/account/0/text",
                        "He asked me for the Kestrel."));
        restricted.tell(MANAGER, "restrictions", restriction("RESTRICT", "A colleague's family.", MANAGER, OFFICER));
        duplicate = Api.as(RAISER).raise(Bodies.GROOMING);
        duplicate.tell(MANAGER, "duplicate", Bodies.duplicateOf(restricted.reference()));
        addresses = addresses();
    }

    // Reading

    private static List<String> letters(Api.ConcernClient of) {
        return Api.each(of.seenBy(OFFICER).get("letters"))
                .map(letter -> letter.get("number").asText())
                .toList();
    }

    private List<String> addresses() {
        List<String> openSteps = restricted.allOpenSteps(OFFICER);
        return Stream.of(
                        ReadableAddresses.of(concern.reference(), letters(concern)).stream(),
                        ReadableAddresses.of(duplicate.reference(), List.of()).stream()
                                .filter(address -> address.contains(duplicate.reference()))
                                .filter(address -> !address.matches(".*/(steps|letters|export)/?.*")),
                        ReadableAddresses.of(restricted.reference(), letters(restricted)).stream()
                                .filter(address -> address.contains(restricted.reference()))
                                // The pages of other steps are all of one class, and were read for the first concern.
                                .filter(address -> !address.contains("/steps/")
                                        || openSteps.stream().anyMatch(address::endsWith)))
                .flatMap(each -> each)
                .toList();
    }

    private record Read(String address, int status, String text) {

        private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_token\" value=\"[^\"]*\"");

        static Read of(String user, String address) {
            Response answer = user.equals(ANONYMOUS)
                    ? RestAssured.given().redirects().follow(false).get(address)
                    : Api.as(user).get(address);
            String text = answer.headers() + "\n" + ResponseText.words(answer);
            // Random letters contain a short word now and then.
            String withoutTokens = FORM_TOKEN.matcher(text).replaceAll("");
            return new Read(address, answer.statusCode(), withoutTokens.toLowerCase(Locale.ROOT));
        }
    }

    private List<Read> readAll(String user) {
        List<CompletableFuture<Read>> reads = addresses.stream()
                .map(address -> CompletableFuture.supplyAsync(() -> Read.of(user, address), readers))
                .toList();
        return reads.stream().map(CompletableFuture::join).toList();
    }

    private void read(Reader reader, String user) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Read read : readAll(user)) {
            texts.put(read.address(), read.text());
            if (read.status() >= 500) {
                faults.add("%s %s: %d".formatted(reader, read.address(), read.status()));
            }
            if (read.status() == 200 && read.address().equals(concern.address())) {
                note(reader, Kind.REFERENCE, read.address(), "status");
            }
            if (read.status() == 200 && read.address().equals(restricted.address())) {
                note(reader, Kind.RESTRICTED_REFERENCE, read.address(), "status");
            }
        }
        search(reader, texts);
        for (Kind kind : Kind.values()) {
            if (reader.sees(kind) && of(reader, kind).isEmpty()) {
                faults.add("%s sees nothing of %s".formatted(reader, kind));
            }
        }
    }

    private List<String> of(Reader reader, Kind kind) {
        return found.computeIfAbsent(reader, each -> new EnumMap<>(Kind.class))
                .computeIfAbsent(kind, each -> new ArrayList<>());
    }

    private void note(Reader reader, Kind kind, String address, String word) {
        of(reader, kind).add(address + ": " + word);
        if (!reader.sees(kind)) {
            faults.add("%s sees %s at %s: %s".formatted(reader, kind, address, word));
        }
    }

    private void search(Reader reader, Map<String, String> texts) {
        texts.forEach((address, text) -> {
            WORDS.forEach((kind, words) -> words.stream()
                    .filter(word -> applies(reader, kind, word, address))
                    .filter(word -> text.contains(word.toLowerCase(Locale.ROOT)))
                    .forEach(word -> note(reader, kind, address, word)));
            reference(reader, Kind.REFERENCE, concern, address, text);
            reference(reader, Kind.RESTRICTED_REFERENCE, restricted, address, text);
        });
    }

    /** An answer may repeat the reference of its own address, which the reader knows. */
    private void reference(Reader reader, Kind kind, Api.ConcernClient of, String address, String text) {
        String reference = of.reference();
        if (!address.contains(reference) && text.contains(reference.toLowerCase(Locale.ROOT))) {
            note(reader, kind, address, reference);
            if (Pattern.compile(reference.toLowerCase(Locale.ROOT) + ".{0,40}lado")
                    .matcher(text)
                    .find()) {
                note(reader, Kind.LADO_BRANCH, address, "a step");
            }
        }
    }

    private boolean applies(Reader reader, Kind kind, String word, String address) {
        return switch (kind) {
            // Labels of pages and of other concerns hold the word too.
            case LADO_BRANCH -> address.startsWith(concern.address());
            // Every page shows users their own name and agency. Statistics count concerns by agency.
            case REFERRER ->
                !address.contains(duplicate.reference())
                        && !(reader == Reader.RAISING_REFERRER && word.equals(RAISER))
                        && (!word.equals("southgate")
                                || (address.contains(concern.reference())
                                        && reader != Reader.RAISING_REFERRER
                                        && reader != Reader.SAFEGUARDING_LEAD));
            default -> true;
        };
    }

    private void grant(String user, BreakGlassReason reason) {
        for (Api.ConcernClient each : List.of(concern, restricted)) {
            Api.as(user)
                    .post(
                            each.address() + "/break-glass",
                            "{\"reason\": \"%s\", \"words\": \"They ask for it.\"}".formatted(reason))
                    .then()
                    .statusCode(200);
        }
    }

    // Refusals

    private record Decision(String path, String body) {}

    /** Every decision of the OpenAPI document, with its example as the body. */
    private List<Decision> decisions() {
        JsonNode paths = Json.read(RestAssured.get("/openapi?format=json").asString(), JsonNode.class)
                .get("paths");
        List<Decision> decisions = new ArrayList<>();
        paths.properties().forEach(path -> {
            JsonNode operation = path.getValue().path("post");
            JsonNode examples = operation.at("/requestBody/content/application~1json/examples");
            if (operation.path("tags").toString().contains("Decisions") && !examples.isEmpty()) {
                String body = examples.elements().next().get("value").toString();
                Stream<String> items = path.getKey().contains("{item}")
                        ? Stream.concat(Stream.of("1", "2"), letters(concern).stream())
                        : Stream.of("");
                items.distinct()
                        .map(item -> path.getKey()
                                .replace("{reference}", concern.reference())
                                .replace("{item}", item))
                        .forEach(address -> decisions.add(new Decision(address, body)));
            }
        });
        assertThat(decisions).hasSizeGreaterThan(20);
        return decisions;
    }

    private void tryEveryDecision(Reader reader, String user) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Decision decision : decisions()) {
            Response answer = Api.as(user).post(decision.path(), decision.body());
            // The title of the step that was asked for is no answer.
            texts.put("POST " + decision.path(), ResponseText.words(answer).toLowerCase(Locale.ROOT));
        }
        search(reader, texts);
    }

    @Test
    void everyReaderFindsExactlyWhatThePolicyTableSays() {
        read(Reader.ANONYMOUS, ANONYMOUS);
        read(Reader.OPERATOR, "operator");
        read(Reader.AUDITOR, "auditor");
        read(Reader.RAISING_REFERRER, RAISER);
        read(Reader.SAFEGUARDING_LEAD, "referrer3");
        read(Reader.COLLEAGUE, "referrer4");
        read(Reader.OTHER_REFERRER, REFERRER);
        read(Reader.NAMED_OFFICER, OFFICER);
        read(Reader.NAMED_MANAGER, MANAGER);
        read(Reader.UNNAMED_OFFICER, UNNAMED_OFFICER);
        read(Reader.UNNAMED_MANAGER, UNNAMED_MANAGER);
        read(Reader.OTHER_OFFICER, "officer.middlesbrough");
        read(Reader.OTHER_MANAGER, "manager.middlesbrough");
        read(Reader.DUTY_TEAM_BY_DAY, "duty.team");
        for (Kind kind : WORDS.keySet()) {
            assertThat(of(Reader.NAMED_MANAGER, kind).toString())
                    .as("words of %s with full access", kind)
                    .contains(WORDS.get(kind));
        }
        assertThat(of(Reader.NAMED_MANAGER, Kind.REFERRER))
                .as("no letter tells a partner who the referrer is")
                .noneMatch(place -> place.contains("/letters/"));

        grant("officer.redcar", BreakGlassReason.SAME_CHILD_OR_SUSPECT);
        grant("officer.middlesbrough", BreakGlassReason.CHILD_IN_DANGER);
        read(Reader.OVERSEEING_MANAGER, "manager.redcar");
        grant("manager.redcar", BreakGlassReason.COVERING_FOR_A_HUB);
        grant("manager.middlesbrough", BreakGlassReason.POLICE_OR_COURT);
        read(Reader.SAME_CHILD_OR_SUSPECT, "officer.redcar");
        read(Reader.CHILD_IN_DANGER, "officer.middlesbrough");
        read(Reader.COVERING_FOR_A_HUB, "manager.redcar");
        read(Reader.POLICE_OR_COURT, "manager.middlesbrough");

        tryEveryDecision(Reader.AUDITOR, "auditor");
        tryEveryDecision(Reader.OTHER_REFERRER, REFERRER);
        tryEveryDecision(Reader.SAME_CHILD_OR_SUSPECT, "officer.redcar");
        tryEveryDecision(Reader.UNNAMED_OFFICER, UNNAMED_OFFICER);
        tryEveryDecision(Reader.UNNAMED_MANAGER, UNNAMED_MANAGER);

        for (Api.ConcernClient each : List.of(concern, restricted)) {
            each.tell(
                    MANAGER,
                    "restrictions",
                    restriction("EXCLUDE", "Cousins of the suspect.", UNNAMED_OFFICER, UNNAMED_MANAGER));
        }
        read(Reader.EXCLUDED_OFFICER, UNNAMED_OFFICER);
        read(Reader.EXCLUDED_MANAGER, UNNAMED_MANAGER);

        System.out.println("CANARIES: of %d addresses, at how many each reader found a word of each kind%n%s"
                .formatted(addresses.size(), table()));
        assertThat(faults).isEmpty();
    }

    private String table() {
        return Stream.concat(
                        Stream.of("%-42s %s".formatted("", row(kind -> kind.name()))),
                        Arrays.stream(Reader.values())
                                .map(reader -> "%-42s %s".formatted(reader.title(), row(kind -> places(reader, kind)))))
                .collect(Collectors.joining("\n"));
    }

    private String places(Reader reader, Kind kind) {
        long count = of(reader, kind).stream()
                .map(place -> place.substring(0, place.lastIndexOf(": ")))
                .distinct()
                .count();
        return count == 0 ? "-" : String.valueOf(count);
    }

    private static String row(java.util.function.Function<Kind, String> cell) {
        return Arrays.stream(Kind.values())
                .map(kind -> "%-20s".formatted(cell.apply(kind)))
                .collect(Collectors.joining(" "));
    }
}
