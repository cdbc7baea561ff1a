package org.teestriage.platform.validation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.Visible;

/** A reference or a short answer: not "-", "." or "ok". Accepts blank text, see {@code @NotBlank}. */
@Constraint(validatedBy = Informative.Validator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
public @interface Informative {

    /** Message for the reference of a partner. */
    String NO_RECEIPT = "Enter the reference that they gave, such as SC-4711; if they gave none, enter who confirmed it"
            + " and when";

    String message() default "Enter more than a sign or two";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Informative, String> {

        /** Letters and digits in all. */
        private static final int AT_LEAST = 3;

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || Visible.isBlank(text) || Visible.lettersAndDigits(text) >= AT_LEAST;
        }
    }
}
