package org.teestriage.web.pages.form;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.teestriage.access.Officer;
import org.teestriage.concern.facts.Facts;

@Singleton
public class Forms {

    private static final Pattern MEMBER = Pattern.compile("([a-zA-Z0-9]+)\\[([0-9]{1,3})]");

    private final FormToken tokens;
    private final Validator validator;
    private final FormDefinitions definitions;

    Forms(FormToken tokens, Validator validator, FormDefinitions definitions) {
        this.tokens = tokens;
        this.validator = validator;
        this.definitions = definitions;
    }

    /** The record of a form that has a button and no fields. */
    record Button() {}

    @Singleton
    static LabelledTypes labelled() {
        return LabelledTypes.of(Button.class);
    }

    /** A list with too many members, and its label. */
    public record Overfull(String asked, int most) {}

    /** A form that has a button and no fields. */
    public Form button(Officer officer) {
        return of(Button.class, FormValues.NOTHING, officer);
    }

    public Form of(Class<?> record, FormValues typed, Officer officer) {
        return again(record, typed, Map.of(), tokens.drawFor(officer));
    }

    /** The same form with error messages. It keeps its token, which serves as the idempotency key. */
    public Form again(Class<?> record, FormValues typed, Map<String, String> wrong, String token) {
        return Form.of(definitions.of(record), typed, wrong, token);
    }

    public <T> FormReader.Read<T> read(Class<T> record, FormValues typed) {
        return FormReader.read(record, definitions.of(record), typed, validator);
    }

    /** The form values of a record, for editing. {@link FormReader} reads the same record from them. */
    public FormValues written(Object record) {
        return FormWriter.write(definitions.of(record.getClass()), record);
    }

    /** The names of all groups of type {@code group} in the form of a record. */
    public List<String> groupsOf(Class<?> record, Class<?> group) {
        return definitions.of(record).groupsOf(group);
    }

    public Optional<Overfull> overfull(FormValues typed) {
        return typed.overfull(definitions::mostOf).map(list -> new Overfull(asked(list), definitions.mostOf(list)));
    }

    /** Label of a field from its name alone, if the form is unknown. */
    public String asked(String name) {
        return Labels.sentence(
                Arrays.stream(name.split("\\.", -1)).map(this::part).collect(Collectors.joining(", ")));
    }

    /** A list member. Takes the label from {@link Facts}, which contains most lists. */
    private String part(String name) {
        Matcher member = MEMBER.matcher(name);
        return member.matches()
                ? "%s %d".formatted(list(member.group(1)), Integer.parseInt(member.group(2)) + 1)
                : name;
    }

    private String list(String name) {
        return definitions.of(Facts.class).find(name).map(FormField::label).orElseGet(() -> Labels.sentence(name));
    }
}
