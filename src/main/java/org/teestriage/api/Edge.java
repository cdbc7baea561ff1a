package org.teestriage.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.teestriage.access.FrontDoor;
import org.teestriage.desk.SecurityDesk;

/**
 * What is refused before a resource is reached, in the same shape as {@link Problems}: the server itself would answer with
 * nothing, as it still does to an address or headers that it cannot even read.
 */
@ApplicationScoped
class Edge {

    /** After the security headers were set, before anything reads the request. */
    private static final int FIRST = -10_000;

    /** The addresses at which it is remembered who was turned away, by their beginning. */
    private static final List<String> PLACES = List.of(
            "/api/concerns",
            "/api/queue",
            "/api/dispatches",
            "/api/broken-glass",
            "/api/security-events",
            "/api/wordings",
            "/concerns",
            "/desk",
            "/raise",
            "/oversight",
            "/measures",
            "/operations",
            "/break-glass",
            "/broken-glass",
            "/turned-away");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(3)
    };
    private static final Problem TOO_BUSY = Problem.of(
            503,
            "Too busy right now",
            "NOT submitted. Too much is asked at once. Try again in a few seconds, under the same Idempotency-Key."
                    + " If a child is in danger now, ring 999.");

    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403, 404);

    private final List<FrontDoor> doors;
    private final SecurityDesk security;
    private final MeterRegistry meters;
    private final int mostAtOnce;
    private final AtomicInteger underWay = new AtomicInteger();

    Edge(
            @All List<FrontDoor> doors,
            SecurityDesk security,
            MeterRegistry meters,
            @ConfigProperty(name = "tees-triage.most-at-once") int mostAtOnce) {
        this.doors = doors;
        this.security = security;
        this.meters = meters;
        this.mostAtOnce = mostAtOnce;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(this::admit).failureHandler(this::failed);
    }

    private void admit(RoutingContext request) {
        Correlation.begin(request);
        Timer.Sample begun = Timer.start(meters);
        int before = underWay.getAndIncrement();
        request.addEndHandler(end -> {
            underWay.decrementAndGet();
            remember(request);
            begun.stop(timer(request));
        });
        if (before >= mostAtOnce && mayTryAgain(request)) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, "2");
            answer(request, TOO_BUSY);
        } else if (request.request().path().contains(";")) {
            // No address of ours has such a parameter; routes are found without it, rules by address are not.
            answer(request, Problem.of(404));
        } else if (!takes(request)) {
            answer(request, Problem.of(405));
        } else if (announced(request) > StrictJson.LARGEST_BODY) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            answer(request, Problem.of(413));
        } else {
            request.next();
        }
    }

    /** Never the start page, which tells of 999; no probe, or a busy node would be restarted; no form, which somebody filled in. */
    private static boolean mayTryAgain(RoutingContext request) {
        String path = request.normalizedPath();
        return path.startsWith("/api/")
                || (!request.request().method().equals(HttpMethod.POST)
                        && PLACES.stream().anyMatch(path::startsWith));
    }

    private void remember(RoutingContext request) {
        int status = request.response().getStatusCode();
        if (TURNED_AWAY.contains(status)) {
            place(request)
                    .ifPresent(place -> security.turnedAway(
                            request.user() == null
                                    ? null
                                    : request.user().principal().getString("username"),
                            status,
                            place));
        }
    }

    private static Optional<String> place(RoutingContext request) {
        return PLACES.stream()
                .filter(place -> request.normalizedPath().startsWith(place))
                .findFirst();
    }

    /** By place and kind of answer alone: a whole address names a concern, and what strangers ask for would never end. */
    private Timer timer(RoutingContext request) {
        return Timer.builder("tees.triage.http")
                .tag("place", place(request).orElse("elsewhere"))
                .tag("status", request.response().getStatusCode() / 100 + "xx")
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    private static boolean takes(RoutingContext request) {
        HttpMethod method = request.request().method();
        boolean reading = HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
        boolean document = request.request().path().startsWith("/q/")
                || request.request().path().equals("/openapi");
        return document ? reading : !method.equals(HttpMethod.TRACE);
    }

    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        // The server has refused what is no number; what is too long for one is too long for us.
        return length == null ? 0 : length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length.trim());
    }

    private void failed(RoutingContext request) {
        if (request.response().ended()) {
            return;
        }
        Throwable failure = request.failure();
        if (failure instanceof AuthenticationRedirectException) {
            // No failure: the way to sign in, which whoever follows knows how to answer.
            request.next();
        } else if (failure instanceof AuthenticationFailedException || failure instanceof UnauthorizedException) {
            answer(request, Problem.of(401));
        } else if (failure instanceof ForbiddenException) {
            answer(request, Problem.of(403));
        } else if (request.statusCode() >= 400 && request.statusCode() < 500) {
            answer(request, Problem.of(request.statusCode()));
        } else {
            answer(request, failure == null ? Problem.of(500) : Problems.failure(failure));
        }
    }

    private void answer(RoutingContext request, Problem problem) {
        String path = request.normalizedPath();
        FrontDoor.Words words = Elsewhere.door(doors, path).say(problem.trouble(path, Map.of()));
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, words.mediaType())
                .end(words.body());
    }
}
