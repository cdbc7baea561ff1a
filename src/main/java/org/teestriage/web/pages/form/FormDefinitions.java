package org.teestriage.web.pages.form;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The definitions of all forms, resolved at startup: a mistake stops the start instead of a request. */
@Startup
@Singleton
class FormDefinitions {

    /** Limit for a list name that no form has. */
    private static final int MOST_OF_ANOTHER = 100;

    private final Map<Class<?>, FormDefinition> byRecord;
    private final Map<String, Integer> most;

    @Inject
    FormDefinitions(@All List<LabelledTypes> types) {
        this(types, Labels.WORDS);
    }

    FormDefinitions(Collection<LabelledTypes> types, Labels labels) {
        this.byRecord = Map.copyOf(DefinitionResolver.resolve(
                types.stream().flatMap(each -> each.types().stream()).collect(Collectors.toSet()), labels));
        this.most = byRecord.values().stream()
                .flatMap(definition -> definition.fields().stream())
                .filter(field -> field.type() == FieldType.GROUPS)
                .collect(Collectors.toUnmodifiableMap(FormField::name, FormField::most, Math::max));
    }

    FormDefinition of(Class<?> record) {
        return Optional.ofNullable(byRecord.get(record))
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no form: name it in the LabelledTypes of its pages".formatted(record)));
    }

    /** The maximum number of members of a list, by its field name; the largest if several lists share the name. */
    int mostOf(String list) {
        return most.getOrDefault(list.substring(list.lastIndexOf('.') + 1), MOST_OF_ANOTHER);
    }
}
