package org.teestriage.web;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Refuses forms that no browser sends, and on which the parser of the framework fails: before it reads them. */
final class FormBody {

    /** More than the largest page has, with every list full. */
    private static final int MOST_FIELDS = 1_000;

    private static final Problem TOO_MANY_FIELDS = Problem.of(
            400,
            "Not valid",
            "NOT submitted. The form has more than the 1,000 fields that this service takes. If a child is in danger"
                    + " now, call 999.");

    private static final Problem BADLY_ENCODED = Problem.of(
            400,
            "Not valid",
            "NOT submitted. The form is not encoded as a browser does it: a percent sign is not followed by two"
                    + " hexadecimal digits. If a child is in danger now, call 999.");

    private FormBody() {}

    static Optional<Problem> wrong(Buffer form) {
        int fields = 1;
        for (int at = 0; at < form.length(); at++) {
            switch (form.getByte(at)) {
                case '&' -> fields++;
                case '%' -> {
                    if (!isDigit(form, at + 1) || !isDigit(form, at + 2)) {
                        return Optional.of(BADLY_ENCODED);
                    }
                }
                default -> {}
            }
        }
        return fields > MOST_FIELDS ? Optional.of(TOO_MANY_FIELDS) : Optional.empty();
    }

    private static boolean isDigit(Buffer form, int at) {
        return at < form.length() && Character.digit(form.getByte(at), 16) >= 0;
    }
}
