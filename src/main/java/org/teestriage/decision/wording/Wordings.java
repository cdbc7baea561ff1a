package org.teestriage.decision.wording;

/** What a referrer may be told, in words that were approved. */
public record Wordings(Wording.Approved acknowledgements, Wording.Approved outcomes) {}
