package org.teestriage.web.pages.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Map;
import org.teestriage.access.Officer;

/** Makes forms: empty ones, and those that come back. */
@ApplicationScoped
public class Forms {

    private final FormToken tokens;
    private final Validator validator;

    Forms(FormToken tokens, Validator validator) {
        this.tokens = tokens;
        this.validator = validator;
    }

    /** A form with a button and no question. */
    public Form button(Officer officer) {
        return Form.blank(tokens.drawFor(officer));
    }

    public Form of(Class<?> record, FormValues typed, Officer officer) {
        return new Form(record, typed, Map.of(), tokens.drawFor(officer), Form.Fitting.NONE);
    }

    /** The same form again, with what is wrong; under the same token, because it is still the same act. */
    public Form again(Class<?> record, FormValues typed, Map<String, String> wrong, String token) {
        return new Form(record, typed, wrong, token, Form.Fitting.NONE);
    }

    public <T> FormReader.Read<T> read(Class<T> record, FormValues typed) {
        return FormReader.read(record, typed, validator);
    }
}
