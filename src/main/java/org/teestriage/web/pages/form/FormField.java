package org.teestriage.web.pages.form;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record as a question: all of it that no request changes.
 *
 * @param member the class of the component, or of the members of a collection
 * @param told what the answer is called where it is told back; empty where it is not told
 * @param one what one member of a list is called; empty where it is no list
 * @param most how many members a list takes; 0 where it is no list
 * @param inside the questions of a group, or of each member of a list of them
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

    /** An answer to choose. */
    record Code(String value, String label, @Nullable String hint) {}

    /** The answer to another question of the same record under which this one is asked, and what that answer is called. */
    record Condition(String field, String is, String label) {}

    FormField {
        codes = List.copyOf(codes);
    }

    /** Its questions, of a group or of a list of them. */
    FormDefinition group() {
        if (inside == null) {
            throw new IllegalStateException(name + " is no group");
        }
        return inside;
    }

    /** The name of another question of the same record, by the name of this one in the form. */
    String beside(String name, String other) {
        return name.substring(0, name.length() - this.name.length()) + other;
    }

    /** Whether it is asked at all under this name, by the answer to the other question. */
    boolean isAsked(FormValues typed, String name) {
        return asked == null || typed.all(beside(name, asked.field())).contains(asked.is());
    }

    /** What a chosen answer is called. */
    String called(Object answer) {
        String value = answer instanceof Enum<?> code ? code.name() : String.valueOf(answer);
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
