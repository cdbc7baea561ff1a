package org.teestriage.web.pages.raise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.teestriage.platform.document.Sha256;
import org.teestriage.platform.text.Visible;
import org.teestriage.web.pages.form.FormValues;

/**
 * Saves a page with lists, such as statements, into a draft that another window may have changed. The number in the name of
 * a member is its id. The page says what it showed, so that only those members change that its user changed, and what
 * another window added or removed stays so.
 */
final class ListMerge {

    private static final Pattern SHOWN = Pattern.compile("([A-Za-z0-9]+\\[[0-9]{1,3}])=([0-9a-f]+)");

    /** Stands where a page showed no member; a page of an earlier release says nothing. */
    private static final String NO_MEMBER = "-";

    private ListMerge() {}

    /** @param places the fields and list members that the user changed */
    record Merged(FormValues answers, List<String> places) {}

    /** The members of the lists that a page shows, with a fingerprint of each. */
    static String shown(FormValues typed, List<String> names) {
        String shown = names.stream()
                .flatMap(list -> typed.indexes(list).stream().map(index -> at(list, index)))
                .filter(typed::says)
                .map(member -> member + "=" + fingerprint(typed, member))
                .collect(Collectors.joining(" "));
        return shown.isEmpty() ? NO_MEMBER : shown;
    }

    /** @param next the number of the next member of a list: one that no member has or had */
    static Merged merge(
            String shown, FormValues kept, FormValues sent, List<String> names, ToIntFunction<String> next) {
        if (shown.isEmpty()) {
            return new Merged(kept.with(names, sent), names);
        }
        Map<String, String> before = new HashMap<>();
        Matcher member = SHOWN.matcher(shown);
        while (member.find()) {
            before.put(member.group(1), member.group(2));
        }
        FormValues answers = kept;
        List<String> places = new ArrayList<>();
        for (String name : names) {
            TreeSet<Integer> indexes = new TreeSet<>(sent.indexes(name));
            indexes.addAll(kept.indexes(name));
            if (indexes.isEmpty()) {
                answers = answers.with(List.of(name), sent);
                if (!fingerprint(kept, name).equals(fingerprint(sent, name))) {
                    places.add(name);
                }
            }
            int free = next.applyAsInt(name);
            for (int index : indexes) {
                String from = at(name, index);
                String saw = before.getOrDefault(from, "");
                String says = fingerprint(sent, from);
                if (!says.equals(saw) && !isStored(says, from, saw.isEmpty() ? name : "", kept, before)) {
                    String to = saw.isEmpty() && index < free ? at(name, free++) : from;
                    answers = answers.with(List.of(to), DraftMembers.moved(sent, from, to));
                    places.add(to);
                }
            }
        }
        return new Merged(answers, places);
    }

    /** Whether a form that was sent twice has stored this member before, under its number or, if it was new, another one. */
    private static boolean isStored(String says, String at, String list, FormValues kept, Map<String, String> before) {
        return says.equals(fingerprint(kept, at))
                || kept.indexes(list).stream()
                        .map(index -> at(list, index))
                        .filter(member -> !before.containsKey(member))
                        .anyMatch(member -> says.equals(fingerprint(kept, member)));
    }

    private static String at(String list, int index) {
        return "%s[%d]".formatted(list, index);
    }

    /** Of what is said at a name, wherever its list has it; empty if nothing is. */
    private static String fingerprint(FormValues values, String at) {
        Map<String, List<String>> said = new TreeMap<>();
        values.only(name -> FormValues.isAt(name, at)).answers().forEach((name, given) -> {
            List<String> visible =
                    given.stream().filter(value -> !Visible.isBlank(value)).toList();
            if (!visible.isEmpty()) {
                said.put(name.substring(at.length()), visible);
            }
        });
        return said.isEmpty() ? "" : Sha256.of(said.toString()).substring(0, 16);
    }
}
