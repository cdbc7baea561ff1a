package org.teestriage.platform.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.Visible;

/**
 * Validates {@link NotBlank} of every {@code String}: the text must show something. Registered as a service in {@code
 * META-INF/services}. It takes precedence over the validator of the framework, which is for {@code CharSequence} and
 * accepts no-break spaces, zero-width characters and fillers.
 */
public final class VisibleText implements ConstraintValidator<NotBlank, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return !Visible.isBlank(text);
    }
}
