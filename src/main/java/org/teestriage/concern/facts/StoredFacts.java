package org.teestriage.concern.facts;

import org.teestriage.platform.persistence.Json;

/**
 * Reads facts in every form in which a release stored them. What is stored is never rewritten: an older form is brought to
 * the present one on each reading.
 */
public final class StoredFacts {

    /** One account, one set of answers and consents for all children, and no people beside suspects. Has no version. */
    private static final int RELEASED = 1;

    /** Roles, answers and consents of each child; statements about some children; people. */
    public static final int VERSION = 2;

    private StoredFacts() {}

    /**
     * The facts in the present form.
     *
     * @throws IllegalStateException if a later release wrote them
     */
    public static Facts read(String stored) {
        Facts facts = Json.read(stored, Facts.class);
        Integer written = facts.version();
        int version = written == null ? RELEASED : written;
        return switch (version) {
            case RELEASED -> facts.inPresentForm();
            case VERSION -> facts;
            default -> throw new IllegalStateException("stored facts have the unknown version " + version);
        };
    }
}
