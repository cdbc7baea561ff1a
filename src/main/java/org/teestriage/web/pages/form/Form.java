package org.teestriage.web.pages.form;

import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.wording.Choice;

/**
 * A form as a page shows it.
 *
 * @param wrong the first fifty error messages in page order, by field name
 * @param furtherMistakes the number of further ones, which the page does not name
 */
@TemplateData
public record Form(
        FormDefinition definition,
        FormValues typed,
        Map<String, String> wrong,
        int furtherMistakes,
        String token,
        Fitting fitting) {

    /** Shape of a field that carries a known value instead of a question. */
    private static final String CARRIED = "CARRIED";

    private static final int MOST_MISTAKES = 50;

    /** Less than the largest number of fields and the largest body that the service takes. */
    private static final int MOST_FIELDS_KEPT = 900;

    private static final int MOST_CHARACTERS_KEPT = 900_000;

    public record Option(
            String value, String label, @Nullable String hint, boolean chosen) {}

    public record Mistake(String id, String label, String sentence) {}

    /** The answer to another question that makes this question visible. */
    public record When(String name, String is, String label) {}

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

        /** Whether the page shows so many empty rows that they are better opened one by one. */
        public boolean opensRowByRow() {
            return form.fitting.emptyRows(name) > 1;
        }

        public @Nullable String mistake() {
            return form.wrong.get(name);
        }

        /** Whether the label is marked as optional. */
        public boolean optional() {
            return !required && when == null;
        }

        public @Nullable String describedBy() {
            String ids = (hint == null ? "" : id() + "-hint") + (mistake() == null ? "" : " " + id() + "-error");
            return ids.isBlank() ? null : ids.strip();
        }

        /** Whether the options are short enough for one line. */
        public boolean brief() {
            return options.size() <= 3
                    && options.stream().allMatch(option -> option.label().length() < 15 && option.hint() == null);
        }

        /** Whether the options are so many that a search helps. */
        public boolean many() {
            return options.size() > 7 && form.fitting.choicesAt(name).isPresent();
        }

        /** HTML autocomplete token, for fields about the user. */
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

    static Form of(FormDefinition definition, FormValues typed, Map<String, String> wrong, String token) {
        Form form = new Form(definition, typed, Map.of(), 0, token, Fitting.NONE);
        if (wrong.isEmpty()) {
            return form;
        }
        Map<String, Integer> places = new HashMap<>();
        form.questions().stream().flatMap(Form::all).forEach(question -> places.put(question.name, places.size()));
        Map<String, String> first = new LinkedHashMap<>();
        wrong.entrySet().stream()
                .sorted(Comparator.comparing(each -> places.getOrDefault(each.getKey(), -1)))
                .limit(MOST_MISTAKES)
                .forEach(each -> first.put(each.getKey(), each.getValue()));
        return new Form(definition, typed, first, wrong.size() - first.size(), token, Fitting.NONE);
    }

    /**
     * The same form, adapted to a page.
     *
     * @throws IllegalArgumentException if the form has no field of a name in the fitting
     */
    public Form fitted(Fitting to) {
        to.names().forEach(definition::at);
        return new Form(definition, typed, wrong, furtherMistakes, token, to);
    }

    static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }

    public List<Question> questions() {
        return questions(definition, "");
    }

    /** The questions at these names, such as {@code children[0]}. A group is replaced by its questions. */
    public List<Question> at(String... names) {
        return Arrays.stream(names)
                .map(this::one)
                .flatMap(found -> found.shape.equals(FieldType.GROUP.name()) ? found.inside.stream() : Stream.of(found))
                .toList();
    }

    public String idOf(String name) {
        return id(name);
    }

    /** The questions at these names. Groups remain groups. */
    public List<Question> each(List<String> names) {
        return names.stream()
                .filter(name -> !fitting.leavesOut(name))
                .map(this::one)
                .toList();
    }

    private Question one(String name) {
        FormField field = definition.at(name);
        return name.endsWith("]") ? member(field, name, name) : question(field, name);
    }

    private List<Question> questions(FormDefinition group, String below) {
        return group.fields().stream()
                .filter(field -> !fitting.leavesOut(FormDefinition.below(below, field)))
                .map(field -> question(field, FormDefinition.below(below, field)))
                .toList();
    }

    private Question question(FormField field, String name) {
        FieldType shape = fitting.choicesAt(name).isPresent() && field.type() != FieldType.CHOICES
                ? FieldType.CHOICE
                : field.type();
        return new Question(
                this,
                fitting.carried().containsKey(name) ? CARRIED : shape.name(),
                name,
                field.label(),
                field.hint(),
                field.required(),
                options(field, name),
                switch (shape) {
                    case GROUP -> questions(field.group(), name);
                    case GROUPS -> members(field, name);
                    default -> List.of();
                },
                when(field, name));
    }

    private static @Nullable When when(FormField field, String name) {
        FormField.Condition asked = field.asked();
        return asked == null ? null : new When(field.beside(name, asked.field()), asked.is(), asked.label());
    }

    /** The existing members of a list, followed by empty ones as far as the list is not full. */
    private List<Question> members(FormField list, String name) {
        List<Integer> there = new ArrayList<>(typed.indexes(name));
        there.removeIf(index -> !typed.says("%s[%d]".formatted(name, index)));
        int rows = Math.min(list.most(), there.size() + fitting.emptyRows(name));
        while (there.size() < rows) {
            there.add(there.isEmpty() ? 0 : there.get(there.size() - 1) + 1);
        }
        return there.stream()
                .map(index -> member(
                        list, "%s[%d]".formatted(name, index), "%s %d".formatted(list.one(), there.indexOf(index) + 1)))
                .toList();
    }

    private Question member(FormField list, String name, String label) {
        return new Question(
                this, FieldType.GROUP.name(), name, label, null, false, List.of(), questions(list.group(), name), null);
    }

    private List<Option> options(FormField field, String name) {
        Set<String> chosen = Set.copyOf(typed.all(name));
        Optional<List<Choice>> choices = fitting.choicesAt(name);
        if (choices.isPresent()) {
            return choices.get().stream()
                    .map(choice -> new Option(choice.value(), choice.name(), null, chosen.contains(choice.value())))
                    .toList();
        }
        Enum<?> leftOut = fitting.answersLeftOut().get(name);
        return field.codes().stream()
                .filter(code -> leftOut == null || !code.value().equals(leftOut.name()))
                .map(code -> new Option(code.value(), code.label(), code.hint(), chosen.contains(code.value())))
                .toList();
    }

    /** Prefix of the page title, which screen readers announce first. */
    public String prefix() {
        return wrong.isEmpty() ? "" : "Error: ";
    }

    /** The mistakes that the page names, in page order, each with the id of its field. */
    public List<Mistake> mistakes() {
        return wrong.entrySet().stream()
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
        return name.isEmpty() ? "" : one(name).label;
    }

    /** All typed values, for a page that carries them in hidden fields. */
    public List<Kept> kept() {
        return typed.answers().entrySet().stream()
                .flatMap(answer -> answer.getValue().stream().map(value -> new Kept(answer.getKey(), value)))
                .toList();
    }

    /**
     * Like {@link #kept}, but nothing if the service would refuse a post of it: for values that are stored anyway, and
     * only kept to be shown again if storing them fails.
     */
    public List<Kept> keptIfPostable() {
        List<Kept> kept = kept();
        long encoded = kept.stream()
                .mapToLong(each -> each.name().length()
                        + URLEncoder.encode(each.value(), StandardCharsets.UTF_8)
                                .length())
                .sum();
        return kept.size() <= MOST_FIELDS_KEPT && encoded <= MOST_CHARACTERS_KEPT ? kept : List.of();
    }

    public record Kept(String name, String value) {}
}
