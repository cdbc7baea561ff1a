package org.teestriage.web;

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
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.securitylog.SecurityEventService;

/**
 * Rejects requests before they reach a resource, in the same format as later errors. The server itself would send an
 * empty response.
 */
@ApplicationScoped
class RequestAdmissionFilter {

    /** After the filter that sets the security headers, before anything reads the request. */
    private static final int FIRST = -10_000;

    /**
     * Path prefixes. Responses 401, 403 and 404 below them are recorded as security events, requests other than
     * form posts can be shed, and metrics use them as the tag {@code place}.
     */
    private static final List<String> PATH_PREFIXES = List.of(
            "/api/concerns",
            "/api/queue",
            "/api/dispatches",
            "/api/broken-glass",
            "/api/security-events",
            "/api/wordings",
            "/concerns",
            "/desk",
            "/queue",
            "/session",
            "/raise",
            "/oversight",
            "/measures",
            "/operations",
            "/break-glass",
            "/broken-glass",
            "/security-events");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(3)
    };

    private static final Pattern HEADER = Pattern.compile("^quarkus\\.http\\.header\\.\"?([A-Za-z-]+)\"?\\.value$");

    private static final Set<Integer> DENIED = Set.of(401, 403, 404);

    /**
     * Paths whose form Quarkus reads itself, without the body read here: a logout token, or a user name and password.
     */
    private static final Set<String> READ_BY_THE_FRAMEWORK = Set.of("/back-channel-logout", "/j_security_check");

    private static final int LARGEST_OF_THOSE = 16_384;

    private final List<ErrorRenderer> doors;
    private final SecurityEventService securityEventService;
    private final MeterRegistry meters;
    private final BodyReader bodyReader;
    private final int mostAtOnce;
    private final AtomicInteger underWay = new AtomicInteger();

    /** The headers that the settings give to every response. */
    private final List<Header> headers;

    private record Header(String name, String value) {}

    RequestAdmissionFilter(
            @All List<ErrorRenderer> doors,
            SecurityEventService securityEventService,
            MeterRegistry meters,
            BodyReader bodyReader,
            HttpSettings settings) {
        this.doors = doors;
        this.securityEventService = securityEventService;
        this.meters = meters;
        this.bodyReader = bodyReader;
        this.mostAtOnce = settings.maxConcurrentRequests();
        this.headers = headers(ConfigProvider.getConfig());
    }

    private static List<Header> headers(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .flatMap(setting -> HEADER.matcher(setting)
                        .results()
                        .map(found -> new Header(found.group(1), config.getValue(setting, String.class))))
                .toList();
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(this::admit).failureHandler(this::failed);
        // The router refuses a path or query with invalid escapes before any route.
        router.errorHandler(400, this::failed);
    }

    /** State of one request. Its timer and its place in the concurrency limit start when the body is complete. */
    private static final class RequestState {
        private Timer.@Nullable Sample begun;
        private boolean counted;
        private boolean over;
    }

    /** A request counts towards the limit when its body is complete, so slow clients take no capacity. */
    private void admit(RoutingContext request) {
        Correlation.begin(request);
        RequestState state = new RequestState();
        request.addEndHandler(end -> leave(request, state));
        Optional<Problem> wrong = wrong(request);
        boolean body = BodyReader.belongsTo(request.request());
        if (wrong.isPresent()) {
            if (body) {
                bodyReader.ignore(request);
            }
            refuse(request, state, wrong.get());
        } else if (READ_BY_THE_FRAMEWORK.contains(request.normalizedPath())) {
            bodyReader.bound(request);
            state.begun = Timer.start(meters);
            request.next();
        } else if (body) {
            bodyReader.await(request, () -> arrived(request, state), problem -> refuse(request, state, problem));
        } else {
            enter(request, state);
        }
    }

    /** Checks the request line and headers. */
    private Optional<Problem> wrong(RoutingContext request) {
        Optional<Problem> head = ConnectionGuard.unreadable(request).or(() -> RequestHead.wrong(request));
        if (head.isPresent()) {
            return head;
        }
        if (!takes(request)) {
            return Optional.of(Problem.of(405));
        }
        if (tooLarge(request)) {
            return Optional.of(Problem.of(413));
        }
        return underWay.get() >= mostAtOnce && isSheddable(request) ? Optional.of(Problem.TOO_BUSY) : Optional.empty();
    }

    private static boolean tooLarge(RoutingContext request) {
        long announced = BodyReader.announced(request.request());
        boolean small = READ_BY_THE_FRAMEWORK.contains(request.normalizedPath());
        return announced > (small ? LARGEST_OF_THOSE : BodyReader.LARGEST_BODY)
                || (small && announced == 0 && BodyReader.belongsTo(request.request()));
    }

    private void arrived(RoutingContext request, RequestState state) {
        if (state.over) {
            return;
        }
        Optional<Problem> wrong = ConnectionGuard.unreadable(request)
                .or(() -> RequestHead.isOfPage(request)
                        ? FormBody.wrong(request.body().buffer())
                        : Optional.empty());
        wrong.ifPresentOrElse(problem -> refuse(request, state, problem), () -> enter(request, state));
    }

    private void enter(RoutingContext request, RequestState state) {
        if (state.over) {
            return;
        }
        state.begun = Timer.start(meters);
        state.counted = true;
        if (underWay.getAndIncrement() >= mostAtOnce && isSheddable(request)) {
            refuse(request, state, Problem.TOO_BUSY);
        } else {
            request.next();
        }
    }

    private void refuse(RoutingContext request, RequestState state, Problem problem) {
        if (state.begun == null) {
            state.begun = Timer.start(meters);
        }
        if (problem.status() == Problem.TOO_BUSY.status()) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, "2");
        }
        if (problem.status() == 408
                || problem.status() == 413
                || ConnectionGuard.unreadable(request).isPresent()) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        answer(request, problem);
    }

    private void leave(RoutingContext request, RequestState state) {
        state.over = true;
        if (state.counted) {
            underWay.decrementAndGet();
        }
        remember(request);
        if (state.begun != null) {
            state.begun.stop(timer(request));
        }
    }

    /**
     * Load shedding skips the start page (999 advice), health probes (a busy node would be restarted) and form posts
     * (typed text).
     */
    private static boolean isSheddable(RoutingContext request) {
        String path = request.normalizedPath();
        return ApiPaths.isResource(path)
                || (!request.request().method().equals(HttpMethod.POST)
                        && PATH_PREFIXES.stream().anyMatch(path::startsWith));
    }

    private void remember(RoutingContext request) {
        int status = request.response().getStatusCode();
        if (DENIED.contains(status)) {
            place(request)
                    .ifPresent(place -> securityEventService.turnedAway(
                            request.user() == null
                                    ? null
                                    : request.user().principal().getString("username"),
                            status,
                            place));
        }
    }

    private static Optional<String> place(RoutingContext request) {
        return PATH_PREFIXES.stream()
                .filter(place -> request.normalizedPath().startsWith(place))
                .findFirst();
    }

    /** Tags are only prefix and status class: a full path names a concern, and unknown paths are unbounded. */
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
        return ApiPaths.isDocument(request.request().path()) ? reading : !method.equals(HttpMethod.TRACE);
    }

    private void failed(RoutingContext request) {
        Throwable failure = request.failure();
        if (request.response().ended() || (failure != null && Failures.left(request, failure))) {
            return;
        }
        if (failure instanceof AuthenticationRedirectException) {
            // A redirect to sign in, not an error: the next failure handler sends it.
            request.next();
        } else if (failure instanceof AuthenticationFailedException || failure instanceof UnauthorizedException) {
            answer(request, Problem.of(401));
        } else if (failure instanceof ForbiddenException) {
            answer(request, Problem.of(403));
        } else if (request.statusCode() >= 400 && request.statusCode() < 500) {
            answer(request, Problem.of(request.statusCode()));
        } else {
            answer(request, failure == null ? Problem.of(500) : Failures.failure(failure));
        }
    }

    private void answer(RoutingContext request, Problem problem) {
        String path = path(request);
        ErrorRenderer.Words words = ErrorRenderingFilter.door(doors, path).renderError(problem.trouble(path, Map.of()));
        // The router refuses some requests before the route that sets the headers.
        headers.forEach(header -> request.response().putHeader(header.name(), header.value()));
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, words.mediaType())
                .end(words.body());
    }

    /** As sent, if it cannot be normalised. */
    private static String path(RoutingContext request) {
        try {
            return request.normalizedPath();
        } catch (IllegalArgumentException | HttpException undecodable) {
            return request.request().path();
        }
    }
}
