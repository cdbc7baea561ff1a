package org.teestriage.web;

import io.quarkus.logging.Log;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class Failures {

    private Failures() {}

    /** Whether the client closed the connection before the response, which is not an error of the service. */
    public static boolean left(RoutingContext request, Throwable failed) {
        return request.response().closed()
                && causes(failed).anyMatch(each -> each instanceof IOException || each instanceof HttpClosedException);
    }

    /** Logs the failure under an id that the response also contains. Omits messages, because they quote user input. */
    public static Problem failure(Throwable failed) {
        UUID number = UUID.randomUUID();
        Log.errorf("failure %s: %s", number, shape(failed));
        return Problem.of(
                500,
                "Failed",
                "NOT submitted, as far as we can tell. If a child is in danger now, call 999. Otherwise send the same"
                        + " again with the same Idempotency-Key; it will not be stored twice. Failure " + number + ".");
    }

    private static String shape(Throwable failed) {
        return causes(failed)
                .map(cause -> cause.getClass().getName() + " at "
                        + Stream.of(cause.getStackTrace()).limit(12).toList())
                .collect(Collectors.joining(" caused by "));
    }

    public static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause);
    }
}
