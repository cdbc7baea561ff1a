package org.teestriage.decision.wording;

public record Wordings(Wording.Approved acknowledgements, Wording.Approved outcomes) {}
