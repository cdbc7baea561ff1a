package org.teestriage.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPromise;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory reserved for a request. It is free when the request has been processed, even if its client is gone before, and
 * the client has read the response or is gone.
 */
@RequestScoped
public class ResponseMemory {

    private final RoutingContext request;
    private final List<Runnable> reserved = new ArrayList<>();

    ResponseMemory(CurrentVertxRequest request) {
        this.request = request.getCurrent();
    }

    public void whenFree(Runnable free) {
        reserved.add(free);
    }

    @PreDestroy
    void processed() {
        ConnectionBase connection = (ConnectionBase) request.request().connection();
        // Handlers of a response are called only if they are set before its end, which happens in its own thread.
        connection.getContext().runOnContext(now -> {
            if (request.response().closed()) {
                free();
            } else if (request.response().ended()) {
                whenRead(request, this::free);
            } else {
                request.addEndHandler(end -> whenRead(request, this::free));
            }
        });
    }

    private void free() {
        reserved.forEach(Runnable::run);
    }

    /**
     * Runs the work when the client has read an ended response, or is gone: an empty write behind it completes at that
     * time.
     */
    static void whenRead(RoutingContext request, Runnable work) {
        ConnectionBase connection = (ConnectionBase) request.request().connection();
        ChannelPromise read = connection.channelFuture();
        read.addListener(done -> work.run());
        connection.writeToChannel(Unpooled.EMPTY_BUFFER, read);
    }
}
