package org.teestriage.web.keycloak;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.securitylog.FailedSignIns;

/**
 * Reads failed sign-ins from the events of Keycloak with the client credentials of the service, which permit only
 * reading of events.
 */
@ApplicationScoped
@UnlessBuildProperty(name = "quarkus.security.users.embedded.enabled", stringValue = "true", enableIfMissing = true)
class KeycloakEvents implements FailedSignIns {

    private final Keycloak keycloak;
    private final String realm;
    private final String client;
    private final Optional<String> secret;

    KeycloakEvents(
            Keycloak keycloak,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "quarkus.oidc.client-id") String client,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") Optional<String> secret) {
        this.keycloak = keycloak;
        this.realm = realm.replaceAll("/+$", "");
        this.client = client;
        this.secret = secret;
    }

    @Override
    public Optional<List<Failure>> newest(int limit) {
        return secret.flatMap(known -> keycloak.post(
                        realm + "/protocol/openid-connect/token",
                        MultiMap.caseInsensitiveMultiMap()
                                .add("grant_type", "client_credentials")
                                .add("client_id", client)
                                .add("client_secret", known)))
                .map(JsonObject::new)
                .map(answer -> answer.getString("access_token"))
                .flatMap(token -> keycloak.get(
                        realm.replaceFirst("/realms/", "/admin/realms/")
                                + "/events?type=LOGIN_ERROR&type=CODE_TO_TOKEN_ERROR&type=CLIENT_LOGIN_ERROR"
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
