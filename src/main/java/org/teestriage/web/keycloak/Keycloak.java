package org.teestriage.web.keycloak;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Keycloak {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** Validity of a response, or of the observation that Keycloak is down. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final int CONNECTIONS = 32;
    private static final int OK = 200;
    private static final int SERVERS_FAULT = 500;

    private final WebClient client;
    private final String realm;
    private volatile @Nullable MonotonicTime answered;
    private volatile @Nullable MonotonicTime silent;

    Keycloak(Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setMaxPoolSize(CONNECTIONS)
                        .setFollowRedirects(false));
        this.realm = realm.replaceAll("/+$", "");
    }

    static boolean isFresh(@Nullable MonotonicTime moment) {
        return moment != null && moment.isWithin(FRESH);
    }

    /** Response to a userinfo request. */
    sealed interface Said {
        record Known(Claims claims) implements Said {}

        /** The account is disabled, the session has ended, or the token was revoked. */
        record Refused() implements Said {}

        record Nothing() implements Said {}
    }

    Uni<Said> about(String accessToken) {
        if (isFresh(silent)) {
            return Uni.createFrom().item(new Said.Nothing());
        }
        return ask(() -> client.getAbs(realm + "/protocol/openid-connect/userinfo")
                        .bearerTokenAuthentication(accessToken)
                        .timeout(ANSWER.toMillis())
                        .send())
                .map(Keycloak::said);
    }

    /** Whether Keycloak is available for a sign-in. */
    Uni<Boolean> answers() {
        if (isFresh(silent)) {
            return Uni.createFrom().item(false);
        }
        if (isFresh(answered)) {
            return Uni.createFrom().item(true);
        }
        return ask(() -> client.getAbs(realm + "/.well-known/openid-configuration")
                        .timeout(ANSWER.toMillis())
                        .send())
                .map(response -> response != null && response.statusCode() == OK);
    }

    /** The body of a 200 response to a form post, otherwise empty. Blocking: never call it on an event loop. */
    Optional<String> post(String address, MultiMap form) {
        return text(ask(() -> client.postAbs(address).timeout(ANSWER.toMillis()).sendForm(form)));
    }

    /** The body of a 200 response, otherwise empty. Blocking: never call it on an event loop. */
    Optional<String> get(String address, String accessToken) {
        return text(ask(() -> client.getAbs(address)
                .bearerTokenAuthentication(accessToken)
                .timeout(ANSWER.toMillis())
                .send()));
    }

    private static Optional<String> text(Uni<@Nullable HttpResponse<Buffer>> answer) {
        return Optional.ofNullable(answer.await().indefinitely())
                .filter(response -> response.statusCode() == OK)
                .map(HttpResponse::bodyAsString);
    }

    private Uni<@Nullable HttpResponse<Buffer>> ask(Supplier<Uni<HttpResponse<Buffer>>> question) {
        return question.get()
                .ifNoItem()
                .after(CONNECT.plus(ANSWER))
                .fail()
                .invoke(response -> {
                    if (response.statusCode() >= SERVERS_FAULT) {
                        markUnavailable("status " + response.statusCode());
                    } else {
                        answered = MonotonicTime.now();
                    }
                })
                .onFailure()
                .invoke(failed -> markUnavailable(failed.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private void markUnavailable(String how) {
        if (!isFresh(silent)) {
            Log.warnf("Keycloak does not respond (%s): signed-in users keep access until their token expires", how);
        }
        silent = MonotonicTime.now();
    }

    private static Said said(@Nullable HttpResponse<Buffer> response) {
        if (response == null || response.statusCode() >= SERVERS_FAULT) {
            return new Said.Nothing();
        }
        if (response.statusCode() != OK) {
            return new Said.Refused();
        }
        try {
            return new Said.Known(Claims.of(new JsonObject(response.bodyAsString())));
        } catch (RuntimeException notFromKeycloak) {
            // For example an error page of a proxy: it contains no information about the user.
            return new Said.Nothing();
        }
    }
}
