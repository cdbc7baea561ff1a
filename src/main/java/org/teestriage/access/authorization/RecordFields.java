package org.teestriage.access.authorization;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teestriage.timeline.TimelineEvent.Kind;

/**
 * What a reader without access to content sees of timeline details and decisions: codes, numbers, dates and sentences
 * of the service. A field that is not listed is hidden, so a new field is too.
 */
final class RecordFields {

    /** Fields of decisions, at any depth. None of them holds text that a person typed. */
    static final Set<String> OF_A_DECISION = Set.of(
            "accepted",
            "agrees",
            "at",
            "attended",
            "awaitedUntil",
            "because",
            "caller",
            "chase",
            "child",
            "children",
            "complexAbuse",
            "due",
            "dutyTeamActed",
            "effect",
            "finding",
            "heldOn",
            "heldUntil",
            "how",
            "justified",
            "kind",
            "notNeeded",
            "notNeededBecause",
            "outcomes",
            "priority",
            "remedy",
            "report",
            "rungAt",
            "section47",
            "sent",
            "waitUntil");

    private static final Set<String> OF_A_DEADLINE = Set.of("before", "due", "howDue", "rule", "with");
    private static final Set<String> OF_AN_OBLIGATION = Set.of("obligation", "round", "factsRevision", "source");
    private static final Set<String> OF_A_ROUTE = Set.of("kind", "about", "number", "result", "at");
    private static final Set<String> OF_A_CHECK =
            Set.of("child", "partner", "act", "at", "how", "awaitedUntil", "finding", "sharing");
    private static final Set<String> OF_A_RESTRICTION = Set.of("kind");
    private static final Set<String> OF_A_DELIVERY = Set.of("letter", "attempt", "channel", "cause");

    /** Kinds that are absent hold facts, free text, or nothing that the sentence does not say. */
    private static final Map<Kind, Set<String>> SHOWN = Map.ofEntries(
            entry(Kind.DECIDED, OF_A_DECISION),
            entry(Kind.SECOND_DECISION, OF_A_DECISION),
            entry(Kind.DUE, OF_AN_OBLIGATION),
            entry(Kind.ROUTE, OF_A_ROUTE),
            entry(Kind.CHECK, OF_A_CHECK),
            entry(Kind.COVERT, Set.of("covert")),
            entry(Kind.OPENED, OF_A_DEADLINE),
            entry(Kind.WARNED, OF_A_DEADLINE),
            entry(Kind.BREACHED, OF_A_DEADLINE),
            entry(Kind.SHORTENED, OF_A_DEADLINE),
            entry(Kind.RECOUNTED, OF_A_DEADLINE),
            entry(Kind.WALLED, OF_A_RESTRICTION),
            entry(Kind.UNWALLED, OF_A_RESTRICTION),
            entry(Kind.GLASS_BROKEN, Set.of("reason", "until")),
            entry(Kind.LETTER, Set.of("letter", "revision")),
            entry(Kind.DELIVERY, OF_A_DELIVERY));

    private RecordFields() {}

    /** Empty if nothing of the details is shown. */
    static Optional<JsonNode> of(Kind kind, JsonNode details) {
        return Optional.of(kept(details, SHOWN.getOrDefault(kind, Set.of()))).filter(kept -> !kept.isEmpty());
    }

    static JsonNode ofDecision(JsonNode decision) {
        return kept(decision, OF_A_DECISION);
    }

    private static JsonNode kept(JsonNode written, Set<String> fields) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        written.properties().stream()
                .filter(field -> fields.contains(field.getKey()))
                .forEach(field -> kept.set(field.getKey(), keptValue(field.getValue(), fields)));
        return kept;
    }

    private static JsonNode keptValue(JsonNode value, Set<String> fields) {
        if (value instanceof ArrayNode array) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> kept.add(keptValue(each, fields)));
            return kept;
        }
        return value.isObject() ? kept(value, fields) : value;
    }
}
