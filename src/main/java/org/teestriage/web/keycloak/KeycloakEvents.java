package org.teestriage.web.keycloak;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.securitylog.FailedSignIns;

/** Reads failed sign-ins from the events of Keycloak. */
@ApplicationScoped
@UnlessBuildProperty(name = "quarkus.security.users.embedded.enabled", stringValue = "true", enableIfMissing = true)
class KeycloakEvents implements FailedSignIns {

    private final KeycloakAdmin admin;

    KeycloakEvents(KeycloakAdmin admin) {
        this.admin = admin;
    }

    @Override
    public Optional<List<Failure>> newest(int limit) {
        return admin.token()
                .flatMap(token -> admin.get(
                        "/events?type=LOGIN_ERROR&type=CODE_TO_TOKEN_ERROR&type=CLIENT_LOGIN_ERROR"
                                + "&type=USER_DISABLED_BY_TEMPORARY_LOCKOUT&max=" + limit,
                        token))
                .map(JsonArray::new)
                .map(events -> IntStream.range(0, events.size())
                        .mapToObj(events::getJsonObject)
                        .map(KeycloakEvents::failure)
                        .toList());
    }

    private static Failure failure(JsonObject event) {
        @Nullable JsonObject details = event.getJsonObject("details");
        boolean known = event.getString("userId") != null;
        return new Failure(
                Instant.ofEpochMilli(event.getLong("time")),
                known && details != null ? details.getString("username") : null,
                event.getString("error", event.getString("type")),
                event.getString("ipAddress"));
    }
}
