package org.teestriage.web;

import java.util.List;
import java.util.Map;

/** How the part of the house behind an address says to somebody, in its own form, that they do not come in. */
public interface ErrorRenderer {

    /** Why somebody does not come in. */
    enum Why {
        NOT_SIGNED_IN(401),
        /** Coming back from signing in, but not with what was sent out for. */
        NOT_COMPLETED(401),
        /** Signed in with less than what is asked for here. */
        NOT_STRONG_ENOUGH(401),
        /** Known, but without exactly one role. */
        NO_ROLE(403),
        /** Whoever signs people in does not answer. */
        NOT_NOW(503);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** The words, and the form they have. */
    record Words(String mediaType, String body) {}

    /** What went wrong behind the door and at which address, and what was sent in a form when it did: nothing typed may be lost by it. */
    record Trouble(int status, String title, String sentence, String path, Map<String, List<String>> sent) {}

    boolean opens(String path);

    /** Whether a problem leaves as it is, because it is the form of this door. */
    boolean speaksProblems();

    Words turnAway(Why why);

    Words say(Trouble trouble);
}
