package org.teestriage.testing.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teestriage.concern.facts.HarmKind;

/**
 * A concern with a random history: raised with random facts, then amended, moved and decided at random by the users who
 * may, and at last decided to its close. The seed determines every choice.
 */
public final class RandomConcern {

    private static final String REFERRER = "referrer";
    private static final List<String> OFFICERS =
            List.of("officer.hartlepool", "officer.middlesbrough", "officer.redcar");
    private static final List<String> HUBS = List.of("chub", "middlesbrough-mach", "redcar-mach");
    private static final List<String> ANSWERS = List.of("YES", "NO", "NO", "NO", "NOT_KNOWN");

    /** In each authority of Tees, in no single one, and outside. */
    private static final List<String> POSTCODES =
            List.of("TS24 7ZZ", "TS25 1AA", "TS5 1AA", "TS10 1AA", "TS18 1AA", "TS22 5AA", "DH1 1AA");

    private static final List<List<String>> OUTCOMES = List.of(
            List.of("SECTION_17"),
            List.of("SECTION_47"),
            List.of("EARLY_HELP"),
            List.of("NO_FURTHER_ACTION"),
            List.of("SECTION_47", "VEMT"));

    private final Random random;
    private final Api.ConcernClient concern;
    private final List<String> history = new ArrayList<>();

    private RandomConcern(Random random, Api.ConcernClient concern) {
        this.random = random;
        this.concern = concern;
    }

    public static RandomConcern raised(long seed) {
        Random random = new Random(seed);
        ObjectNode facts = Api.with(
                Bodies.GROOMING,
                "/urgency/dangerNow",
                any(random, ANSWERS),
                "/urgency/selfHarmOrSuicide",
                any(random, ANSWERS),
                "/contactContinuing",
                any(random, ANSWERS),
                "/suspects/0/worksWithChildren",
                any(random, ANSWERS),
                "/kinds",
                Stream.of(HarmKind.values())
                        .filter(kind -> random.nextInt(4) == 0)
                        .map(HarmKind::name)
                        .toList(),
                "/children/0",
                child(random));
        String body =
                random.nextInt(5) == 0 ? Bodies.telephoned(facts.toString(), "2026-09-22T08:30:00Z") : facts.toString();
        return new RandomConcern(random, Api.as(REFERRER).raise(body));
    }

    public Api.ConcernClient concern() {
        return concern;
    }

    /** What was done, and how it was answered. */
    public List<String> history() {
        return List.copyOf(history);
    }

    /** One random act of a random user. */
    public void act() {
        switch (random.nextInt(10)) {
            case 0 -> tell(any(random, List.of("danger", "information")));
            case 1, 2, 3 -> amend();
            case 4 -> open();
            case 5 -> send(anyUser(), "move", Bodies.moveTo(any(random, HUBS)));
            default -> decideAtRandom();
        }
    }

    private void tell(String what) {
        send(anyUser(), what, what.equals("danger") ? Bodies.DANGER_TOLD : Bodies.MORE_KNOWN);
    }

    private void amend() {
        int child = 1 + random.nextInt(2);
        Map<String, Object> edit =
                switch (random.nextInt(9)) {
                    case 0 -> Map.of("children", List.of(Map.of("operation", "ADD", "child", child(random))));
                    case 1 -> Map.of("children", List.of(Map.of("operation", "WITHDRAW", "number", child)));
                    case 2 ->
                        Map.of(
                                "addresses",
                                List.of(Map.of(
                                        "child",
                                        child,
                                        "which",
                                        any(random, List.of("HOME", "WHERE_NOW")),
                                        "address",
                                        Map.of("postcode", any(random, POSTCODES)))));
                    case 3 -> Map.of("people", List.of(Map.of("operation", "ADD", "person", person(random))));
                    case 4 ->
                        Map.of(
                                "people",
                                List.of(Map.of("operation", "CORRECT", "number", 1, "person", person(random))));
                    case 5 -> Map.of("people", List.of(Map.of("operation", "WITHDRAW", "number", 1)));
                    case 6 ->
                        Map.of(
                                "accounts",
                                List.of(Map.of(
                                        "operation",
                                        "ADD",
                                        "person",
                                        1,
                                        "account",
                                        Map.of("platform", "ChatBox", "handle", "made.up." + random.nextInt(1000)))));
                    case 7 ->
                        Map.of(
                                "kinds",
                                List.of(Map.of(
                                        "operation",
                                        any(random, List.of("ADD", "ADD", "WITHDRAW")),
                                        "kind",
                                        any(random, Arrays.asList(HarmKind.values())))));
                    default ->
                        Map.of(
                                "answers",
                                List.of(Map.of(
                                        "question",
                                        any(
                                                random,
                                                List.of("DANGER_NOW", "SELF_HARM_OR_SUICIDE", "CONTACT_CONTINUING")),
                                        "answer",
                                        any(random, ANSWERS))));
                };
        send(
                anyUser(),
                "amendments",
                Stream.concat(
                                edit.entrySet().stream(),
                                Map.<String, Object>of(
                                        "saidBy", "Pat Example", "why", "They rang back and corrected it.")
                                        .entrySet()
                                        .stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private void open() {
        String kind = any(random, List.of("POLICE", "CEOP", "PLATFORM", "LADO", "SOCIAL_CARE"));
        String item = Set.of("POLICE", "CEOP").contains(kind) ? "" : "1";
        send(
                any(random, readers().toList()),
                "obligations",
                Map.of("kind", kind, "item", item, "reason", "The grandmother told the officer more by telephone."));
    }

    private void decideAtRandom() {
        List<String> open = places();
        if (open.isEmpty()) {
            return;
        }
        String place = any(random, open);
        decide(place, any(random, decisions(place)));
    }

    /** Decides every open step in a way that leads on; false where no decision of any user is accepted. */
    public boolean decideAll() {
        boolean moved = false;
        for (String place : places()) {
            moved |= decisions(place).stream().anyMatch(decision -> decide(place, decision));
        }
        return moved;
    }

    public boolean isClosed() {
        return view().path("status").asText().equals("CLOSED");
    }

    /** The obligations that any hub sees, by kind, item and round, with their state. */
    public Map<String, String> obligations() {
        return readers()
                .flatMap(officer ->
                        Api.each(concern.read(officer, "/obligations").get("obligations")))
                .collect(Collectors.toMap(
                        each -> "%s %s %s"
                                .formatted(
                                        each.get("kind").asText(),
                                        each.get("item").asText(),
                                        each.get("round").asText()),
                        each -> each.get("state").asText(),
                        (one, same) -> one));
    }

    public String priority() {
        return view().get("priority").asText();
    }

    private JsonNode view() {
        return views().findFirst().orElseThrow(() -> new AssertionError("no hub sees " + concern.reference()));
    }

    private Stream<JsonNode> views() {
        return readers().map(concern::seenBy);
    }

    private List<String> places() {
        return views()
                .flatMap(view -> Api.each(view.get("waiting")).map(Api.ConcernClient::place))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private boolean decide(String place, Object decision) {
        return readers()
                .flatMap(officer -> Stream.of(officer, officer.replace("officer", "manager")))
                .anyMatch(user -> send(user, place, decision));
    }

    private boolean send(String user, String what, Object body) {
        Response answer = Api.as(user).post(concern.address() + "/" + what, body);
        boolean accepted = answer.statusCode() < 300;
        history.add("%d %s %s %s %s"
                .formatted(answer.statusCode(), user, what, inShort(body), accepted ? "" : Api.detail(answer)));
        if (answer.statusCode() >= 500 || (!accepted && Api.detail(answer) == null)) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return accepted;
    }

    private static String inShort(Object body) {
        String line = body.toString().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), 160));
    }

    /** Decisions that may be accepted for this step, the harmless ones first. */
    private List<Object> decisions(String place) {
        return switch (place.replaceFirst("/.*", "")) {
            case "immediate-risk-check" -> List.of(Bodies.NO_IMMEDIATE_DANGER, Bodies.DOUBT);
            case "emergency-call" -> List.of(Bodies.RANG_999);
            case "hand-over" -> List.of(Bodies.HANDED_OVER);
            case "written-concern" -> List.of(Bodies.inWriting(asWritten(view().get("facts"))));
            case "authority-decision" ->
                List.of(Bodies.authority("E06000001"), Bodies.authority("E06000002"), Bodies.authority("E06000047"));
            case "hub-acceptance" -> List.of(Bodies.ACCEPTED, Bodies.RETURNED);
            case "information-review" -> List.of(Bodies.CHANGES_NOTHING, Bodies.CHANGES_PRIORITY, Bodies.SHOWS_DANGER);
            case "threshold-decision" ->
                OUTCOMES.stream()
                        .<Object>map(outcomes -> threshold(place, outcomes))
                        .toList();
            case "second-reading" -> List.of(Bodies.AGREES, Bodies.RETURNS);
            case "strategy-discussion" -> List.of(Bodies.STRATEGY_DISCUSSION);
            case "social-care-referral", "lado-referral" -> List.of(Bodies.SENT);
            case "police-report" -> List.of(Bodies.REPORT_MADE, Bodies.REPORT_NOT_NEEDED);
            case "ceop-decision" -> List.of(Bodies.REPORT_MADE, Bodies.REPORT_NOT_NEEDED, Bodies.REPORT_HELD);
            case "platform-decision" ->
                List.of(
                        Bodies.REPORT_MADE,
                        Bodies.REPORT_NOT_NEEDED.replace("POLICE_ALREADY_INVOLVED", "NOT_AN_ABUSE_ACCOUNT"),
                        Bodies.REPORT_HELD);
            case "acknowledgement" -> List.of(Bodies.ACKNOWLEDGED);
            case "referrer-feedback" -> List.of(Bodies.FEEDBACK);
            case "close" -> List.of(Bodies.CLOSE);
            default -> throw new AssertionError("no decision for " + place);
        };
    }

    private Object threshold(String place, List<String> outcomes) {
        String part = place.replaceFirst(".*/", "");
        List<Integer> children = views().flatMap(view -> Api.each(view.get("hubs")))
                .filter(hub -> hub.get("part").asText().equals(part))
                .flatMap(hub -> Api.each(hub.get("children")))
                .map(JsonNode::asInt)
                .distinct()
                .toList();
        return Map.of(
                "children",
                children.stream()
                        .map(child -> Map.of(
                                "child", child, "outcomes", outcomes, "rationale", "Talked through with the school."))
                        .toList(),
                "complexAbuse",
                true);
    }

    /** The facts as a form sends them: without the call, and without what only the service writes. */
    private static JsonNode asWritten(JsonNode facts) {
        ((ObjectNode) facts).remove("call");
        facts.findParents("number").forEach(each -> ((ObjectNode) each).remove("number"));
        facts.findParents("withdrawn").forEach(each -> ((ObjectNode) each).remove("withdrawn"));
        return facts;
    }

    private String anyUser() {
        return any(random, Stream.concat(Stream.of(REFERRER), readers()).toList());
    }

    private Stream<String> readers() {
        return OFFICERS.stream()
                .filter(officer -> Api.as(officer).get(concern.address()).statusCode() == 200);
    }

    private static Map<String, Object> child(Random random) {
        return random.nextInt(6) == 0
                ? Map.of("unknown", true, "school", "Northfield School")
                : Map.of(
                        "name", "Robin Sample " + random.nextInt(100),
                        "estimatedAge", random.nextInt(18),
                        "lookedAfter", any(random, ANSWERS),
                        "address", Map.of("postcode", any(random, POSTCODES)));
    }

    private static Map<String, Object> person(Random random) {
        return Map.of(
                "claimedName", "Alex " + random.nextInt(100),
                "ageGroup", any(random, List.of("ADULT", "UNDER_18", "NOT_KNOWN")),
                "worksWithChildren", any(random, ANSWERS),
                "accessToOtherChildren", any(random, ANSWERS));
    }

    private static <T> T any(Random random, List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
