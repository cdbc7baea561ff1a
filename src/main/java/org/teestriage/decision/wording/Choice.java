package org.teestriage.decision.wording;

public record Choice(String value, String name) {}
