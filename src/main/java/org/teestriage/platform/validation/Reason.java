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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.text.Visible;

/**
 * A reason that a later reader can use: not "ok" or "as above", see {@link HonestReason}. Accepts blank text, see
 * {@code @NotBlank}.
 */
@Constraint(validatedBy = Reason.Validator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
public @interface Reason {

    String ENTER_WHY = "Enter why, so that another person can follow it later: at least two words and ten letters, and"
            + " not only a phrase such as “as above”";

    String message() default ENTER_WHY;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Reason, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || Visible.isBlank(text)
                    || HonestReason.says(
                            text,
                            LocalDate.ofInstant(
                                    context.getClockProvider().getClock().instant(), LondonTime.ZONE));
        }
    }
}
