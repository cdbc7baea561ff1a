package org.teestriage.web.pages.form;

import java.util.Arrays;
import java.util.Locale;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Step;

/** Which record the form of a step fills. */
public final class DecisionForms {

    private DecisionForms() {}

    /** A step's record is named like the step. */
    public static Class<? extends Decision> record(Step step) {
        return Arrays.stream(Decision.class.getPermittedSubclasses())
                .filter(type -> type.getSimpleName()
                        .replaceAll("(?<=.)([A-Z])", "_$1")
                        .toUpperCase(Locale.ROOT)
                        .equals(step.name()))
                .findFirst()
                .orElseThrow()
                .asSubclass(Decision.class);
    }
}
