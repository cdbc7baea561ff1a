package org.teestriage.letter;

/** Reason for a failed or overdue delivery. Never contains text of the letter or of the partner's response. */
public enum Cause {
    NO_CONNECTION("nothing answers at the partner's address"),
    NO_ANSWER_IN_TIME("the partner did not answer in time"),
    CUT_OFF("the connection broke before the partner's answer"),
    NOT_UNDERSTOOD("the partner's answer cannot be read"),
    FAILED_THERE("the partner's system failed"),
    ASKED_TO_WAIT("the partner's system asked to wait"),
    REFUSED("the partner's system refused it"),
    REDIRECTED("the partner's address points elsewhere, which is not followed"),
    ADDRESS_NOT_ALLOWED("the address is not one that letters may go to"),
    NOT_ENCRYPTED("the mail server does not encrypt, or cannot prove who it is"),
    NOT_CONFIGURED("a key or a server for this channel is not configured"),
    NOT_PRINTED("its PDF cannot be made"),
    NOT_ON_FILE("the partner is no longer on file"),
    FOR_A_PERSON("this partner is written to by a person"),
    NO_RECEIPT("no receipt came in time"),
    REJECTED_BY_RECEIPT("the partner sent it back");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
