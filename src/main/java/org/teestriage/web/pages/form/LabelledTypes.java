package org.teestriage.web.pages.form;

import java.util.Set;

/**
 * The records that some pages use as forms, and the enums whose labels they show. Pages produce it as a bean;
 * {@link FormDefinitions} collects all of them at startup.
 */
public record LabelledTypes(Set<Class<?>> types) {

    public LabelledTypes {
        types = Set.copyOf(types);
    }

    public static LabelledTypes of(Class<?>... types) {
        return new LabelledTypes(Set.of(types));
    }
}
