package org.teestriage.testing.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teestriage.concern.facts.HarmKind;

/**
 * A concern with a random history: raised with random facts, then amended, moved and decided at random by the users who
 * may. The seed determines every choice.
 */
public final class RandomConcern {

    private static final String REFERRER = "referrer";
    private static final List<String> HUBS = List.of("chub", "middlesbrough-mach", "redcar-mach");
    private static final List<String> ANSWERS = List.of("YES", "NO", "NO", "NO", "NOT_KNOWN");

    /** In each authority of Tees, in no single one, and outside. */
    private static final List<String> POSTCODES =
            List.of("TS24 7ZZ", "TS25 1AA", "TS5 1AA", "TS10 1AA", "TS18 1AA", "TS22 5AA", "DH1 1AA");

    private final Random random;
    private final ConcernWalker walker;

    private RandomConcern(Random random, ConcernWalker walker) {
        this.random = random;
        this.walker = walker;
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
        return new RandomConcern(random, new ConcernWalker(Api.as(REFERRER).raise(body)));
    }

    public ConcernWalker walker() {
        return walker;
    }

    /** One random act of a random user. */
    public void act() {
        switch (random.nextInt(10)) {
            case 0 -> tell(any(random, List.of("danger", "information")));
            case 1, 2, 3 -> amend();
            case 4 -> open();
            case 5 -> walker.send(anyUser(), "move", Bodies.moveTo(any(random, HUBS)));
            default -> decideAtRandom();
        }
    }

    private void tell(String what) {
        walker.send(anyUser(), what, what.equals("danger") ? Bodies.DANGER_TOLD : Bodies.MORE_KNOWN);
    }

    private void amend() {
        int child = 1 + random.nextInt(2);
        Map<String, Object> edit =
                switch (random.nextInt(11)) {
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
                    case 3 -> Map.of("suspects", List.of(Map.of("operation", "ADD", "suspect", suspect(random))));
                    case 4 ->
                        Map.of(
                                "suspects",
                                List.of(Map.of("operation", "CORRECT", "number", 1, "suspect", suspect(random))));
                    case 5 -> Map.of("suspects", List.of(Map.of("operation", "WITHDRAW", "number", 1)));
                    case 6 ->
                        Map.of(
                                "accounts",
                                List.of(Map.of(
                                        "operation",
                                        "ADD",
                                        "suspect",
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
                    case 8 ->
                        Map.of(
                                "people",
                                List.of(Map.of(
                                        "operation",
                                        "ADD",
                                        "person",
                                        Map.of("role", "PARENT_OR_CARER", "name", "Toni Sample"))));
                    case 9 ->
                        Map.of(
                                "answers",
                                List.of(Map.of(
                                        "question",
                                        "SELF_HARM_OR_SUICIDE",
                                        "answer",
                                        any(random, ANSWERS),
                                        "child",
                                        child)));
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
        walker.send(
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
        walker.send(
                any(random, walker.readers().toList()),
                "obligations",
                Map.of("kind", kind, "item", item, "reason", "The grandmother told the officer more by telephone."));
    }

    private void decideAtRandom() {
        List<String> open = walker.places();
        if (open.isEmpty()) {
            return;
        }
        String place = any(random, open);
        walker.decide(place, any(random, walker.decisions(place)));
    }

    private String anyUser() {
        return any(random, Stream.concat(Stream.of(REFERRER), walker.readers()).toList());
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

    private static Map<String, Object> suspect(Random random) {
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
