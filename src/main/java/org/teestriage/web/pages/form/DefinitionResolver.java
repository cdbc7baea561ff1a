package org.teestriage.web.pages.form;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.web.pages.form.FormField.Code;
import org.teestriage.web.pages.form.FormField.Condition;

/** Builds form definitions from records. Collects all mistakes, so that one start reports every mistake. */
final class DefinitionResolver {

    private static final String FILE = "words.properties";

    private final Labels labels;
    private final Set<String> used = new HashSet<>();
    private final Set<Class<?>> begun = new HashSet<>();
    private final Map<Class<?>, FormDefinition> definitions = new LinkedHashMap<>();
    private final Set<String> mistakes = new TreeSet<>();

    DefinitionResolver(Labels labels) {
        this.labels = labels;
    }

    /** Definitions of these records and of all nested records, by record. */
    static Map<Class<?>, FormDefinition> resolve(Set<Class<?>> types, Labels labels) {
        DefinitionResolver resolver = new DefinitionResolver(labels);
        types.forEach(resolver::resolve);
        resolver.requireNoOrphans();
        if (!resolver.mistakes.isEmpty()) {
            throw new IllegalStateException("Forms cannot be built from their records and " + FILE + ":\n"
                    + String.join("\n", resolver.mistakes));
        }
        return resolver.definitions;
    }

    private void resolve(Class<?> type) {
        if (type.isEnum()) {
            codes(type);
        } else if (type.isRecord()) {
            definition(type);
        } else {
            mistakes.add("%s is neither a record nor an enum: only those have labels".formatted(Labels.key(type)));
        }
    }

    private @Nullable FormDefinition definition(Class<?> record) {
        if (begun.add(record)) {
            RecordComponent[] parts = record.getRecordComponents();
            List<FormField> fields = Arrays.stream(parts)
                    // The service sets these itself; they are the last components of their record.
                    .filter(part -> !part.getAccessor().isAnnotationPresent(Null.class))
                    .map(part -> field(record, part))
                    .flatMap(Optional::stream)
                    .toList();
            try {
                definitions.put(
                        record,
                        new FormDefinition(
                                record.getDeclaredConstructor(Arrays.stream(parts)
                                        .map(RecordComponent::getType)
                                        .toArray(Class<?>[]::new)),
                                fields));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has its canonical constructor", e);
            }
        }
        return definitions.get(record);
    }

    private Optional<FormField> field(Class<?> record, RecordComponent part) {
        String key = Labels.key(record, part.getName());
        Optional<FieldType> found = FieldType.of(part);
        if (found.isEmpty()) {
            mistakes.add("%s has the unsupported type %s: use %s"
                    .formatted(key, part.getGenericType().getTypeName(), FieldType.SUPPORTED));
            return Optional.empty();
        }
        FieldType type = found.get();
        Class<?> member = FieldType.member(part);
        boolean group = type == FieldType.GROUP || type == FieldType.GROUPS;
        FormDefinition inside = group ? definition(member) : null;
        if (group && inside == null) {
            mistakes.add("%s contains %s again, so its form would be infinite: break the cycle"
                    .formatted(key, Labels.key(member)));
        }
        String label = label(key);
        return Optional.of(new FormField(
                part.getName(),
                type,
                member,
                part.getAccessor(),
                label,
                find(key + ".hint").orElse(null),
                find(key + ".told").orElse(label),
                type == FieldType.GROUPS || (type == FieldType.CHOICES && member == Integer.class)
                        ? label(key + ".one")
                        : "",
                isRequired(part),
                type == FieldType.GROUPS ? most(key, part) : 0,
                type == FieldType.CHOICE || type == FieldType.CHOICES ? codes(member) : List.of(),
                inside,
                condition(record, part)));
    }

    private String label(String key) {
        return find(key).filter(label -> !label.isBlank()).orElseGet(() -> {
            mistakes.add("%s has no label: add %s=... to %s".formatted(key, key, FILE));
            return "";
        });
    }

    private Optional<String> find(String key) {
        used.add(key);
        return labels.find(key);
    }

    private int most(String key, RecordComponent list) {
        Size size = list.getAccessor().getAnnotation(Size.class);
        if (size == null) {
            mistakes.add("%s is a list without a limit: add @Size(max = ...)".formatted(key));
        }
        return size == null ? 0 : size.max();
    }

    private static boolean isRequired(RecordComponent part) {
        return Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
                .anyMatch(part.getAccessor()::isAnnotationPresent);
    }

    private List<Code> codes(Class<?> type) {
        if (type == Boolean.class) {
            return List.of(new Code("true", "Yes", null), new Code("false", "No", null));
        }
        if (type == String.class || type == Integer.class) {
            // The fitting of the page gives the choices.
            return List.of();
        }
        return constants(type).stream()
                .map(code -> new Code(
                        code,
                        label(Labels.key(type, code)),
                        find(Labels.key(type, code) + ".hint").orElse(null)))
                .toList();
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private @Nullable Condition condition(Class<?> record, RecordComponent part) {
        AskedWhen when = part.getAnnotation(AskedWhen.class);
        if (when == null) {
            return null;
        }
        String wrong = "%s is asked when %s is %s, but "
                .formatted(Labels.key(record, part.getName()), when.field(), when.is());
        List<RecordComponent> others = Arrays.stream(record.getRecordComponents())
                .filter(each ->
                        each.getName().equals(when.field()) && !each.getName().equals(part.getName()))
                .toList();
        if (others.isEmpty()) {
            mistakes.add(
                    wrong + "%s has no other component of that name: correct @AskedWhen".formatted(Labels.key(record)));
            return null;
        }
        Class<?> answers = FieldType.member(others.get(0));
        if (!answers.isEnum() && answers != Boolean.class) {
            mistakes.add(wrong + "its answers are not chosen from a list: name an enum or a Boolean in @AskedWhen");
            return null;
        }
        List<Code> asked = codes(answers).stream()
                .filter(code -> List.of(when.is().split(" ")).contains(code.value()))
                .toList();
        if (asked.size() != when.is().split(" ").length) {
            mistakes.add(wrong
                    + "that is none of its answers: name one of %s in @AskedWhen"
                            .formatted(codes(answers).stream().map(Code::value).collect(Collectors.joining(", "))));
            return null;
        }
        return new Condition(
                when.field(), when.is(), asked.stream().map(Code::label).collect(Collectors.joining("” or “")));
    }

    private void requireNoOrphans() {
        new TreeSet<>(labels.keys())
                .stream()
                        .filter(key -> !used.contains(key))
                        .forEach(key -> mistakes.add(
                                "%s is an unused label: remove it from %s, or list its type in the %s of its pages"
                                        .formatted(key, FILE, LabelledTypes.class.getSimpleName())));
    }
}
