package org.teestriage.web.pages.form;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record FormDefinition(Constructor<?> constructor, List<FormField> fields) {

    public FormDefinition {
        fields = List.copyOf(fields);
    }

    static String below(String name, FormField field) {
        return name.isEmpty() ? field.name() : name + "." + field.name();
    }

    Optional<FormField> find(String component) {
        return fields.stream().filter(field -> field.name().equals(component)).findFirst();
    }

    /**
     * The field at a path such as {@code children[0].name}.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    FormField at(String path) {
        String[] names = path.replaceAll("\\[[0-9]*]", "").split("\\.", -1);
        FormDefinition here = this;
        for (String group : Arrays.copyOf(names, names.length - 1)) {
            here = here.find(group).map(FormField::inside).orElseThrow(() -> new IllegalArgumentException(path));
        }
        return here.find(names[names.length - 1]).orElseThrow(() -> new IllegalArgumentException(path));
    }

    /** The paths of all groups of this record type, except those in lists. */
    List<String> groupsOf(Class<?> record) {
        return groupsOf(record, "").toList();
    }

    private Stream<String> groupsOf(Class<?> record, String at) {
        return fields.stream().filter(field -> field.type() == FieldType.GROUP).flatMap(field -> {
            String path = below(at, field);
            return field.member() == record ? Stream.of(path) : field.group().groupsOf(record, path);
        });
    }

    /** {@code values} of the fields; further components of the record have none. */
    Object create(Object[] values) {
        try {
            return constructor.newInstance(Arrays.copyOf(values, constructor.getParameterCount()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
    }
}
