package org.teestriage.testing;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The violations that the real validator finds, as "path: message", sorted. */
public final class ConstraintViolations {

    /** Its present is that of {@link MovableTime}. */
    private static final Validator VALIDATOR = at(MovableTime.A_TUESDAY_MORNING);

    private ConstraintViolations() {}

    public static List<String> in(Object value) {
        return VALIDATOR.validate(value).stream()
                .map(fault -> fault.getPropertyPath() + ": " + fault.getMessage())
                .sorted()
                .toList();
    }

    /** The violations at another present. */
    public static List<String> in(Object value, Instant now) {
        return at(now).validate(value).stream()
                .map(fault -> fault.getPropertyPath() + ": " + fault.getMessage())
                .sorted()
                .toList();
    }

    private static Validator at(Instant now) {
        return Validation.byDefaultProvider()
                .configure()
                .clockProvider(() -> Clock.fixed(now, ZoneOffset.UTC))
                .buildValidatorFactory()
                .getValidator();
    }

    /** Only the paths, for constraints whose messages are those of the validator. */
    public static List<String> placesIn(Object value) {
        return VALIDATOR.validate(value).stream()
                .map(fault -> fault.getPropertyPath().toString())
                .sorted()
                .toList();
    }
}
