package org.teestriage.decision;

import org.jspecify.annotations.Nullable;

/**
 * A decision that settles what was due.
 *
 * @param whyNotNeeded in the words of the person who decided; null if the report or referral was made
 */
public record Settlement(@Nullable String whyNotNeeded) {

    static final Settlement DONE = new Settlement(null);
}
