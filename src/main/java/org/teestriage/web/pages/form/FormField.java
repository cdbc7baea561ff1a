package org.teestriage.web.pages.form;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record component as a form field; immutable and shared by all requests.
 *
 * @param member the class of the component, or of the elements of a collection
 * @param told the label in summaries; empty if summaries omit the field
 * @param one the label of one list member or of one number; empty if it is no list and no set of numbers
 * @param most the maximum number of list members; 0 if it is no list
 * @param inside the definition of a group, or of each member of a list of groups
 */
record FormField(
        String name,
        FieldType type,
        Class<?> member,
        Method accessor,
        String label,
        @Nullable String hint,
        String told,
        String one,
        boolean required,
        int most,
        List<Code> codes,
        @Nullable FormDefinition inside,
        @Nullable Condition asked) {

    record Code(String value, String label, @Nullable String hint) {}

    /** The field is asked only if the field {@code field} of the same record has one of the answers {@code is}, separated by spaces. */
    record Condition(String field, String is, String label) {}

    FormField {
        codes = List.copyOf(codes);
    }

    /**
     * The definition of a group or of the members of a list.
     *
     * @throws IllegalStateException if the field is no group
     */
    FormDefinition group() {
        if (inside == null) {
            throw new IllegalStateException(name + " is no group");
        }
        return inside;
    }

    /** The form name of a sibling field, from the form name of this field. */
    String beside(String name, String other) {
        return name.substring(0, name.length() - this.name.length()) + other;
    }

    /** Whether the condition of this field is met by the typed answers. */
    boolean isAsked(FormValues typed, String name) {
        return asked == null
                || List.of(asked.is().split(" ")).stream().anyMatch(typed.all(beside(name, asked.field()))::contains);
    }

    /**
     * The label of a chosen answer.
     *
     * @throws IllegalArgumentException if the field has no such answer
     */
    String called(Object answer) {
        String value = answer instanceof Enum<?> code ? code.name() : String.valueOf(answer);
        if (member == Integer.class) {
            return one + " " + value;
        }
        return codes.stream()
                .filter(code -> code.value().equals(value))
                .map(Code::label)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    @Nullable
    Object valueIn(Object record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " cannot be read", e);
        }
    }
}
