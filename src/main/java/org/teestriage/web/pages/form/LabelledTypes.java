package org.teestriage.web.pages.form;

import java.util.Set;

/**
 * The records that some pages ask for, and the codes of enums that they show outside of a form. Pages produce it as a bean;
 * {@link FormDefinitions} collects all of them at start.
 */
public record LabelledTypes(Set<Class<?>> types) {

    public LabelledTypes {
        types = Set.copyOf(types);
    }

    public static LabelledTypes of(Class<?>... types) {
        return new LabelledTypes(Set.of(types));
    }
}
