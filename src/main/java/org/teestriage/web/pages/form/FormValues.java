package org.teestriage.web.pages.form;

import java.time.Instant;
import java.util.Collections;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.Visible;

/**
 * The typed values of a form, unchanged, by field names such as {@code children[0].name}. Every question about a name
 * takes the same time, whatever the number of fields.
 */
public final class FormValues {

    public static final FormValues NOTHING = new FormValues(Map.of());

    /** Prefix of technical fields, which are no answers: the token, the pressed button, the state of the page. */
    private static final String OURS = "_";

    /** A field of a record, or of the records below it. */
    private static final Pattern NAME = Pattern.compile(
            "[A-Za-z][A-Za-z0-9]{0,60}(?:\\[[0-9]{1,3}])?(?:\\.[A-Za-z][A-Za-z0-9]{0,60}(?:\\[[0-9]{1,3}])?){0,9}");

    /** Values of one name, such as the chosen answers. No question has more. */
    private static final int MOST_VALUES = 100;

    private final Map<String, List<String>> answers;
    private @Nullable Index index;

    public FormValues(Map<String, List<String>> answers) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        answers.forEach((name, values) -> kept.put(name, List.copyOf(values)));
        this.answers = Collections.unmodifiableMap(kept);
    }

    public Map<String, List<String>> answers() {
        return answers;
    }

    /**
     * The names at or above an answer, and the members of each list. A name that no field can have is at or above
     * nothing.
     */
    private static final class Index {
        private final Set<String> said = new HashSet<>();
        private final Map<String, TreeSet<Integer>> members = new HashMap<>();
        private final Map<String, Set<Integer>> saidMembers = new LinkedHashMap<>();

        Index(Map<String, List<String>> answers) {
            answers.forEach((name, values) -> {
                if (isName(name)) {
                    add(name, values.stream().anyMatch(value -> !Visible.isBlank(value)));
                }
            });
        }

        private void add(String name, boolean answered) {
            for (int at = 0; at < name.length(); at++) {
                char sign = name.charAt(at);
                if (sign == '[') {
                    String list = name.substring(0, at);
                    int member = Integer.parseInt(name.substring(at + 1, name.indexOf(']', at)));
                    members.computeIfAbsent(list, first -> new TreeSet<>()).add(member);
                    if (answered) {
                        saidMembers
                                .computeIfAbsent(list, first -> new HashSet<>())
                                .add(member);
                    }
                }
                if (answered && (sign == '[' || sign == '.')) {
                    said.add(name.substring(0, at));
                }
            }
            if (answered) {
                said.add(name);
            }
        }
    }

    private Index index() {
        Index built = index;
        if (built == null) {
            built = new Index(answers);
            index = built;
        }
        return built;
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static FormValues of(Map<String, List<String>> form) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            // Between two ampersands stands no field.
            boolean nothing = name.isEmpty() && values.stream().allMatch(String::isEmpty);
            if (!name.startsWith(OURS) && !nothing) {
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
        return index().said.contains(name);
    }

    /** The indexes that occur in field names of a list, with or without values. */
    public List<Integer> indexes(String list) {
        return List.copyOf(index().members.getOrDefault(list, new TreeSet<>()));
    }

    /** Whether there is a field whose name no form can have, such as {@code [0]}. No browser sends one. */
    public boolean isMisnamed() {
        return answers.keySet().stream().anyMatch(name -> !isName(name));
    }

    /** The name of a list with more members, or of a field with more values, than permitted. No browser sends one. */
    Optional<String> overfull(ToIntFunction<String> mostOf) {
        return Stream.concat(
                        answers.entrySet().stream()
                                .filter(answer -> answer.getValue().size() > MOST_VALUES)
                                .map(Map.Entry::getKey),
                        index().saidMembers.entrySet().stream()
                                .filter(list -> list.getValue().size() > mostOf.applyAsInt(list.getKey()))
                                .map(Map.Entry::getKey))
                .findFirst();
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
        int end = at.length();
        return name.startsWith(at) && (name.length() == end || name.charAt(end) == '.' || name.charAt(end) == '[');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FormValues values && values.answers.equals(answers);
    }

    @Override
    public int hashCode() {
        return answers.hashCode();
    }

    @Override
    public String toString() {
        return "FormValues of " + answers.keySet();
    }
}
