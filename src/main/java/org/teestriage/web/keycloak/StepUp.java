package org.teestriage.web.keycloak;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Requires a recent one-time code (acr 2) for the paths of {@code quarkus.http.auth.permission.step-up}. */
@ApplicationScoped
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
@UnlessBuildProperty(name = "quarkus.security.users.embedded.enabled", stringValue = "true", enableIfMissing = true)
class StepUp implements HttpSecurityPolicy, OidcRedirectFilter {

    private static final String WITH_CODE = "2";

    /**
     * Longer than the five minutes of the Keycloak realm ({@code loa-max-age}), or a slow user would be redirected
     * twice.
     */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final KeycloakAuthMechanism keycloakAuthMechanism;
    private final InstantSource time;

    StepUp(KeycloakAuthMechanism keycloakAuthMechanism, InstantSource time) {
        this.keycloakAuthMechanism = keycloakAuthMechanism;
        this.time = time;
    }

    @Override
    public String name() {
        return "step-up";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return identity.chain(person -> {
            if (!person.isAnonymous() && isStrong((JsonWebToken) person.getPrincipal())) {
                return CheckResult.permit();
            }
            if (KeycloakAuthMechanism.isForm(request)) {
                // Permitted without a role: the request changes nothing, and the page shows the typed text again for a
                // new attempt with a code.
                return person.isAnonymous()
                        ? CheckResult.permit()
                        : Uni.createFrom()
                                .item(new CheckResult(
                                        true,
                                        QuarkusSecurityIdentity.builder()
                                                .setPrincipal(person.getPrincipal())
                                                .build()));
            }
            return keycloakAuthMechanism.askForMore(request).chain(() -> Uni.createFrom()
                    .failure(new AuthenticationFailedException()));
        });
    }

    private boolean isStrong(JsonWebToken token) {
        Long at = token.getClaim(Claims.auth_time);
        return WITH_CODE.equals(token.getClaim(Claims.acr))
                && at != null
                && Instant.ofEpochSecond(at).isAfter(time.instant().minus(LATELY));
    }

    @Override
    public void filter(OidcRedirectContext redirect) {
        if (KeycloakAuthMechanism.asksForMore(Objects.requireNonNull(redirect.routingContext()))) {
            redirect.additionalQueryParams().add("acr_values", WITH_CODE);
        }
    }
}
