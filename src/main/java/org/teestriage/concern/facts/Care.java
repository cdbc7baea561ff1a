package org.teestriage.concern.facts;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.SingleLine;

/**
 * Who answers for a looked-after child, and what the contact means for the placement. Officers know it, not the referrer.
 *
 * @param placingAuthority the local authority that looks after the child
 * @param agency the fostering agency or the home
 * @param orderBreached whether an order about contact was breached
 */
public record Care(
        @Nullable @SingleLine String placingAuthority,
        @Nullable @SingleLine String socialWorker,
        @Nullable @SingleLine String reviewingOfficer,
        @Nullable @SingleLine String agency,
        @Nullable Answer locationDisclosed,
        @Nullable Answer orderBreached,
        @Nullable Answer placementAtRisk) {

    /** Whether the place of the child was disclosed or an order breached; not known unless both are answered with no. */
    Answer breached() {
        return Answer.any(
                Stream.of(Answer.known(locationDisclosed), Answer.known(orderBreached))
                        .toList(),
                answer -> answer);
    }
}
