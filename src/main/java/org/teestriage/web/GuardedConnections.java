package org.teestriage.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts a {@link ConnectionGuard} into each connection that a server accepts. A transport, because neither Quarkus nor
 * Vert.x lets an application see a connection before its first request.
 */
public final class GuardedConnections implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Transport(ConfigProvider.getConfig()
                .unwrap(SmallRyeConfig.class)
                .getConfigMapping(HttpSettings.class)
                .headTimeout()));
    }

    private static final class Transport extends JDKTransport {

        private final Duration headTimeout;

        Transport(Duration headTimeout) {
            this.headTimeout = headTimeout;
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            ChannelFactory<? extends ServerChannel> factory = super.serverChannelFactory(domainSocket);
            return () -> {
                ServerChannel server = factory.newChannel();
                server.pipeline().addFirst(new Acceptor(headTimeout));
                return server;
            };
        }
    }

    /** What a server channel reads are connections. */
    private static final class Acceptor extends ChannelInboundHandlerAdapter {

        private final Duration headTimeout;

        Acceptor(Duration headTimeout) {
            this.headTimeout = headTimeout;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            ((Channel) accepted).pipeline().addFirst(new ConnectionGuard(headTimeout));
            context.fireChannelRead(accepted);
        }
    }
}
