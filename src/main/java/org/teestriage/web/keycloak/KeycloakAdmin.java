package org.teestriage.web.keycloak;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The admin API of the realm, with the client credentials of the service, which permit only reading. */
@ApplicationScoped
class KeycloakAdmin {

    private final Keycloak keycloak;
    private final String realm;
    private final String client;
    private final Optional<String> secret;

    KeycloakAdmin(
            Keycloak keycloak,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "quarkus.oidc.client-id") String client,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") Optional<String> secret) {
        this.keycloak = keycloak;
        this.realm = realm.replaceAll("/+$", "");
        this.client = client;
        this.secret = secret;
    }

    /** A token for {@link #get}; empty if Keycloak does not respond or refuses the credentials. */
    Optional<String> token() {
        return secret.flatMap(known -> keycloak.post(
                        realm + "/protocol/openid-connect/token",
                        MultiMap.caseInsensitiveMultiMap()
                                .add("grant_type", "client_credentials")
                                .add("client_id", client)
                                .add("client_secret", known)))
                .map(JsonObject::new)
                .map(answer -> answer.getString("access_token"));
    }

    /** The body of a 200 response, otherwise empty. Blocking: never call it on an event loop. */
    Optional<String> get(String path, String token) {
        return keycloak.get(realm.replaceFirst("/realms/", "/admin/realms/") + path, token);
    }
}
