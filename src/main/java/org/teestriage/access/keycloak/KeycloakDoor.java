package org.teestriage.access.keycloak;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.FrontDoor;
import org.teestriage.access.FrontDoor.Why;
import org.teestriage.access.SignedIn;

/**
 * The one way in where there are no demo accounts: Quarkus verifies what Keycloak signed; this adds who somebody is
 * <em>now</em>, and that everybody who does not come in is told so in one form, by the API as by the pages.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@UnlessBuildProperty(name = "quarkus.security.users.embedded.enabled", stringValue = "true", enableIfMissing = true)
class KeycloakDoor implements HttpAuthenticationMechanism {

    static final String API = "/api/";
    private static final String BEARER = "Bearer";
    private static final String STRONGER = BEARER + " error=\"insufficient_user_authentication\", acr_values=\"2\"";
    private static final String WHY = KeycloakDoor.class.getName() + ".why";

    private final OidcAuthenticationMechanism oidc;
    private final Standing standing;
    private final Keycloak keycloak;
    private final List<FrontDoor> doors;

    KeycloakDoor(OidcAuthenticationMechanism oidc, Standing standing, Keycloak keycloak, @All List<FrontDoor> doors) {
        this.oidc = oidc;
        this.standing = standing;
        this.keycloak = keycloak;
        this.doors = doors;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (isApi(context) && context.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            // A cookie never opens the API, so no other site can make a browser call it.
            return Uni.createFrom().nullItem();
        }
        return oidc.authenticate(context, identities)
                .onItem()
                .ifNotNull()
                .transformToUni(verified -> asOfNow(context, verified))
                .onFailure(failed -> !(failed instanceof AuthenticationRedirectException))
                .recoverWithUni(failed -> turnAway(context, failed));
    }

    private Uni<SecurityIdentity> asOfNow(RoutingContext context, SecurityIdentity verified) {
        AccessTokenCredential token = verified.getCredential(AccessTokenCredential.class);
        JsonWebToken signed = (JsonWebToken) verified.getPrincipal();
        return standing.of(
                        token.getToken(),
                        Claims.ofVerified(signed.getRawToken()),
                        Instant.ofEpochSecond(signed.getExpirationTime()))
                .map(claims -> {
                    if (claims.isEmpty()) {
                        throw new AuthenticationFailedException();
                    }
                    SecurityIdentity identity = claims.get().over(verified);
                    if (SignedIn.read(identity).isEmpty()) {
                        // Signing in again would not help, and would go round in circles.
                        context.put(WHY, isApi(context) ? Why.NOT_SIGNED_IN : Why.NO_ROLE);
                        throw new AuthenticationFailedException();
                    }
                    return identity;
                });
    }

    /** Everything that goes wrong becomes one exception, whose challenge {@link #sendChallenge} writes. */
    private Uni<SecurityIdentity> turnAway(RoutingContext context, Throwable failed) {
        AuthenticationFailedException refusal = failed instanceof AuthenticationFailedException already
                ? already
                : new AuthenticationFailedException();
        if (context.get(WHY) != null || failed instanceof AuthenticationFailedException) {
            return Uni.createFrom().failure(refusal);
        }
        if (!(failed instanceof AuthenticationCompletionException)) {
            context.put(WHY, Why.NOT_NOW);
            return Uni.createFrom().failure(refusal);
        }
        return keycloak.answers().chain(up -> {
            context.put(WHY, up ? Why.NOT_COMPLETED : Why.NOT_NOW);
            return Uni.createFrom().failure(refusal);
        });
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        @Nullable Why why = context.get(WHY);
        if (why != null && why != Why.NOT_STRONG_ENOUGH) {
            return answer(context, why);
        }
        if (isApi(context)) {
            return answer(context, why == null ? Why.NOT_SIGNED_IN : why);
        }
        // Asked first: a browser sent to a Keycloak that is down would show its own error and no 999.
        return keycloak.answers()
                .chain(up -> up
                        ? oidc.sendChallenge(context).onFailure().recoverWithUni(() -> answer(context, Why.NOT_NOW))
                        : answer(context, Why.NOT_NOW));
    }

    /** Sends somebody who is signed in to sign in more strongly. */
    Uni<Void> askForMore(RoutingContext context) {
        context.put(WHY, Why.NOT_STRONG_ENOUGH);
        return sendChallenge(context)
                .invoke(sent -> {
                    if (!context.response().ended()) {
                        context.response().end();
                    }
                })
                .replaceWithVoid();
    }

    static boolean asksForMore(RoutingContext context) {
        return context.get(WHY) == Why.NOT_STRONG_ENOUGH;
    }

    private Uni<Boolean> answer(RoutingContext context, Why why) {
        FrontDoor.Words words = doors.stream()
                .filter(door -> door.opens(context.normalizedPath()))
                .findFirst()
                .orElseThrow()
                .turnAway(why);
        HttpServerResponse response = context.response().setStatusCode(why.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, words.mediaType());
        if (isApi(context) && why == Why.NOT_SIGNED_IN) {
            response.putHeader(HttpHeaderNames.WWW_AUTHENTICATE, BEARER);
        }
        if (isApi(context) && why == Why.NOT_STRONG_ENOUGH) {
            // RFC 9470
            response.putHeader(HttpHeaderNames.WWW_AUTHENTICATE, STRONGER);
        }
        if (why == Why.NOT_NOW) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Keycloak.FRESH.toSeconds()));
        }
        response.end(words.body());
        return Uni.createFrom().item(true);
    }

    private static boolean isApi(RoutingContext context) {
        return context.normalizedPath().startsWith(API);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }
}
