package org.teestriage.timeline;

public record Signature(String user, String name, String role, String affiliation) {

    /** Signs events without a user: a passed deadline, the opening of a hub. */
    public static final Signature THE_PATH = new Signature("the-path", "The path", "PATH", "");

    /** Signs what is done by a command, which knows no user. */
    public static final Signature AN_OPERATOR = new Signature("by-command", "An operator", "OPERATOR", "");
}
