package org.teestriage.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.MDC;
import org.teestriage.concern.Reference;

final class Correlation {

    private static final String HEADER = "X-Request-Id";

    /** Accepts only an id of hex digits from the caller: any other text would reach the log. */
    private static final Pattern NUMBER = Pattern.compile("[0-9a-fA-F-]{16,64}");

    private Correlation() {}

    static void begin(RoutingContext request) {
        String told = request.request().getHeader(HEADER);
        MDC.put(
                "request",
                told != null && NUMBER.matcher(told).matches()
                        ? told
                        : UUID.randomUUID().toString());
        concern(request).ifPresent(reference -> MDC.put("concern", reference.value()));
    }

    private static Optional<Reference> concern(RoutingContext request) {
        return Stream.of(request.normalizedPath().split("/", -1))
                .dropWhile(segment -> !segment.equals("concerns"))
                .skip(1)
                .findFirst()
                .flatMap(segment ->
                        Reference.find(segment).filter(found -> found.value().equals(segment)));
    }
}
