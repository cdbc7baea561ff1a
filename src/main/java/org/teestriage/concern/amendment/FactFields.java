package org.teestriage.concern.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.platform.persistence.Json;

/**
 * Facts as values by field path, such as {@code children[0].address.postcode}. An entry of a set, also of a set of
 * numbers, is a path of its own, {@code kinds[GROOMING]} with the value {@code true}, so that two people can add to one
 * set. Members of lists keep their place: a member without any value stays as an empty one if another follows.
 */
public final class FactFields {

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,3}");

    /** The value of an entry of a set, and of a mark such as that a member was withdrawn. */
    static final String MARKED = "true";

    private final NavigableMap<String, String> values;

    FactFields(NavigableMap<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    /** The values of a record of facts. */
    public static FactFields of(Object facts) {
        NavigableMap<String, String> values = new TreeMap<>();
        flatten(Json.tree(facts), "", values);
        return new FactFields(values);
    }

    public Facts facts() {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        values.forEach((path, value) -> put(facts, List.of(path.split("\\.", -1)), value));
        return Json.read(facts.toString(), Facts.class);
    }

    /** The path of an entry of a set. */
    static String entry(String set, String entry) {
        return "%s[%s]".formatted(set, entry);
    }

    /** Whether there is a value at this path or below it. */
    public boolean says(String path) {
        return values.keySet().stream()
                .anyMatch(field -> field.equals(path) || field.startsWith(path + ".") || field.startsWith(path + "["));
    }

    public @Nullable String value(String path) {
        return values.get(path);
    }

    /** A copy of the values, by path. */
    NavigableMap<String, String> copy() {
        return new TreeMap<>(values);
    }

    /** What changes from these to the others, in the order of the paths. */
    public List<FieldChange> changesTo(FactFields after) {
        TreeSet<String> paths = new TreeSet<>(values.keySet());
        paths.addAll(after.values.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(value(path), after.value(path)))
                .map(path -> new FieldChange(path, value(path), after.value(path)))
                .toList();
    }

    /** The values after these changes. */
    public FactFields after(Collection<FieldChange> changes) {
        NavigableMap<String, String> changed = copy();
        changes.forEach(change -> set(changed, change.field(), change.after()));
        return new FactFields(changed);
    }

    /** The values before these changes. */
    public FactFields before(Collection<FieldChange> changes) {
        NavigableMap<String, String> undone = copy();
        changes.forEach(change -> set(undone, change.field(), change.before()));
        return new FactFields(undone);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactFields fields && fields.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "FactFields of " + values.keySet();
    }

    private static void set(NavigableMap<String, String> fields, String path, @Nullable String value) {
        if (value == null) {
            fields.remove(path);
        } else {
            fields.put(path, value);
        }
    }

    private static void flatten(JsonNode node, String path, NavigableMap<String, String> fields) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(each -> flatten(
                            each.getValue(), path.isEmpty() ? each.getKey() : path + "." + each.getKey(), fields));
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                JsonNode member = array.get(index);
                if (member.isObject()) {
                    flatten(member, "%s[%d]".formatted(path, index), fields);
                } else {
                    fields.put(entry(path, member.asText()), MARKED);
                }
            }
        } else if (!node.isNull()) {
            fields.put(path, node.asText());
        }
    }

    private static void put(ObjectNode at, List<String> path, String value) {
        String step = path.get(0);
        int list = step.indexOf('[');
        String name = list < 0 ? step : step.substring(0, list);
        String member = list < 0 ? null : step.substring(list + 1, step.length() - 1);
        List<String> below = path.subList(1, path.size());
        if (member == null) {
            if (below.isEmpty()) {
                at.put(name, value);
            } else {
                put(at.withObjectProperty(name), below, value);
            }
        } else if (!below.isEmpty() && INDEX.matcher(member).matches()) {
            put(member(at.withArrayProperty(name), Integer.parseInt(member)), below, value);
        } else {
            at.withArrayProperty(name).add(member);
        }
    }

    private static ObjectNode member(ArrayNode list, int index) {
        while (list.size() <= index) {
            list.addObject();
        }
        return (ObjectNode) list.get(index);
    }
}
