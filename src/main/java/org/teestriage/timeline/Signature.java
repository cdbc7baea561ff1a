package org.teestriage.timeline;

/** Who did something, in which role and for which agency or hub. */
public record Signature(String user, String name, String role, String affiliation) {

    /** What nobody did: a deadline passed, a hub opened. */
    public static final Signature THE_PATH = new Signature("the-path", "The path", "PATH", "");
}
