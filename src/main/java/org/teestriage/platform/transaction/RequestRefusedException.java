package org.teestriage.platform.transaction;

import java.util.List;

/** A refused request: its kind, and a sentence that tells the user what to do next. The request has changed nothing. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What the caller may not see is {@code ABSENT} for the caller. */
    public enum Kind {
        ABSENT,
        NOT_ALLOWED,
        CONFLICT,
        /** The request rests on what has changed since its sender read it. */
        OVERTAKEN,
        /** The request does not say on what it rests. */
        UNSEEN,
        KEY_REUSED,
        NOT_SIGNED
    }

    private final Kind kind;

    private final transient List<Missing> missing;

    private RequestRefusedException(Kind kind, String sentence) {
        this(kind, sentence, List.of());
    }

    private RequestRefusedException(Kind kind, String sentence, List<Missing> missing) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.missing = List.copyOf(missing);
    }

    public Kind kind() {
        return kind;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public static RequestRefusedException absent() {
        return new RequestRefusedException(
                Kind.ABSENT, "There is no such concern, or it is not yours to see. Check the reference and try again.");
    }

    public static RequestRefusedException notAllowed(String sentence) {
        return new RequestRefusedException(Kind.NOT_ALLOWED, sentence);
    }

    public static RequestRefusedException conflict(String sentence) {
        return new RequestRefusedException(Kind.CONFLICT, sentence);
    }

    public static RequestRefusedException conflict(String sentence, List<Missing> missing) {
        return new RequestRefusedException(Kind.CONFLICT, sentence, missing);
    }

    /** What is missing, as far as the sentence names it. */
    public List<Missing> missing() {
        return missing;
    }

    public static RequestRefusedException overtaken(String sentence) {
        return new RequestRefusedException(Kind.OVERTAKEN, sentence);
    }

    public static RequestRefusedException unseen(String sentence) {
        return new RequestRefusedException(Kind.UNSEEN, sentence);
    }

    /** Whether the same request may be possible after a look at the present state. */
    public boolean isConflict() {
        return kind == Kind.CONFLICT || kind == Kind.OVERTAKEN || kind == Kind.UNSEEN;
    }

    public static RequestRefusedException notSigned() {
        return new RequestRefusedException(
                Kind.NOT_SIGNED,
                "This receipt is not signed by the partner of this letter, or was signed more than five minutes ago.");
    }

    static RequestRefusedException keyReused() {
        return new RequestRefusedException(
                Kind.KEY_REUSED,
                "This Idempotency-Key was used for another request. Send the same request again, or use a new key.");
    }
}
