package org.teestriage.casework.queue;

import java.util.LinkedHashMap;
import java.util.Map;

/** Of several assignments none was made. */
public final class AssignmentsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Map<ChosenStep, String> refused;

    AssignmentsRefusedException(Map<ChosenStep, String> refused) {
        super("assignments refused", null, false, false);
        this.refused = new LinkedHashMap<>(refused);
    }

    /** The reason for each step that cannot be assigned. */
    public Map<ChosenStep, String> refused() {
        return refused;
    }
}
