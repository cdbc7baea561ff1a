package org.teestriage.web.pages.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teestriage.platform.text.Visible;

/** The typed values of a form, unchanged, by field names such as {@code children[0].name}. */
public record FormValues(Map<String, List<String>> answers) {

    public static final FormValues NOTHING = new FormValues(Map.of());

    /** Prefix of technical fields, which are no answers: the token, the pressed button, the state of the page. */
    private static final String OURS = "_";

    private static final Pattern PLACE = Pattern.compile("\\[([0-9]+)]");
    private static final int LONGEST_INDEX = 3;

    public FormValues {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        answers.forEach((name, values) -> kept.put(name, List.copyOf(values)));
        answers = kept;
    }

    static FormValues of(Map<String, List<String>> form) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (!name.startsWith(OURS)) {
                answers.put(name, values.stream().map(FormValues::asTyped).toList());
            }
        });
        return new FormValues(answers);
    }

    /** Prefills a date and time unless the user has given another. */
    public FormValues suggesting(String name, Instant moment) {
        if (says(name)) {
            return this;
        }
        Map<String, List<String>> both = new LinkedHashMap<>(answers);
        both.putAll(FormWriter.moment(name, moment));
        return new FormValues(both);
    }

    /** Prefills text unless the user has given another. */
    public FormValues suggesting(String name, String words) {
        return says(name) ? this : and(name, words);
    }

    public FormValues and(String name, String value) {
        Map<String, List<String>> both = new LinkedHashMap<>(answers);
        both.put(name, List.of(value));
        return new FormValues(both);
    }

    /** Browsers send each line break as CR LF. */
    private static String asTyped(String value) {
        return value.replace("\r\n", "\n");
    }

    public String first(String name) {
        List<String> values = answers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    public List<String> all(String name) {
        return answers.getOrDefault(name, List.of());
    }

    /** Whether there is a non-blank value at this name or below it. */
    public boolean says(String name) {
        return answers.entrySet().stream()
                .anyMatch(answer -> isAt(answer.getKey(), name)
                        && answer.getValue().stream().anyMatch(value -> !Visible.isBlank(value)));
    }

    /** The indexes that occur in field names of a list, with or without values. */
    public List<Integer> indexes(String list) {
        Pattern place = Pattern.compile(Pattern.quote(list) + "\\[([0-9]{1,3})].*");
        TreeSet<Integer> found = new TreeSet<>();
        for (String name : answers.keySet()) {
            Matcher matcher = place.matcher(name);
            if (matcher.matches()) {
                found.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return new ArrayList<>(found);
    }

    /**
     * The name of a list with more members than permitted. No browser sends one; rendering it would cost a form per
     * entry.
     */
    Optional<String> overfull(ToIntFunction<String> mostOf) {
        Map<String, Set<String>> said = new HashMap<>();
        for (Map.Entry<String, List<String>> answer : answers.entrySet()) {
            if (answer.getValue().stream().allMatch(Visible::isBlank)) {
                continue;
            }
            Matcher place = PLACE.matcher(answer.getKey());
            while (place.find()) {
                String list = answer.getKey().substring(0, place.start());
                Set<String> entries = said.computeIfAbsent(list, first -> new HashSet<>());
                entries.add(place.group(1));
                if (place.group(1).length() > LONGEST_INDEX || entries.size() > mostOf.applyAsInt(list)) {
                    return Optional.of(list);
                }
            }
        }
        return Optional.empty();
    }

    /** Replaces all values at or below the names by those of {@code other}. */
    public FormValues with(List<String> names, FormValues other) {
        FormValues left = only(name -> names.stream().noneMatch(at -> isAt(name, at)));
        Map<String, List<String>> both = new LinkedHashMap<>(left.answers);
        other.only(name -> names.stream().anyMatch(at -> isAt(name, at)))
                .answers
                .forEach(both::put);
        return new FormValues(both);
    }

    /** Removes one list member; those after it move up. */
    public FormValues without(String list, int index) {
        Map<String, List<String>> left = new LinkedHashMap<>();
        Pattern place = Pattern.compile(Pattern.quote(list) + "\\[([0-9]{1,3})](.*)");
        answers.forEach((name, values) -> {
            Matcher matcher = place.matcher(name);
            if (!matcher.matches()) {
                left.put(name, values);
            } else if (Integer.parseInt(matcher.group(1)) < index) {
                left.put(name, values);
            } else if (Integer.parseInt(matcher.group(1)) > index) {
                left.put("%s[%d]%s".formatted(list, Integer.parseInt(matcher.group(1)) - 1, matcher.group(2)), values);
            }
        });
        return new FormValues(left);
    }

    public FormValues only(Predicate<String> names) {
        Map<String, List<String>> some = new LinkedHashMap<>();
        answers.forEach((name, values) -> {
            if (names.test(name)) {
                some.put(name, values);
            }
        });
        return new FormValues(some);
    }

    public static boolean isAt(String name, String at) {
        return name.equals(at) || name.startsWith(at + ".") || name.startsWith(at + "[");
    }
}
