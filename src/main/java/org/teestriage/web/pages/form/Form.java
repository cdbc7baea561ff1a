package org.teestriage.web.pages.form;

import io.quarkus.qute.TemplateData;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.wording.Choice;

/** A form as a page shows it: the questions of a record, what was typed so far, and what is wrong with it. */
@TemplateData
public record Form(Class<?> type, FormValues typed, Map<String, String> wrong, String token, Fitting fitting) {

    /** A question that nobody is asked: the page knows the answer, and it comes back with the form. */
    private static final String CARRIED = "CARRIED";

    private static final int MOST_MISTAKES = 50;

    /**
     * How a record's form is fitted to one page: what there is to choose from for a field that would otherwise be written,
     * what it carries unseen, and the questions, or answers written {@code field=ANSWER}, that make no sense here.
     */
    record Fitting(Map<String, List<Choice>> choices, Map<String, String> carried, Set<String> leftOut) {

        static final Fitting NONE = new Fitting(Map.of(), Map.of(), Set.of());

        Fitting {
            choices = Map.copyOf(choices);
            carried = Map.copyOf(carried);
            leftOut = Set.copyOf(leftOut);
        }
    }

    /** One answer to choose. */
    public record Option(
            String value, String label, @Nullable String hint, boolean chosen) {}

    /** One thing that is wrong, and where. */
    public record Mistake(String id, String label, String sentence) {}

    /** Under which answer to which other question something is asked. */
    public record When(String name, String is, String label) {}

    /** One question, with what was answered. */
    @TemplateData
    public record Question(
            Form form,
            String shape,
            String name,
            String label,
            @Nullable String hint,
            boolean required,
            List<Option> options,
            List<Question> inside,
            @Nullable When when) {

        public String id() {
            return Form.id(name);
        }

        public String value() {
            return form.fitting.carried().getOrDefault(name, form.typed.first(name));
        }

        public String part(String part) {
            return form.typed.first(name + "." + part);
        }

        public @Nullable String mistake() {
            return form.wrong.get(name);
        }

        /** Whether the question says of itself that it need not be answered. */
        public boolean optional() {
            return !required && when == null;
        }

        public @Nullable String describedBy() {
            String ids = (hint == null ? "" : id() + "-hint") + (mistake() == null ? "" : " " + id() + "-error");
            return ids.isBlank() ? null : ids.strip();
        }

        /** The short lists of options that fit on one line. */
        public boolean brief() {
            return options.size() <= 3
                    && options.stream().allMatch(option -> option.label().length() < 15 && option.hint() == null);
        }

        /** Whether this is filled in by somebody about themselves, and how a browser may help. */
        public @Nullable String autocomplete() {
            return switch (name) {
                case "referrer.name" -> "name";
                case "referrer.email" -> "email";
                case "referrer.phone" -> "tel";
                case "referrer.organisation" -> "organization";
                case "referrer.role" -> "organization-title";
                default -> null;
            };
        }
    }

    static Form blank(String token) {
        return new Form(Void.class, FormValues.NOTHING, Map.of(), token, Fitting.NONE);
    }

    /** The same form, with what there is to choose from for a field that would otherwise be written. */
    public Form choosing(String name, List<Choice> from) {
        Map<String, List<Choice>> more = new HashMap<>(fitting.choices());
        more.put(name, from);
        return new Form(type, typed, wrong, token, new Fitting(more, fitting.carried(), fitting.leftOut()));
    }

    public Form carrying(String name, String value) {
        Map<String, String> more = new HashMap<>(fitting.carried());
        more.put(name, value);
        return new Form(type, typed, wrong, token, new Fitting(fitting.choices(), more, fitting.leftOut()));
    }

    public Form leavingOut(String... names) {
        return new Form(type, typed, wrong, token, new Fitting(fitting.choices(), fitting.carried(), Set.of(names)));
    }

    static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }

    /** Whether a question is asked at all, by the answer to another of the same record. */
    static boolean asked(FormValues typed, Class<?> record, String field, String name) {
        return Labels.when(record, field)
                .map(when -> {
                    String[] pair = when.split("=", 2);
                    String other = name.substring(0, name.length() - field.length()) + pair[0];
                    return typed.all(other).contains(pair[1]);
                })
                .orElse(true);
    }

    /** All questions of the record. */
    public List<Question> questions() {
        return questions(type, "");
    }

    /** The questions at these names, such as {@code children[0]}: what stands in a group is asked one by one. */
    public List<Question> at(String... names) {
        return Arrays.stream(names)
                .map(this::one)
                .flatMap(found -> found.shape.equals(FieldType.GROUP.name()) ? found.inside.stream() : Stream.of(found))
                .toList();
    }

    public String idOf(String name) {
        return id(name);
    }

    /** The questions at these names, groups as they are. */
    public List<Question> each(List<String> names) {
        return names.stream().map(this::one).toList();
    }

    private Question one(String name) {
        Class<?> record = type;
        String so = "";
        for (String piece : name.split("\\.", -1)) {
            String field = piece.replaceAll("\\[.*", "");
            Class<?> here = record;
            RecordComponent part = FieldType.parts(here).stream()
                    .filter(each -> each.getName().equals(field))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name));
            so = so.isEmpty() ? piece : so + "." + piece;
            if (so.equals(name)) {
                return piece.endsWith("]") ? member(part, so, so) : question(here, part, so);
            }
            record = FieldType.inside(part);
        }
        throw new IllegalArgumentException(name);
    }

    private List<Question> questions(Class<?> record, String below) {
        return FieldType.parts(record).stream()
                .filter(part -> !fitting.leftOut().contains(FormReader.below(below, part)))
                .map(part -> question(record, part, FormReader.below(below, part)))
                .toList();
    }

    private Question question(Class<?> record, RecordComponent part, String name) {
        FieldType shape = fitting.choices().containsKey(name) ? FieldType.CHOICE : FieldType.of(part);
        return new Question(
                this,
                fitting.carried().containsKey(name) ? CARRIED : shape.name(),
                name,
                Labels.label(record, part.getName()),
                Labels.hint(record, part.getName()).orElse(null),
                FieldType.required(part),
                options(part, shape, name),
                switch (shape) {
                    case GROUP -> questions(part.getType(), name);
                    case GROUPS -> members(record, part, name);
                    default -> List.of();
                },
                when(record, part.getName(), name));
    }

    private @Nullable When when(Class<?> record, String field, String name) {
        return Labels.when(record, field)
                .map(when -> {
                    String[] pair = when.split("=", 2);
                    return new When(
                            name.substring(0, name.length() - field.length()) + pair[0], pair[1], answer(record, pair));
                })
                .orElse(null);
    }

    private static String answer(Class<?> record, String[] pair) {
        return FieldType.parts(record).stream()
                .filter(part -> part.getName().equals(pair[0]))
                .flatMap(part -> codes(FieldType.inside(part)).stream())
                .filter(code -> code.value().equals(pair[1]))
                .map(Option::label)
                .findFirst()
                .orElseThrow();
    }

    /** Those that are there, and an empty one behind them as long as there is room. */
    private List<Question> members(Class<?> record, RecordComponent part, String name) {
        List<Integer> there = new ArrayList<>(typed.indexes(name));
        there.removeIf(index -> !typed.says("%s[%d]".formatted(name, index)));
        if (there.size() < FieldType.most(part)) {
            there.add(there.isEmpty() ? 0 : there.get(there.size() - 1) + 1);
        }
        return there.stream()
                .map(index -> member(
                        part,
                        "%s[%d]".formatted(name, index),
                        "%s %d".formatted(Labels.label(record, part.getName() + ".one"), there.indexOf(index) + 1)))
                .toList();
    }

    private Question member(RecordComponent part, String name, String label) {
        return new Question(
                this,
                FieldType.GROUP.name(),
                name,
                label,
                null,
                false,
                List.of(),
                questions(FieldType.inside(part), name),
                null);
    }

    private List<Option> options(RecordComponent part, FieldType shape, String name) {
        if (shape != FieldType.CHOICE && shape != FieldType.CHOICES) {
            return List.of();
        }
        Set<String> chosen = Set.copyOf(typed.all(name));
        if (fitting.choices().containsKey(name)) {
            return fitting.choices().get(name).stream()
                    .map(choice -> new Option(choice.value(), choice.name(), null, chosen.contains(choice.value())))
                    .toList();
        }
        return codes(FieldType.inside(part)).stream()
                .filter(code -> !fitting.leftOut().contains(name + "=" + code.value()))
                .map(code -> new Option(code.value(), code.label(), code.hint(), chosen.contains(code.value())))
                .toList();
    }

    private static List<Option> codes(Class<?> type) {
        if (type == Boolean.class) {
            return List.of(new Option("true", "Yes", null, false), new Option("false", "No", null, false));
        }
        return Arrays.stream(type.getEnumConstants())
                .map(Enum.class::cast)
                .map(code -> new Option(
                        code.name(), Labels.of(code), Labels.hint(code).orElse(null), false))
                .toList();
    }

    /** What the title of the page begins with, for whoever hears it first. */
    public String prefix() {
        return wrong.isEmpty() ? "" : "Error: ";
    }

    /** What is wrong, in the order of the page, each with a link to its field; the first fifty. */
    public List<Mistake> mistakes() {
        List<String> order = wrong.isEmpty() || type == Void.class
                ? List.of()
                : questions().stream().flatMap(Form::all).map(Question::name).toList();
        Map<String, Integer> places = new HashMap<>();
        order.forEach(name -> places.put(name, places.size()));
        return wrong.entrySet().stream()
                .sorted(Comparator.comparing(each -> places.getOrDefault(each.getKey(), -1)))
                .limit(MOST_MISTAKES)
                .map(each -> new Mistake(anchor(each.getKey()), labelOf(each.getKey()), each.getValue()))
                .toList();
    }

    private static Stream<Question> all(Question question) {
        return Stream.concat(Stream.of(question), question.inside.stream().flatMap(Form::all));
    }

    private String anchor(String name) {
        return name.isEmpty() ? "main" : id(name);
    }

    private String labelOf(String name) {
        return name.isEmpty() || type == Void.class ? "" : one(name).label;
    }

    /** Everything that was typed, as it was, for a page that keeps it while it asks something else. */
    public List<Kept> kept() {
        return typed.answers().entrySet().stream()
                .flatMap(answer -> answer.getValue().stream().map(value -> new Kept(answer.getKey(), value)))
                .toList();
    }

    /** One thing typed. */
    public record Kept(String name, String value) {}
}
