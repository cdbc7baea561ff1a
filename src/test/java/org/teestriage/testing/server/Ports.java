package org.teestriage.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * Loopback ports for servers of the tests. Each JVM takes its ports from a block of its own, because a port that was
 * only found free can be taken by another JVM before the server listens on it.
 */
public final class Ports {

    /** Below the ephemeral range: an outgoing connection could occupy a higher one before a restart. */
    private static final int FIRST = 12_000;

    private static final int END = 30_000;
    private static final int BLOCK = 50;

    /** Quarkus loads this class more than once: only system properties are unique in the JVM. */
    private static final String LAST = "teestriage.test.last-port";

    private Ports() {}

    /** A port that no server listens on, and that no other call returns while this JVM runs. */
    public static int next() {
        synchronized (Runtime.getRuntime()) {
            @Nullable Integer last = Integer.getInteger(LAST);
            int port = last == null ? reserved(FIRST) + 1 : last + 1;
            while (true) {
                if (port % BLOCK == 0) {
                    port = reserved(port) + 1;
                }
                if (free(port)) {
                    System.setProperty(LAST, Integer.toString(port));
                    return port;
                }
                port++;
            }
        }
    }

    /** Occupies the first port of the next block that no other JVM has. */
    private static int reserved(int from) {
        for (int first = from; first < END; first += BLOCK) {
            try {
                ServerSocket mark = new ServerSocket(first, 1, InetAddress.getLoopbackAddress());
                // The hook also keeps the socket reachable, and so open, until the JVM ends.
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(mark), "free the test ports"));
                return first;
            } catch (IOException ignored) {
                // Another JVM has this block.
            }
        }
        throw new IllegalStateException("No free block of ports between " + FIRST + " and " + END);
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void close(ServerSocket mark) {
        try {
            mark.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
