package org.teestriage.web;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Duties;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;

/**
 * The user of the current request. The identity has exactly one {@link Role} as a role name, and its agency, hubs,
 * authorities and profession as the roles {@code agency/…}, {@code hub/…}, {@code authority/…} and {@code profession/…};
 * the safeguarding lead of an agency also has {@link #SAFEGUARDING_LEAD}. All other code sees only an {@link Officer}.
 */
@ApplicationScoped
public class SignedIn {

    /** Identity attribute with the display name of the user. */
    public static final String NAME = "name";

    /** Role of a referrer who is the safeguarding lead of the agency. */
    public static final String SAFEGUARDING_LEAD = "safeguarding-lead";

    private static final String AGENCY = "agency/";
    private static final String HUB = "hub/";
    private static final String AUTHORITY = "authority/";
    private static final String PROFESSION = "profession/";

    private final SecurityIdentity identity;

    public SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Officer officer() {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        return read(identity).orElseThrow(() -> new UnauthorizedException("an account without exactly one role"));
    }

    /** The authenticated user; empty if the account does not have exactly one role. */
    public static Optional<Officer> read(SecurityIdentity identity) {
        String user = identity.getPrincipal().getName();
        @Nullable String name = identity.getAttribute(NAME);
        return read(user, name == null ? user : name, identity.getRoles());
    }

    /** The demo account with this user name and these groups. */
    public static Optional<Officer> read(String user, Set<String> groups) {
        return read(user, user, groups);
    }

    private static Optional<Officer> read(String user, String name, Set<String> groups) {
        var roles = Arrays.stream(Role.values())
                .filter(role -> groups.contains(role.name()))
                .toList();
        if (roles.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new Officer(
                user,
                name,
                roles.get(0),
                named(groups, AGENCY).findFirst().orElse(null),
                named(groups, HUB).collect(Collectors.toSet()),
                new Duties(
                        groups.contains(SAFEGUARDING_LEAD),
                        named(groups, AUTHORITY).collect(Collectors.toSet()),
                        named(groups, PROFESSION).findFirst().orElse(null))));
    }

    /** The groups that {@link #read(SecurityIdentity)} reads, from the claims of an account. Ignores unknown roles. */
    public static Set<String> groups(
            Collection<String> roles,
            @Nullable String agency,
            Collection<String> hubs,
            Collection<String> authorities,
            @Nullable String profession) {
        Set<String> groups = new HashSet<>();
        Arrays.stream(Role.values()).map(Role::name).filter(roles::contains).forEach(groups::add);
        if (roles.contains(SAFEGUARDING_LEAD)) {
            groups.add(SAFEGUARDING_LEAD);
        }
        if (agency != null) {
            groups.add(AGENCY + agency);
        }
        hubs.forEach(hub -> groups.add(HUB + hub));
        authorities.forEach(code -> groups.add(AUTHORITY + code));
        if (profession != null) {
            groups.add(PROFESSION + profession);
        }
        return groups;
    }

    private static Stream<String> named(Set<String> groups, String prefix) {
        return groups.stream()
                .filter(group -> group.startsWith(prefix))
                .map(group -> group.substring(prefix.length()))
                .sorted();
    }
}
