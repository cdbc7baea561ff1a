package org.teestriage.web.keycloak;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
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
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.teestriage.web.ApiPaths;
import org.teestriage.web.ErrorRenderer;
import org.teestriage.web.ErrorRenderer.Why;
import org.teestriage.web.SignedIn;

/**
 * The only authentication mechanism without demo accounts. Quarkus verifies the token; this class adds the current
 * claims of the user, and renders every failure in the format of the path: a page, or a problem of the API.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@UnlessBuildProperty(name = "quarkus.security.users.embedded.enabled", stringValue = "true", enableIfMissing = true)
class KeycloakAuthMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer";
    private static final String STRONGER = BEARER + " error=\"insufficient_user_authentication\", acr_values=\"2\"";
    private static final String WHY = KeycloakAuthMechanism.class.getName() + ".why";

    private final OidcAuthenticationMechanism oidc;
    private final SessionRefresh sessionRefresh;
    private final IdentityCache identityCache;
    private final Keycloak keycloak;
    private final List<ErrorRenderer> doors;

    KeycloakAuthMechanism(
            OidcAuthenticationMechanism oidc,
            SessionRefresh sessionRefresh,
            IdentityCache identityCache,
            Keycloak keycloak,
            @All List<ErrorRenderer> doors) {
        this.oidc = oidc;
        this.sessionRefresh = sessionRefresh;
        this.identityCache = identityCache;
        this.keycloak = keycloak;
        this.doors = doors;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (isApi(context) && context.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            // Cookies never authenticate API requests, so other sites cannot forge them through a browser.
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .deferred(() -> sessionRefresh.oneByOne(context, () -> oidc.authenticate(context, identities)))
                .onItem()
                .ifNotNull()
                .transformToUni(verified -> asOfNow(context, verified))
                // After a session has ended, a form post is not redirected to Keycloak: the typed text is shown again
                // instead.
                .onFailure(failed -> isForm(context))
                .recoverWithNull()
                .onFailure(failed -> !(failed instanceof AuthenticationRedirectException))
                .recoverWithUni(failed -> renderAuthenticationFailure(context, failed));
    }

    private Uni<SecurityIdentity> asOfNow(RoutingContext context, SecurityIdentity verified) {
        AccessTokenCredential token = verified.getCredential(AccessTokenCredential.class);
        JsonWebToken signed = (JsonWebToken) verified.getPrincipal();
        return identityCache
                .of(
                        token.getToken(),
                        Claims.ofVerified(signed.getRawToken()),
                        Instant.ofEpochSecond(signed.getExpirationTime()))
                .map(claims -> {
                    if (claims.isEmpty()) {
                        throw new AuthenticationFailedException();
                    }
                    SecurityIdentity identity = claims.get().over(verified);
                    if (SignedIn.read(identity).isEmpty()) {
                        // Signing in again would not help and would cause a redirect loop.
                        context.put(WHY, isApi(context) ? Why.NOT_SIGNED_IN : Why.NO_ROLE);
                        throw new AuthenticationFailedException();
                    }
                    return identity;
                });
    }

    /** Sends the response at once: that of Quarkus depends on the requester of the identity, and has no body. */
    private Uni<SecurityIdentity> renderAuthenticationFailure(RoutingContext context, Throwable failed) {
        return why(context, failed)
                .invoke(why -> why.ifPresent(known -> context.put(WHY, known)))
                .chain(() -> challenge(context))
                .chain(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private Uni<Optional<Why>> why(RoutingContext context, Throwable failed) {
        if (context.get(WHY) != null || (failed instanceof AuthenticationFailedException && !ofOidc(failed))) {
            return Uni.createFrom().item(Optional.empty());
        }
        return keycloak.answers().map(up -> {
            Why answering = isApi(context) ? Why.NOT_SIGNED_IN : Why.NOT_COMPLETED;
            return Optional.of(up ? answering : Why.NOT_NOW);
        });
    }

    /** Whether the call to Keycloak failed, instead of the presented credentials. */
    private static boolean ofOidc(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .anyMatch(OIDCException.class::isInstance);
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
        // Checks Keycloak first: a redirect to an unavailable Keycloak shows a browser error without the 999 advice.
        return keycloak.answers()
                .chain(up -> up
                        ? oidc.sendChallenge(context).onFailure().recoverWithUni(() -> answer(context, Why.NOT_NOW))
                        : answer(context, Why.NOT_NOW));
    }

    /** Starts step-up authentication of a signed-in user. */
    Uni<Void> askForMore(RoutingContext context) {
        context.put(WHY, Why.NOT_STRONG_ENOUGH);
        return challenge(context);
    }

    private Uni<Void> challenge(RoutingContext context) {
        return sendChallenge(context)
                .invoke(() -> {
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
        ErrorRenderer.Words words = doors.stream()
                .filter(door -> door.handles(context.normalizedPath()))
                .findFirst()
                .orElseThrow()
                .renderAuthenticationFailure(why);
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

    static boolean isForm(RoutingContext context) {
        return HttpMethod.POST.equals(context.request().method()) && !isApi(context);
    }

    private static boolean isApi(RoutingContext context) {
        return ApiPaths.isResource(context.normalizedPath());
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
