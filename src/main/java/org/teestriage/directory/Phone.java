package org.teestriage.directory;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number.
 *
 * @param source where the number was found
 * @param lastVerified the day of the last test call; {@code null} means never
 * @param owner the person or team responsible for keeping the number correct
 */
public record Phone(String number, String source, @Nullable LocalDate lastVerified, String owner) {
    private static final Pattern UK = Pattern.compile("0[0-9]{9,10}");

    public Phone {
        Preconditions.text(number, "a phone's number");
        Preconditions.text(source, "the source of phone " + number);
        Preconditions.text(owner, "the owner of phone " + number);
        if (!UK.matcher(digits(number)).matches()) {
            throw new IllegalArgumentException(number + " is not a UK telephone number");
        }
    }

    /** Ignores the grouping by spaces. */
    boolean reaches(String other) {
        return digits(number).equals(digits(other));
    }

    private static String digits(String number) {
        return number.replace(" ", "");
    }
}
