package org.teestriage.platform.validation;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

@Constraint(validatedBy = SelfValidatingConstraint.Validator.class)
@Target(TYPE)
@Retention(RUNTIME)
@Inherited
@interface SelfValidatingConstraint {
    String message() default "is not complete";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports each flaw as a violation at its own field. */
    class Validator implements ConstraintValidator<SelfValidatingConstraint, SelfValidating> {
        @Override
        public boolean isValid(SelfValidating checked, ConstraintValidatorContext context) {
            Instant now = context.getClockProvider().getClock().instant();
            List<SelfValidating.Flaw> flaws =
                    Stream.concat(checked.flaws(), checked.flawsAt(now)).toList();
            if (!flaws.isEmpty()) {
                context.disableDefaultConstraintViolation();
            }
            for (SelfValidating.Flaw flaw : flaws) {
                context.buildConstraintViolationWithTemplate(flaw.sentence())
                        .addPropertyNode(flaw.field())
                        .addConstraintViolation();
            }
            return flaws.isEmpty();
        }
    }
}
