package org.teestriage.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Forwards connections from one loopback port to another until it is closed. */
public final class PortForward implements AutoCloseable {

    private final ServerSocket entrance;

    private PortForward(ServerSocket entrance) {
        this.entrance = entrance;
    }

    public static PortForward open(int from, int to) {
        try {
            PortForward passage = new PortForward(new ServerSocket(from, 50, InetAddress.getLoopbackAddress()));
            start(() -> passage.serve(to));
            return passage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(int to) {
        try {
            while (true) {
                Socket in = entrance.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), to);
                start(() -> pump(in, out));
                start(() -> pump(out, in));
            }
        } catch (IOException closed) {
            // The forward is closed.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // One side closed the connection.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "passage");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
