package org.teestriage.web.pages;

import io.quarkus.qute.TemplateExtension;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teestriage.web.ErrorRenderer.Trouble;

@TemplateExtension
final class ErrorTemplateExtensions {

    private static final Pattern NUMBER = Pattern.compile("Failure ([0-9a-f-]{36})");
    private static final int OUR_FAULT = 500;
    private static final int NOT_FOUND = 404;

    private ErrorTemplateExtensions() {}

    static String heading(Trouble trouble) {
        if (!trouble.sent().isEmpty()) {
            return "NOT submitted";
        }
        return switch (trouble.status()) {
            case NOT_FOUND -> "There is nothing here";
            case 403 -> "Not allowed";
            case 408 -> "NOT submitted";
            case 409 -> "Not possible now";
            case 503 -> "Not possible right now";
            default -> trouble.status() >= OUR_FAULT ? "Something went wrong" : "Not valid";
        };
    }

    static String plain(Trouble trouble) {
        if (signedOut(trouble)) {
            return "You are not signed in any more. Sign in again in a new tab, as the same person. Then come back to"
                    + " this page and send it again.";
        }
        if (trouble.status() >= OUR_FAULT) {
            Matcher number = NUMBER.matcher(trouble.sentence());
            String failure = number.find() ? " If you report this, give the number %s.".formatted(number.group(1)) : "";
            return (again(trouble)
                            ? "As far as we can tell, this was not stored. Send it again: it will not be stored twice."
                            : "Try again in a few minutes. Pass on by telephone what cannot wait.")
                    + failure;
        }
        if (trouble.status() == 403 && !trouble.sent().isEmpty()) {
            return "This form was not made for you or not by this service. Open the page again, and copy over what"
                    + " you typed. " + trouble.sentence();
        }
        return trouble.status() == NOT_FOUND
                ? "Either it does not exist, or it is not yours to see. Check the address or the reference."
                : trouble.sentence();
    }

    /** Whether sending the same form again may succeed. */
    static boolean again(Trouble trouble) {
        return !trouble.sent().isEmpty() && (trouble.status() >= OUR_FAULT || signedOut(trouble));
    }

    static boolean signedOut(Trouble trouble) {
        return trouble.status() == 401;
    }

    /**
     * Path to sign in before sending again. For a path that requires a one-time code, the path itself, which starts
     * step-up.
     */
    static String signInAt(Trouble trouble) {
        return trouble.path().endsWith("/break-glass") ? trouble.path() : "/desk";
    }
}
