package org.teestriage.web;

import java.util.List;
import java.util.Map;

/** Renders errors and failed authentication in the format of the requested path: a page or problem+json. */
public interface ErrorRenderer {

    /** Reason for a failed authentication or authorisation. */
    enum Why {
        NOT_SIGNED_IN(401),
        /** The redirect back from Keycloak carried no valid result of a sign-in. */
        NOT_COMPLETED(401),
        /** Signed in, but without the one-time code that this path requires. */
        NOT_STRONG_ENOUGH(401),
        /** Signed in, but with no role or more than one. */
        NO_ROLE(403),
        /** Keycloak does not respond. */
        NOT_NOW(503);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    record Words(String mediaType, String body) {}

    /** An error, its path, and the form fields sent with the request, so that a page can show typed text again. */
    record Trouble(int status, String title, String sentence, String path, Map<String, List<String>> sent) {}

    boolean handles(String path);

    /** Whether problems are sent unchanged, as problem+json. */
    boolean sendsProblemJson();

    Words renderAuthenticationFailure(Why why);

    Words renderError(Trouble trouble);
}
