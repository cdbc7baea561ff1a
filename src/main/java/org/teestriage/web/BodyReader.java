package org.teestriage.web;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads each request body before anything else handles the request, with a time limit and a memory limit for all bodies
 * together. When the memory is full, the largest idle body is dropped: one that is incomplete, or whose response the
 * client has not read. Stalled clients therefore do not block others.
 */
@ApplicationScoped
public class BodyReader {

    /** In bytes. */
    public static final int LARGEST_BODY = 1_048_576;

    /** Time that a refused client has to read the response before the connection is closed. */
    private static final long LAST_WORDS_MILLIS = 1_000;

    /** Memory factor of a body while it is parsed and answered: a page may contain each character twice, escaped. */
    private static final int GROWS = 8;

    private final long withinMillis;
    private final long mostHeld;

    /** Requests whose memory may be reclaimed. */
    private final Set<Arrival> idle = new LinkedHashSet<>();

    private long held;

    BodyReader(HttpSettings settings) {
        this.withinMillis = settings.bodyTimeout().toMillis();
        this.mostHeld = settings.maxBodyMemory().asLongValue();
    }

    /** Whether the request has a body that has not arrived completely. */
    static boolean belongsTo(HttpServerRequest request) {
        return !request.isEnded()
                && (request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || announced(request) > 0);
    }

    static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // The server has already refused lengths that are not numeric. A length that overflows a long exceeds the
        // limit.
        return length == null ? 0 : length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length.trim());
    }

    /** Runs {@code arrived} when the body is complete and stored in the routing context, otherwise {@code refused}. */
    void await(RoutingContext request, Runnable arrived, Consumer<Problem> refused) {
        new Arrival(request, arrived, refused).begin();
    }

    /** Discards the rest of the body, because the request was answered from its headers alone. */
    void ignore(RoutingContext request) {
        new Arrival(request, () -> {}, problem -> {}).ignore();
    }

    /** Closes the connection if the response is late. For the few requests whose body Quarkus reads itself. */
    void bound(RoutingContext request) {
        long timer = request.vertx().setTimer(withinMillis, late -> close(request));
        request.addEndHandler(end -> request.vertx().cancelTimer(timer));
    }

    private static void close(RoutingContext request) {
        request.request().connection().close();
    }

    /**
     * Reserves memory for an idle request and drops the largest idle ones if the limit is exceeded. Returns false if
     * this request was dropped.
     */
    private boolean take(Arrival arrival, int more, ToIntFunction<Arrival> size) {
        List<Arrival> givenWay = new ArrayList<>();
        synchronized (this) {
            if (!idle.contains(arrival)) {
                return false;
            }
            arrival.held += more;
            held += more;
            while (held > mostHeld) {
                Arrival largest =
                        idle.stream().max(Comparator.comparingInt(size)).orElseThrow();
                forget(largest);
                givenWay.add(largest);
            }
        }
        givenWay.forEach(Arrival::evict);
        return !givenWay.contains(arrival);
    }

    private synchronized void idle(Arrival arrival) {
        idle.add(arrival);
    }

    private synchronized void busy(Arrival arrival) {
        idle.remove(arrival);
    }

    private synchronized void forget(Arrival arrival) {
        idle.remove(arrival);
        held -= arrival.held;
        arrival.held = 0;
    }

    /** One request body. All fields except {@code held} are written only by the event loop of the connection. */
    private final class Arrival {

        private final RoutingContext request;
        private final Runnable arrived;
        private final Consumer<Problem> refused;
        private final Context context = Vertx.currentContext();
        private @Nullable Buffer body = Buffer.buffer();
        private volatile int received;
        private long timer;

        /** Guarded by the lock of {@link BodyReader}. */
        private int held;

        Arrival(RoutingContext request, Runnable arrived, Consumer<Problem> refused) {
            this.request = request;
            this.arrived = arrived;
            this.refused = refused;
        }

        void begin() {
            idle(this);
            request.addEndHandler(end -> answered(end.succeeded()));
            HttpServerRequest sender = request.request();
            if (HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(sender.getHeader(HttpHeaders.EXPECT))) {
                // Removed, so that the body handler does not send 100 Continue again.
                sender.headers().remove(HttpHeaders.EXPECT);
                request.response().writeContinue();
            }
            listen(sender);
        }

        void ignore() {
            body = null;
            listen(request.request());
        }

        private void listen(HttpServerRequest sender) {
            timer = request.vertx().setTimer(withinMillis, late -> tooLate());
            sender.exceptionHandler(gone -> end());
            sender.handler(this::take).endHandler(whole -> whole()).resume();
        }

        private void take(Buffer part) {
            Buffer so = body;
            if (so == null) {
                return;
            }
            if (so.length() + part.length() > LARGEST_BODY) {
                refuse(Problem.of(413));
            } else if (BodyReader.this.take(this, part.length(), each -> each.received)) {
                so.appendBuffer(part);
                received = so.length();
            } else {
                body = null;
            }
        }

        private void whole() {
            end();
            Buffer all = body;
            body = null;
            if (all != null
                    && BodyReader.this.take(
                            this, all.length() * (GROWS - 1), each -> each == this ? -1 : each.received)) {
                busy(this);
                ((RoutingContextInternal) request).setBody(all);
                goOn();
            }
        }

        /** Runs in the context of the request: with pipelining, body chunks may arrive in another context. */
        private void goOn() {
            if (Vertx.currentContext() == context) {
                arrived.run();
            } else {
                context.runOnContext(now -> arrived.run());
            }
        }

        private void end() {
            request.vertx().cancelTimer(timer);
        }

        private void tooLate() {
            if (body == null) {
                close(request);
            } else {
                refuse(Problem.of(408));
                timer = request.vertx().setTimer(LAST_WORDS_MILLIS, late -> close(request));
            }
        }

        private void refuse(Problem problem) {
            body = null;
            forget(this);
            if (!request.response().ended() && !request.response().closed()) {
                refused.accept(problem);
            }
        }

        private void evict() {
            context.runOnContext(now -> {
                if (request.response().ended()) {
                    close(request);
                } else {
                    refuse(Problem.TOO_BUSY);
                }
            });
        }

        private void answered(boolean sent) {
            if (!sent) {
                forget(this);
                return;
            }
            idle(this);
            ResponseMemory.whenRead(request, () -> forget(this));
        }
    }
}
