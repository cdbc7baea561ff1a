package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;

/**
 * What officers find out about harm between children, which tells whether the police are due.
 *
 * @param coerced whether a child was coerced, blackmailed or groomed, or may not have been able to consent
 * @param unusualOrViolent whether acts were sexual and unusual for the age, or violent
 */
public record BetweenChildren(
        @Nullable Answer coerced, @Nullable Answer unusualOrViolent) {

    public static final BetweenChildren UNASKED = new BetweenChildren(null, null);
}
