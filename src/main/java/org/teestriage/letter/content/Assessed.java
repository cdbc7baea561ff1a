package org.teestriage.letter.content;

import java.util.List;

/** What the hub decided for one child, in words of the threshold decision; empty where nothing was decided yet. */
public record Assessed(List<String> outcomes, String rationale) {

    public Assessed {
        outcomes = List.copyOf(outcomes);
    }

    public static Assessed notYet() {
        return new Assessed(List.of(), "");
    }
}
