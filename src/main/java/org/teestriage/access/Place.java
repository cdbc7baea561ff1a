package org.teestriage.access;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where children of a concern are: at a hub, and there with the staff of one authority.
 *
 * @param authority null while it is not known, or not one that the hub serves: then with all staff of the hub
 */
public record Place(String hub, @Nullable String authority) {

    /** These hubs as a whole. */
    public static Set<Place> hubs(Collection<String> hubs) {
        return hubs.stream().map(hub -> new Place(hub, null)).collect(Collectors.toSet());
    }
}
