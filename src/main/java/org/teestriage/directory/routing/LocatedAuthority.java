package org.teestriage.directory.routing;

import java.util.List;
import org.teestriage.directory.Authority;

/**
 * The authority of a typed postcode, with an explanation. The explanation never contains the postcode, because a
 * postcode is part of an address and explanations are passed on.
 */
sealed interface LocatedAuthority {

    /** One authority, in Tees or outside. */
    record Known(Authority authority, String how) implements LocatedAuthority {}

    /** A user must choose. The candidate with the most postcodes comes first. */
    record Ambiguous(List<Authority> candidates, String why) implements LocatedAuthority {
        public Ambiguous {
            candidates = List.copyOf(candidates);
            if (candidates.size() < 2) {
                throw new IllegalArgumentException("an ambiguous result needs at least two candidates");
            }
        }
    }

    record Unknown(String why) implements LocatedAuthority {}
}
