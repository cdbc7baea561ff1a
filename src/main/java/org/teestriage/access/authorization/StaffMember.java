package org.teestriage.access.authorization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Duties;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;

@Entity
@Table(name = "colleague")
public class StaffMember {

    @Id
    @Column(name = "user_name")
    private String user;

    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String hubs;

    /** Separated by commas; null for all of the hubs. */
    private @Nullable String authorities;

    /** Start of the day of the last use; null if the person is known from the directory of accounts only. */
    private @Nullable Instant seenAt;

    private @Nullable Instant leftAt;

    protected StaffMember() {}

    StaffMember(Officer officer) {
        this.user = officer.user();
        this.name = officer.name();
        this.role = officer.role();
        this.hubs = joined(officer.hubs());
        this.authorities = authoritiesOf(officer);
    }

    void update(Officer officer) {
        name = officer.name();
        role = officer.role();
        hubs = joined(officer.hubs());
        authorities = authoritiesOf(officer);
        leftAt = null;
    }

    void seen(Instant at) {
        seenAt = at;
    }

    void leave(Instant at) {
        leftAt = at;
    }

    boolean wasSeen(Instant day) {
        return day.equals(seenAt);
    }

    public boolean hasSignedIn() {
        return seenAt != null;
    }

    public boolean isPresent() {
        return leftAt == null;
    }

    public String user() {
        return user;
    }

    public String name() {
        return name;
    }

    public boolean isManager() {
        return role == Role.MANAGER;
    }

    public Officer officer() {
        return new Officer(
                user,
                name,
                role,
                null,
                Set.of(hubs.split(",", -1)),
                new Duties(false, authorities == null ? Set.of() : Set.of(authorities.split(",", -1))));
    }

    public boolean worksAt(String hub) {
        return Arrays.asList(hubs.split(",", -1)).contains(hub);
    }

    boolean describes(Officer officer) {
        return isPresent()
                && name.equals(officer.name())
                && role == officer.role()
                && hubs.equals(joined(officer.hubs()))
                && Objects.equals(authorities, authoritiesOf(officer));
    }

    private static @Nullable String authoritiesOf(Officer officer) {
        Set<String> limits = officer.duties().authorities();
        return limits.isEmpty() ? null : joined(limits);
    }

    private static String joined(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(","));
    }
}
