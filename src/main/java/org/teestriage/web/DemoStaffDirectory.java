package org.teestriage.web;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.StaffDirectory;

@ApplicationScoped
@IfBuildProperty(name = "quarkus.security.users.embedded.enabled", stringValue = "true")
class DemoStaffDirectory implements StaffDirectory {

    private static final String ROLES = "quarkus.security.users.embedded.roles.";

    private final Config config;

    DemoStaffDirectory(Config config) {
        this.config = config;
    }

    @Override
    public Optional<List<Officer>> staff() {
        return Optional.of(StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(ROLES))
                .flatMap(name -> SignedIn.read(
                        name.substring(ROLES.length()).replace("\"", ""),
                        Set.of(config.getValue(name, String.class).split(",", -1)))
                        .stream())
                .toList());
    }
}
