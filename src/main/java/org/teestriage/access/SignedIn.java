package org.teestriage.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The person behind the current request. Whoever signs people in gives them exactly one {@link Role} as a role name, and
 * what they act for as {@code agency/…} and {@code hub/…}; the rest of the house sees only an {@link Officer}.
 */
@ApplicationScoped
public class SignedIn {

    private static final String AGENCY = "agency/";
    private static final String HUB = "hub/";

    private final SecurityIdentity identity;

    public SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Officer officer() {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        return read(identity.getPrincipal().getName(), identity.getRoles())
                .orElseThrow(() -> new UnauthorizedException("an account without exactly one role"));
    }

    /** The person of this user name and these groups; nobody where the groups do not say exactly one role. */
    public static Optional<Officer> read(String user, Set<String> groups) {
        var roles = Arrays.stream(Role.values())
                .filter(role -> groups.contains(role.name()))
                .toList();
        if (roles.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new Officer(
                user,
                user,
                roles.get(0),
                named(groups, AGENCY).findFirst().orElse(null),
                named(groups, HUB).collect(Collectors.toSet())));
    }

    private static Stream<String> named(Set<String> groups, String prefix) {
        return groups.stream()
                .filter(group -> group.startsWith(prefix))
                .map(group -> group.substring(prefix.length()))
                .sorted();
    }
}
