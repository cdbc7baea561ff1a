package org.teestriage.web.keycloak;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Gives the session cookies the prefix {@code __Host-}, so that browsers accept them only from this host over TLS.
 * Quarkus has no setting for it, so the names are rewritten in requests and responses. Unprefixed cookies are dropped.
 */
@ApplicationScoped
@UnlessBuildProperty(name = "quarkus.security.users.embedded.enabled", stringValue = "true", enableIfMissing = true)
class HostCookies {

    private static final String PREFIX = "__Host-";
    private static final String OURS = "q_";

    /** Before anything reads a cookie. */
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(HostCookies::rename, FIRST);
    }

    private static void rename(RoutingContext context) {
        List<String> sent = context.request().headers().getAll(HttpHeaders.COOKIE);
        if (!sent.isEmpty()) {
            context.request().headers().set(HttpHeaders.COOKIE, inside(String.join("; ", sent)));
        }
        context.addHeadersEndHandler(end -> outside(context));
        context.next();
    }

    static String inside(String cookies) {
        return Arrays.stream(cookies.split(";", -1))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty() && !cookie.startsWith(OURS))
                .map(cookie -> cookie.startsWith(PREFIX + OURS) ? cookie.substring(PREFIX.length()) : cookie)
                .collect(Collectors.joining("; "));
    }

    private static void outside(RoutingContext context) {
        List<Cookie> changed = context.request().cookies().stream()
                .filter(cookie -> cookie.getName().startsWith(OURS))
                .filter(cookie -> cookie instanceof ServerCookie known && known.isChanged())
                .toList();
        for (Cookie cookie : changed) {
            ((ServerCookie) cookie).setChanged(false);
            context.response().addCookie(prefixed(cookie));
        }
    }

    static Cookie prefixed(Cookie cookie) {
        return Cookie.cookie(PREFIX + cookie.getName(), cookie.getValue())
                .setHttpOnly(cookie.isHttpOnly())
                // Cookies of a sign-in in progress have no SameSite attribute.
                .setSameSite(Objects.requireNonNullElse(cookie.getSameSite(), CookieSameSite.LAX))
                .setSecure(true)
                .setPath("/")
                .setMaxAge(cookie.getMaxAge());
    }
}
