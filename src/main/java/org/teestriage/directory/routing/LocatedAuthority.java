package org.teestriage.directory.routing;

import java.util.List;
import org.teestriage.directory.Authority;

/**
 * What a typed postcode tells about the authority a child lives in. The sentences never repeat the postcode: it is part
 * of an address, and sentences travel.
 */
sealed interface LocatedAuthority {

    /** One authority, in Tees or outside it. */
    record Known(Authority authority, String how) implements LocatedAuthority {}

    /** A person has to choose; the candidate with the most postcodes comes first. */
    record Ambiguous(List<Authority> candidates, String why) implements LocatedAuthority {
        public Ambiguous {
            candidates = List.copyOf(candidates);
            if (candidates.size() < 2) {
                throw new IllegalArgumentException("one candidate is no doubt");
            }
        }
    }

    /** Nothing can be offered. */
    record Unknown(String why) implements LocatedAuthority {}
}
