package org.teestriage.testing;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;

/** What the real validator finds wrong, as "path: message", in order. */
public final class ConstraintViolations {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private ConstraintViolations() {}

    public static List<String> in(Object told) {
        return VALIDATOR.validate(told).stream()
                .map(fault -> fault.getPropertyPath() + ": " + fault.getMessage())
                .sorted()
                .toList();
    }

    /** Only where, for the constraints whose words are the validator's own. */
    public static List<String> placesIn(Object told) {
        return VALIDATOR.validate(told).stream()
                .map(fault -> fault.getPropertyPath().toString())
                .sorted()
                .toList();
    }
}
