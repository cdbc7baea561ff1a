package org.teestriage.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.teestriage.platform.transaction.Missing;

/**
 * Problem details (RFC 9457). {@code detail} is a sentence that says what to do.
 *
 * @param missing what has to be done first, with its page
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Field> errors, List<Missing> missing) {

    public Problem(String type, String title, int status, String detail, List<Field> errors) {
        this(type, title, status, detail, errors, List.of());
    }

    /** A violation, by path in the body or parameter name. The path is empty if it concerns the whole body. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Field(String field, String message) {}

    public static final String MEDIA_TYPE = "application/problem+json";
    public static final String BLANK = "about:blank";

    public static final Problem TOO_BUSY = of(
            503,
            "Too busy right now",
            "NOT submitted. Too much is asked at once. Try again in a few seconds, under the same Idempotency-Key."
                    + " If a child is in danger now, call 999.");

    public static Problem of(int status, String title, String detail) {
        return new Problem(BLANK, title, status, detail, List.of());
    }

    public Problem lacking(List<Missing> all) {
        return new Problem(type, title, status, detail, errors, all);
    }

    /** The default problem of a status. */
    public static Problem of(int status) {
        return of(status, title(status), sentence(status));
    }

    ErrorRenderer.Trouble trouble(String path, Map<String, List<String>> sent) {
        return new ErrorRenderer.Trouble(status, title, detail, path, sent);
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Not possible here";
            case 406 -> "Not available in that form";
            case 408 -> "Not there in time";
            case 413 -> "Too large";
            case 415 -> "Not JSON";
            case 503 -> "Not possible right now";
            default -> "Not valid";
        };
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401 -> "Sign in first. If a child is in danger now, call 999.";
            case 403 -> "Your role does not include this.";
            case 404 -> "There is nothing here, or it is not yours to see.";
            case 405 -> "This address does not take that method.";
            case 406 -> "NOT submitted. This address answers in JSON.";
            case 408 ->
                "NOT submitted. The body was not there in time. Send it again, under the same Idempotency-Key. If a child"
                        + " is in danger now, call 999.";
            case 413 ->
                "NOT submitted. The body is larger than the 1 MB that this service takes. If a child is in danger"
                        + " now, call 999.";
            case 415 -> "NOT submitted. Send JSON, with the content type application/json.";
            case 503 -> "NOT submitted. Signing in is not possible right now. If a child is in danger now, call 999.";
            default -> "NOT submitted. The request cannot be read.";
        };
    }
}
