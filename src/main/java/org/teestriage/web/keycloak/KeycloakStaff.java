package org.teestriage.web.keycloak;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teestriage.access.Duties;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.StaffDirectory;

/**
 * Reads the staff of the realm: the enabled members of the groups below /hubs that have exactly one role of this
 * service.
 */
@ApplicationScoped
@UnlessBuildProperty(name = "quarkus.security.users.embedded.enabled", stringValue = "true", enableIfMissing = true)
class KeycloakStaff implements StaffDirectory {

    private static final String HUBS = "/hubs";

    /** A list that may be incomplete must not be taken for complete: its end would be taken for leavers. */
    private static final int MOST = 10_000;

    private final KeycloakAdmin admin;

    KeycloakStaff(KeycloakAdmin admin) {
        this.admin = admin;
    }

    /** What the groups of a member say. */
    private record Posts(Set<String> hubs, Set<String> authorities) {

        void add(JsonObject group) {
            hubs.addAll(attribute(group, "hub"));
            authorities.addAll(attribute(group, "authority"));
        }
    }

    private record Account(String id, String user, String name) {}

    @Override
    public Optional<List<Officer>> staff() {
        return admin.token().flatMap(this::staff);
    }

    private Optional<List<Officer>> staff(String token) {
        return members(token).flatMap(members -> {
            List<Officer> staff = new ArrayList<>();
            for (Map.Entry<Account, Posts> member : members.entrySet()) {
                Optional<Set<Role>> roles = roles(member.getKey(), token);
                if (roles.isEmpty()) {
                    return Optional.empty();
                }
                if (roles.get().size() == 1) {
                    staff.add(new Officer(
                            member.getKey().user(),
                            member.getKey().name(),
                            roles.get().iterator().next(),
                            null,
                            member.getValue().hubs(),
                            new Duties(false, member.getValue().authorities())));
                }
            }
            return Optional.of(staff);
        });
    }

    /** The enabled members of the groups of each hub. */
    private Optional<Map<Account, Posts>> members(String token) {
        Optional<List<JsonObject>> groups = admin.get("/group-by-path" + HUBS, token)
                .map(JsonObject::new)
                .flatMap(parent -> list(
                        "/groups/%s/children?max=%d&briefRepresentation=false".formatted(parent.getString("id"), MOST),
                        token));
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Map<Account, Posts> posts = new HashMap<>();
        for (JsonObject group : groups.get()) {
            Optional<List<JsonObject>> members =
                    list("/groups/%s/members?max=%d".formatted(group.getString("id"), MOST), token);
            if (members.isEmpty()) {
                return Optional.empty();
            }
            members.get().stream()
                    .filter(member -> Boolean.TRUE.equals(member.getBoolean("enabled")))
                    .forEach(member -> posts.computeIfAbsent(
                                    account(member), unknown -> new Posts(new HashSet<>(), new HashSet<>()))
                            .add(group));
        }
        return Optional.of(posts);
    }

    private Optional<Set<Role>> roles(Account account, String token) {
        return list("/users/%s/role-mappings/realm/composite".formatted(account.id()), token)
                .map(roles -> Arrays.stream(Role.values())
                        .filter(role ->
                                roles.stream().anyMatch(each -> role.name().equals(each.getString("name"))))
                        .collect(Collectors.toSet()));
    }

    private static Account account(JsonObject member) {
        String user = member.getString("username");
        String name = Stream.of("firstName", "lastName")
                .map(part -> member.getString(part, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new Account(member.getString("id"), user, name.isEmpty() ? user : name);
    }

    private static List<String> attribute(JsonObject group, String name) {
        JsonArray values = group.getJsonObject("attributes", new JsonObject()).getJsonArray(name, new JsonArray());
        return values.stream().map(String::valueOf).toList();
    }

    private Optional<List<JsonObject>> list(String path, String token) {
        return admin.get(path, token)
                .map(JsonArray::new)
                .filter(all -> all.size() < MOST)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(all::getJsonObject)
                        .toList());
    }
}
