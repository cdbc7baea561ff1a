package org.teestriage.concern.amendment;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.transaction.RequestRefusedException;

/**
 * Changes facts field by field. Members of lists are addressed by their number, from 1, which they keep: a withdrawn
 * member stays, marked as withdrawn.
 */
public final class FactsEditor {

    private static final String WITHDRAWN = ".withdrawn";
    private static final String NUMBER = ".number";
    private static final String CHILD = ".peer.child";
    private static final String ADDED = ".peer.added";
    private static final List<String> KEPT_UNLESS_GIVEN = List.of(
            "allegation",
            "answers",
            "captured",
            "care",
            "consents",
            "details",
            "history",
            "pattern",
            "roles",
            "spread",
            "view");
    private static final Pattern ACCOUNT = Pattern.compile("suspects\\[[0-9]+]\\.identities\\[[0-9]+]\\.number");

    private final NavigableMap<String, String> fields;
    private final NavigableMap<String, String> taken;

    /**
     * @param shown the facts as the author of the change sees them
     * @param current the facts as they are, whose members' numbers are taken
     */
    public FactsEditor(Facts shown, Facts current) {
        // Facts of earlier releases are stored without the numbers of their accounts.
        this.fields = FactFields.of(shown.numbered()).copy();
        this.taken = FactFields.of(current).copy();
    }

    /** The facts after the changes. */
    public FactFields fields() {
        return new FactFields(fields);
    }

    public void add(String list, Object member, int most) {
        int size = Math.max(size(fields, list), size(taken, list));
        if (size >= most) {
            throw RequestRefusedException.conflict(
                    "The list “%s” of these facts is full. Add what you know as further information.".formatted(list));
        }
        replace("%s[%d]".formatted(list, size), member);
    }

    public void correct(String list, int number, Object member) {
        correct(existing(list, number), member);
    }

    /**
     * Keeps what the service set, the accounts of a person and the times images were seen again, which are corrected one by one, and groups of answers of a child
     * that the correction leaves out, so that another name takes away no answer.
     */
    public void correct(String path, Object member) {
        FactFields corrected = FactFields.of(member);
        NavigableMap<String, String> kept = new TreeMap<>();
        fields.forEach((field, value) -> {
            if (field.equals(path + WITHDRAWN)
                    || field.equals(path + NUMBER)
                    || field.equals(path + CHILD)
                    || field.equals(path + ADDED)
                    || field.startsWith(path + ".identities[")
                    || field.startsWith(path + ".spread.seenAgain[")
                    || KEPT_UNLESS_GIVEN.stream()
                            .anyMatch(group -> field.startsWith(path + "." + group) && !corrected.says(group))) {
                kept.put(field, value);
            }
        });
        replace(path, member);
        fields.putAll(kept);
    }

    public void withdraw(String list, int number) {
        withdraw(existing(list, number));
    }

    public void withdraw(String path) {
        set(path + WITHDRAWN, FactFields.MARKED);
    }

    /** Replaces a group of fields, such as an address; null removes it. */
    public void replace(String path, @Nullable Object group) {
        fields.keySet().removeIf(field -> field.startsWith(path + ".") || field.startsWith(path + "["));
        if (group != null) {
            FactFields.of(group).copy().forEach((field, value) -> fields.put(path + "." + field, value));
        }
    }

    public void set(String path, @Nullable String value) {
        if (value == null) {
            fields.remove(path);
        } else {
            fields.put(path, value);
        }
    }

    /** Adds an entry to a set, such as the kinds of harm, or takes it out. */
    public void setEntry(String set, Enum<?> entry, boolean stands) {
        set(FactFields.entry(set, entry.name()), stands ? FactFields.MARKED : null);
    }

    public String existing(String list, int number) {
        if (number > size(fields, list)) {
            throw absent(list, number);
        }
        return "%s[%d]".formatted(list, number - 1);
    }

    /** Refuses numbers of children that are not in the facts. */
    public void requireChildren(Collection<Integer> numbers) {
        numbers.forEach(number -> existing("children", number));
    }

    /** The path of the account with this number. */
    public String account(int number) {
        return fields.entrySet().stream()
                .filter(field -> ACCOUNT.matcher(field.getKey()).matches()
                        && field.getValue().equals(String.valueOf(number)))
                .map(field -> field.getKey().substring(0, field.getKey().length() - NUMBER.length()))
                .findFirst()
                .orElseThrow(() -> absent("accounts", number));
    }

    private static RequestRefusedException absent(String list, int number) {
        return RequestRefusedException.conflict(
                "There is no number %d in the list “%s” of these facts. Read the facts again, then use their numbers."
                        .formatted(number, list));
    }

    /** One more than the highest index. */
    private static int size(NavigableMap<String, String> fields, String list) {
        String below = list + "[";
        return fields.tailMap(below).keySet().stream()
                .takeWhile(field -> field.startsWith(below))
                .mapToInt(field ->
                        1 + Integer.parseInt(field.substring(below.length(), field.indexOf(']', below.length()))))
                .max()
                .orElse(0);
    }
}
