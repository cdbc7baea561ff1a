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
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.Visible;

/**
 * Text of a known format, stored as typed. Lenient, because a wrong refusal would delay a concern: it refuses only text
 * that cannot be used. Accepts blank text, and text that {@link SingleLine} refuses, so that a field has one violation.
 */
@Constraint(validatedBy = Format.Validator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
public @interface Format {

    Kind value();

    String message() default "is not in the expected format";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    enum Kind {
        /** A British postcode, or its district or sector. */
        POSTCODE(
                "must be a postcode such as TS24 7ZZ, or its start such as TS24; leave it empty if you do not know it, and"
                        + " write a postcode of another country with the address"),
        /** Six digits at least, with or without other text such as an extension. */
        PHONE("must be a telephone number such as 01632 960001, with six digits at least"),
        EMAIL("must be an e-mail address such as pat@school.example"),
        /** Ten digits, of which the last follows from the others by modulus 11. */
        NHS_NUMBER("check the NHS number: it has ten digits, and these do not belong together");

        private static final Pattern POSTCODE_OR_START =
                Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?(?:[0-9](?:[ABD-HJLNP-UW-Z]{2})?)?");
        private static final Pattern EMAIL_WITHIN = Pattern.compile("[^\\s@]@[^\\s@.]+(?:\\.[^\\s@.]+)+");
        private static final int PHONE_DIGITS = 6;
        private static final int LONGEST_LINE = 300;
        private static final Pattern NHS_NUMBER_TEXT = Pattern.compile("\\s*[0-9](?:[ -]?[0-9]){9}\\s*");
        private static final int NHS_DIGITS = 10;
        private static final int NHS_MODULUS = 11;

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        public boolean accepts(@Nullable String text) {
            if (text == null || Visible.isBlank(text) || !isLine(text)) {
                return true;
            }
            return switch (this) {
                case POSTCODE ->
                    POSTCODE_OR_START
                            .matcher(Visible.withoutSpaces(text).toUpperCase(Locale.ROOT))
                            .matches();
                case PHONE ->
                    text.codePoints()
                                    .filter(letter -> Character.digit(letter, 10) >= 0)
                                    .count()
                            >= PHONE_DIGITS;
                case EMAIL -> EMAIL_WITHIN.matcher(text).find();
                case NHS_NUMBER -> NHS_NUMBER_TEXT.matcher(text).matches() && checkDigitFits(text);
            };
        }

        private static boolean checkDigitFits(String nhsNumber) {
            int[] digits = nhsNumber
                    .chars()
                    .filter(letter -> letter >= '0' && letter <= '9')
                    .map(letter -> letter - '0')
                    .toArray();
            int sum = IntStream.range(0, NHS_DIGITS - 1)
                    .map(place -> (NHS_DIGITS - place) * digits[place])
                    .sum();
            int check = (NHS_MODULUS - sum % NHS_MODULUS) % NHS_MODULUS;
            return check == digits[NHS_DIGITS - 1];
        }

        private static boolean isLine(String text) {
            return text.length() <= LONGEST_LINE
                    && text.codePoints()
                            .noneMatch(letter ->
                                    Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE);
        }

        public String sentence() {
            return sentence;
        }
    }

    class Validator implements ConstraintValidator<Format, String> {

        private Kind kind = Kind.POSTCODE;

        @Override
        public void initialize(Format format) {
            kind = format.value();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (kind.accepts(text)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(kind.sentence()).addConstraintViolation();
            return false;
        }
    }
}
