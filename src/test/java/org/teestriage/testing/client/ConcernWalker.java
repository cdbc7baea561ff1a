package org.teestriage.testing.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides whatever steps a concern has open, at whichever hub, by users who may; remembers what it did. */
public final class ConcernWalker {

    private static final List<String> OFFICERS =
            List.of("officer.hartlepool", "officer.middlesbrough", "officer.redcar");

    private static final List<List<String>> OUTCOMES = List.of(
            List.of("SECTION_17"),
            List.of("SECTION_47"),
            List.of("EARLY_HELP"),
            List.of("NO_FURTHER_ACTION"),
            List.of("SECTION_47", "VEMT"));

    private final Api.ConcernClient concern;
    private final List<List<String>> outcomes;
    private final List<String> history = new ArrayList<>();

    public ConcernWalker(Api.ConcernClient concern) {
        this(concern, OUTCOMES);
    }

    private ConcernWalker(Api.ConcernClient concern, List<List<String>> outcomes) {
        this.concern = concern;
        this.outcomes = outcomes;
    }

    /** Decides on these outcomes for every child. */
    public static ConcernWalker deciding(Api.ConcernClient concern, List<String> outcomes) {
        return new ConcernWalker(concern, List.of(outcomes));
    }

    public Api.ConcernClient concern() {
        return concern;
    }

    /** What was sent, and how it was answered. */
    public List<String> history() {
        return List.copyOf(history);
    }

    /** Decides every open step in a way that leads on; false where no decision of any user is accepted. */
    public boolean decideAll() {
        boolean moved = false;
        for (String place : places()) {
            moved |= decisions(place).stream().anyMatch(decision -> decide(place, decision))
                    || (place.equals("close") && openReferralsToTheLado());
        }
        return moved;
    }

    /** An adult of whom it is not known whether they work with children keeps the concern open. */
    private boolean openReferralsToTheLado() {
        boolean opened = false;
        for (int suspect = 1; suspect <= view().at("/facts/suspects").size(); suspect++) {
            opened |= decide(
                    "obligations",
                    Map.of(
                            "kind",
                            "LADO",
                            "item",
                            String.valueOf(suspect),
                            "reason",
                            "It is not known whether they work with children."));
        }
        return opened;
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

    /** The open steps of all hubs, as {@code step/item}. */
    public List<String> places() {
        return views()
                .flatMap(view -> Api.each(view.get("waiting")).map(Api.ConcernClient::place))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /** Decides as the first user who may; false where none may, or the decision is refused. */
    public boolean decide(String place, Object decision) {
        return readers()
                .flatMap(officer -> Stream.of(officer, officer.replace("officer", "manager")))
                .anyMatch(user -> send(user, place, decision));
    }

    /** Sends below the address of the concern; false where it is refused. */
    public boolean send(String user, String what, Object body) {
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
    public List<Object> decisions(String place) {
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
                outcomes.stream().<Object>map(each -> threshold(place, each)).toList();
            case "second-reading" -> List.of(Bodies.AGREES, Bodies.RETURNS);
            case "strategy-discussion" -> List.of(strategyDiscussion(place));
            case "discussion-record" -> List.of(Bodies.DISCUSSION_SHARED);
            case "end-of-enquiries" -> List.of(Bodies.SECTION_47_ENDS);
            case "social-care-referral", "lado-referral" -> List.of(Bodies.SENT);
            case "lado-evaluation" -> List.of(Bodies.LADO_CONTINUES, Bodies.LADO_UNSUBSTANTIATED);
            case "partner-check-overdue" -> List.of(Bodies.CHECKS_GIVEN_UP);
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
        return Map.of(
                "children",
                children(place)
                        .map(child -> Map.of(
                                "child", child, "outcomes", outcomes, "rationale", "Talked through with the school."))
                        .toList(),
                "complexAbuse",
                true);
    }

    private Object strategyDiscussion(String place) {
        return Api.with(
                Bodies.STRATEGY_DISCUSSION,
                "/children",
                children(place)
                        .map(child -> Map.of(
                                "child",
                                child,
                                "section47",
                                true,
                                "enquiries",
                                "JOINT",
                                "rationale",
                                "Joint enquiries."))
                        .toList());
    }

    /** The children of the part of this step. */
    private Stream<Integer> children(String place) {
        String part = place.replaceFirst(".*/", "");
        return views().flatMap(view -> Api.each(view.get("hubs")))
                .filter(hub -> hub.get("part").asText().equals(part))
                .flatMap(hub -> Api.each(hub.get("children")))
                .map(JsonNode::asInt)
                .distinct();
    }

    /** The facts as a form sends them: without the call, and without what only the service writes. */
    private static JsonNode asWritten(JsonNode facts) {
        ((ObjectNode) facts).remove(List.of("call", "version"));
        facts.findParents("number").forEach(each -> ((ObjectNode) each).remove("number"));
        facts.findParents("withdrawn").forEach(each -> ((ObjectNode) each).remove("withdrawn"));
        facts.findValues("peer").forEach(each -> ((ObjectNode) each).remove(List.of("child", "added")));
        return facts;
    }

    /** The officers whose hub works on the concern. */
    public Stream<String> readers() {
        return OFFICERS.stream()
                .filter(officer -> Api.as(officer).get(concern.address()).statusCode() == 200);
    }
}
