package org.teestriage.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the address of the service from the settings and never from a request, whose Host header its sender chooses: the
 * frameworks build absolute addresses from that header. Redirects within the service are relative.
 */
@ApplicationScoped
class PublicAddress {

    /** Before everything that reads the header, also {@code HostCookies}. */
    private static final int FIRST = 20_000;

    private final Optional<String> authority;

    PublicAddress(HttpSettings settings) {
        this.authority = settings.publicAddress().map(PublicAddress::authority);
    }

    void register(@Observes Filters filters) {
        filters.register(this::settle, FIRST);
    }

    private void settle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().contains("://") && !request.uri().startsWith("/")) {
            // A request to a proxy, with a host of its own that would count more than the header.
            context.fail(400);
            return;
        }
        authority.ifPresent(known -> request.headers().set(HttpHeaders.HOST, known));
        context.addHeadersEndHandler(end -> makeRelative(context));
        context.next();
    }

    private static void makeRelative(RoutingContext context) {
        @Nullable String location = context.response().headers().get(HttpHeaders.LOCATION);
        if (location != null) {
            within(location, context.request().getHeader(HttpHeaders.HOST))
                    .ifPresent(path -> context.response().putHeader(HttpHeaders.LOCATION, path));
        }
    }

    /** The path and query of an address at this host. */
    static Optional<String> within(String location, @Nullable String host) {
        String begins = "://" + host + "/";
        int at = location.indexOf(begins);
        boolean own = host != null && (location.startsWith("http" + begins) || location.startsWith("https" + begins));
        return own ? Optional.of(location.substring(at + begins.length() - 1)) : Optional.empty();
    }

    /**
     * The host and port of the configured address.
     *
     * @throws IllegalStateException if it is anything else than scheme, host and port
     */
    static String authority(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && address.equals(uri.getScheme() + "://" + uri.getAuthority())
                    && uri.getUserInfo() == null) {
                return uri.getAuthority();
            }
        } catch (URISyntaxException refusedBelow) {
            // The sentence is the same.
        }
        throw new IllegalStateException("tees-triage.http.public-address must be the address of the service as users"
                + " type it, without a path: for example https://triage.example");
    }
}
