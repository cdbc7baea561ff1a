package org.teestriage.testing;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;

/** The violations that the real validator finds, as "path: message", sorted. */
public final class ConstraintViolations {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private ConstraintViolations() {}

    public static List<String> in(Object value) {
        return VALIDATOR.validate(value).stream()
                .map(fault -> fault.getPropertyPath() + ": " + fault.getMessage())
                .sorted()
                .toList();
    }

    /** Only the paths, for constraints whose messages are those of the validator. */
    public static List<String> placesIn(Object value) {
        return VALIDATOR.validate(value).stream()
                .map(fault -> fault.getPropertyPath().toString())
                .sorted()
                .toList();
    }
}
