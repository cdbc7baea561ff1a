package org.teestriage.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request head is late, and passes a request that the server cannot parse on as a short one,
 * marked, so that it is answered like all others: in the format of its path. A connection between two requests may be
 * idle for longer; {@code quarkus.http.idle-timeout} limits it.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<Problem> UNREADABLE = AttributeKey.valueOf(ConnectionGuard.class, "unreadable");

    /** Enough of a request line to tell whether it goes to the API. */
    private static final int START_OF_LINE = 32;

    private static final Pattern TO_THE_API = Pattern.compile("\\s*\\S{1,20} /(api|q)/.*", Pattern.DOTALL);

    private static final Problem LINE_TOO_LONG = Problem.of(
            414,
            "Address too long",
            "NOT submitted. The address is longer than the 4,096 characters that this service takes. If a child is in"
                    + " danger now, call 999.");

    private static final Problem HEAD_TOO_LARGE = Problem.of(
            431,
            "Headers too large",
            "NOT submitted. The headers are larger than the 16 kB that this service takes. Delete the cookies of this"
                    + " address, and try again. If a child is in danger now, call 999.");

    private static final Problem OTHER_VERSION = Problem.of(
            505,
            "Not HTTP/1.1",
            "NOT submitted. This service takes HTTP/1.1 and HTTP/1.0. If a child is in danger now, call 999.");

    private static final Problem NOT_HTTP = Problem.of(
            400, "Not valid", "NOT submitted. The request is not valid HTTP. If a child is in danger now, call 999.");

    private static final Problem NOT_AN_ADDRESS = Problem.of(
            400,
            "Not valid",
            "NOT submitted. The address is not valid: write each character that has no place in an address as a percent"
                    + " sign with two hexadecimal digits. If a child is in danger now, call 999.");

    private final Duration headTimeout;
    private final StringBuilder startOfLine = new StringBuilder();
    private boolean installed;
    private boolean insideRequest;
    private @Nullable ScheduledFuture<?> deadline;

    ConnectionGuard(Duration headTimeout) {
        this.headTimeout = headTimeout;
    }

    /** Why the request, whose head or body the server could not parse, is refused. */
    static Optional<Problem> unreadable(RoutingContext request) {
        Channel channel = ((ConnectionBase) request.request().connection()).channel();
        return Optional.ofNullable(channel.attr(UNREADABLE).get());
    }

    /** Bytes, before they are parsed. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!installed) {
            ChannelPipeline pipeline = context.pipeline();
            if (pipeline.get("httpDecoder") == null) {
                // With TLS the head cannot be seen here. The proxy ends TLS, and its connections are not encrypted.
                pipeline.remove(this);
                context.fireChannelRead(bytes);
                return;
            }
            pipeline.addBefore("handler", null, new Parsed());
            installed = true;
        }
        if (!insideRequest) {
            if (deadline == null) {
                start(context);
            }
            remember((ByteBuf) bytes);
        }
        context.fireChannelRead(bytes);
    }

    private void start(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> late(context), headTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The server itself reads no further while it has requests to answer first. */
    private void late(ChannelHandlerContext context) {
        if (context.channel().config().isAutoRead()) {
            var unused = context.close();
        } else {
            start(context);
        }
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void remember(ByteBuf bytes) {
        int more = Math.min(START_OF_LINE - startOfLine.length(), bytes.readableBytes());
        startOfLine.append(bytes.toString(bytes.readerIndex(), more, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    /** What the parser made of the bytes. */
    private final class Parsed extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpRequest head) {
                stop();
                insideRequest = true;
                Optional<Problem> problem = problem(head);
                if (problem.isPresent()) {
                    context.channel().attr(UNREADABLE).set(problem.get());
                    context.fireChannelRead(readable(head));
                    end(context, part);
                    return;
                }
            } else if (part instanceof HttpContent content
                    && content.decoderResult().isFailure()) {
                context.channel().attr(UNREADABLE).set(NOT_HTTP);
                end(context, part);
                return;
            }
            if (part instanceof LastHttpContent) {
                ended();
            }
            context.fireChannelRead(part);
        }

        private void end(ChannelHandlerContext context, Object part) {
            ReferenceCountUtil.release(part);
            ended();
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        }

        private void ended() {
            insideRequest = false;
            startOfLine.setLength(0);
        }

        private HttpRequest readable(HttpRequest head) {
            boolean api = TO_THE_API.matcher(startOfLine).matches() || ApiPaths.hasProblems(head.uri());
            HttpRequest readable = new DefaultHttpRequest(HttpVersion.HTTP_1_1, head.method(), api ? "/api/" : "/");
            // The server refuses a request without a host before any filter sees it.
            readable.headers()
                    .set(HttpHeaderNames.HOST, "localhost")
                    .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            return readable;
        }
    }

    private static Optional<Problem> problem(HttpRequest head) {
        if (head.decoderResult().isFailure()) {
            Throwable cause = head.decoderResult().cause();
            return Optional.of(
                    cause instanceof TooLongHttpLineException
                            ? LINE_TOO_LONG
                            : cause instanceof TooLongHttpHeaderException ? HEAD_TOO_LARGE : NOT_HTTP);
        }
        if (head.protocolVersion().majorVersion() != 1) {
            return Optional.of(OTHER_VERSION);
        }
        return isAddress(head.uri()) ? Optional.empty() : Optional.of(NOT_AN_ADDRESS);
    }

    /** Quarkus answers others with an empty response, before any route. */
    private static boolean isAddress(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException invalid) {
            return false;
        }
    }
}
