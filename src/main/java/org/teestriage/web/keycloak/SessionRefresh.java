package org.teestriage.web.keycloak;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.document.Sha256;

/**
 * Authenticates one request of a session at a time. Keycloak accepts a refresh token once and withdraws all tokens of
 * the session when it sees it again, which two windows would cause that refresh at once. The later request continues
 * with the cookies that the earlier one got, also if it was sent with the old ones.
 */
@ApplicationScoped
class SessionRefresh {

    private static final String SESSION = "q_session";

    /** Longer than a request with the old cookies can be on its way. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** After this, the earlier request hangs and no longer counts. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int TIDY_ABOVE = 10_000;

    private record Renewed(List<Cookie> cookies, MonotonicTime at) {}

    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final Map<String, Renewed> renewed = new ConcurrentHashMap<>();

    Uni<SecurityIdentity> oneByOne(RoutingContext request, Supplier<Uni<SecurityIdentity>> authentication) {
        String session = session(request.request());
        if (session.isEmpty()) {
            return authentication.get();
        }
        String key = Sha256.of(session);
        Renewed later = renewed.get(key);
        if (later != null && later.at().isWithin(KEPT)) {
            use(request, later.cookies());
            return oneByOne(request, authentication);
        }
        CompletableFuture<Void> own = new CompletableFuture<>();
        CompletableFuture<Void> earlier = underWay.putIfAbsent(key, own);
        if (earlier != null) {
            Context here = request.vertx().getOrCreateContext();
            return Uni.createFrom()
                    .completionStage(earlier)
                    .ifNoItem()
                    .after(PATIENCE)
                    .recoverWithItem(() -> {
                        underWay.remove(key, earlier);
                        return null;
                    })
                    .emitOn(task -> here.runOnContext(now -> task.run()))
                    .chain(() -> oneByOne(request, authentication));
        }
        return Uni.createFrom().deferred(authentication::get).onTermination().invoke(() -> {
            remember(key, request);
            underWay.remove(key, own);
            own.complete(null);
        });
    }

    private void remember(String key, RoutingContext request) {
        List<Cookie> cookies = request.request().cookies().stream()
                .filter(cookie -> cookie.getName().startsWith(SESSION))
                .filter(cookie -> cookie instanceof ServerCookie known && known.isChanged())
                .filter(cookie -> cookie.getMaxAge() != 0 && !cookie.getValue().isEmpty())
                .toList();
        if (cookies.isEmpty()) {
            return;
        }
        if (renewed.size() > TIDY_ABOVE) {
            renewed.values().removeIf(old -> !old.at().isWithin(KEPT));
        }
        renewed.put(key, new Renewed(cookies, MonotonicTime.now()));
    }

    /** For this request, and for the browser, in case the response with the cookies was lost. */
    private static void use(RoutingContext request, List<Cookie> session) {
        request.request()
                .headers()
                .set(
                        HttpHeaders.COOKIE,
                        Stream.concat(
                                        pairs(request.request()).filter(pair -> !pair.startsWith(SESSION)),
                                        session.stream().map(cookie -> cookie.getName() + "=" + cookie.getValue()))
                                .collect(Collectors.joining("; ")));
        session.forEach(cookie -> request.response().addCookie(HostCookies.prefixed(cookie)));
    }

    private static String session(HttpServerRequest request) {
        return pairs(request).filter(pair -> pair.startsWith(SESSION)).sorted().collect(Collectors.joining("; "));
    }

    private static Stream<String> pairs(HttpServerRequest request) {
        @Nullable String sent = request.getHeader(HttpHeaders.COOKIE);
        return Stream.ofNullable(sent)
                .flatMap(cookies -> Arrays.stream(cookies.split(";", -1)))
                .map(String::strip);
    }
}
