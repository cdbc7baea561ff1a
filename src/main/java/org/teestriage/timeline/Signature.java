package org.teestriage.timeline;

public record Signature(String user, String name, String role, String affiliation) {

    /** Signs events without a user: a passed deadline, the opening of a hub. */
    public static final Signature THE_PATH = new Signature("the-path", "The path", "PATH", "");
}
