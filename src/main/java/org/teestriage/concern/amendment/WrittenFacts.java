package org.teestriage.concern.amendment;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.teestriage.concern.facts.Facts;

/**
 * The facts of a telephone call, completed by the written concern that follows. What the call told and the written form
 * leaves out stays. A person or an account of the written form whose name differs from that at the same place of the call
 * is another one, so both stay.
 */
public final class WrittenFacts {

    private static final List<String> AGES = List.of("dateOfBirth", "dueDate", "estimatedAge");
    private static final List<String> NAMES = List.of("realName", "claimedName");
    private static final List<String> KNOWN_BY = List.of("name", "relationToChild");
    private static final List<String> HANDLES = List.of("platform", "handle", "phone", "email");

    private final NavigableMap<String, String> fields;

    private WrittenFacts(NavigableMap<String, String> fields) {
        this.fields = fields;
    }

    /** {@code written} lists the children of the call in the same order, then others. */
    public static FactFields completing(Facts told, Facts written) {
        WrittenFacts both = new WrittenFacts(FactFields.of(told).copy());
        NavigableMap<String, String> form = FactFields.of(written).copy();
        form.forEach((field, value) -> {
            if (Stream.of("children", "suspects", "account", "devices", "people")
                    .noneMatch(list -> field.startsWith(list + "["))) {
                both.fields.put(field, value);
            }
        });
        members(form, "children").forEach(both::child);
        members(form, "suspects").values().forEach(both::person);
        members(form, "account").values().forEach(both::statement);
        members(form, "devices").values().forEach(device -> both.add("devices", device));
        members(form, "people")
                .values()
                .forEach(person -> both.put(both.place("people", person, KNOWN_BY) + ".", person, ""));
        return new FactFields(both.fields);
    }

    /** A statement that the written one only says whom it is about stays one. */
    private void statement(NavigableMap<String, String> statement) {
        members(fields, "account").entrySet().stream()
                .filter(told -> withoutAbout(told.getValue()).equals(withoutAbout(statement)))
                .findFirst()
                .ifPresentOrElse(
                        told -> put("account[%d].".formatted(told.getKey()), statement, ""),
                        () -> add("account", statement));
    }

    private static Map<String, String> withoutAbout(NavigableMap<String, String> statement) {
        Map<String, String> without = new TreeMap<>(statement);
        without.keySet().removeIf(field -> field.startsWith("about["));
        return without;
    }

    private void child(int index, NavigableMap<String, String> child) {
        String path = "children[%d].".formatted(index);
        if (AGES.stream().anyMatch(child::containsKey)) {
            AGES.forEach(age -> fields.remove(path + age));
        }
        put(path, child, "knownWorkers");
        members(child, "knownWorkers").values().forEach(worker -> add(path + "knownWorkers", worker));
    }

    private void person(NavigableMap<String, String> person) {
        String path = place("suspects", person, NAMES) + ".";
        put(path, person, "identities");
        members(person, "identities")
                .values()
                .forEach(account -> put(place(path + "identities", account, HANDLES) + ".", account, ""));
    }

    /** The first member that the written one does not contradict and that says something in common, or else a new one. */
    private String place(String list, NavigableMap<String, String> written, List<String> names) {
        NavigableMap<Integer, NavigableMap<String, String>> there = members(fields, list);
        return there.entrySet().stream()
                .filter(member -> names.stream().anyMatch(name -> isSame(member.getValue(), written, name))
                        && names.stream().noneMatch(name -> differs(member.getValue(), written, name)))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(index -> "%s[%d]".formatted(list, index))
                .orElseGet(() -> next(list, there));
    }

    private static boolean isSame(Map<String, String> one, Map<String, String> other, String name) {
        return one.containsKey(name) && one.get(name).equals(other.get(name));
    }

    private static boolean differs(Map<String, String> one, Map<String, String> other, String name) {
        return one.containsKey(name) && other.containsKey(name) && !isSame(one, other, name);
    }

    /** Adds a member unless an equal one is there. */
    private void add(String list, NavigableMap<String, String> member) {
        NavigableMap<Integer, NavigableMap<String, String>> there = members(fields, list);
        if (!there.containsValue(member)) {
            put(next(list, there) + ".", member, "");
        }
    }

    private static String next(String list, NavigableMap<Integer, NavigableMap<String, String>> there) {
        return "%s[%d]".formatted(list, there.isEmpty() ? 0 : there.lastKey() + 1);
    }

    private void put(String path, NavigableMap<String, String> member, String besides) {
        member.forEach((field, value) -> {
            if (besides.isEmpty() || !field.startsWith(besides + "[")) {
                fields.put(path + field, value);
            }
        });
    }

    /** The fields of each member of a list, by its index. */
    private static NavigableMap<Integer, NavigableMap<String, String>> members(
            NavigableMap<String, String> fields, String list) {
        NavigableMap<Integer, NavigableMap<String, String>> members = new TreeMap<>();
        String below = list + "[";
        fields.forEach((field, value) -> {
            if (field.startsWith(below)) {
                int end = field.indexOf(']', below.length());
                members.computeIfAbsent(Integer.valueOf(field.substring(below.length(), end)), index -> new TreeMap<>())
                        .put(field.substring(end + 2), value);
            }
        });
        return members;
    }
}
