package org.teestriage.decision.wording;

/** Something that can be named in a decision, and what it is called. */
public record Choice(String value, String name) {}
