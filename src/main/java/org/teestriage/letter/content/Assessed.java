package org.teestriage.letter.content;

import java.util.List;

public record Assessed(List<String> outcomes, String rationale) {

    public Assessed {
        outcomes = List.copyOf(outcomes);
    }

    /** For a child without a threshold decision. */
    public static Assessed notYet() {
        return new Assessed(List.of(), "");
    }
}
