package org.teestriage.testing.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The server of a partner on a real socket, with configurable responses and faults. */
public final class HttpStub implements AutoCloseable {

    /** One request as it arrived. */
    public record Arrival(String path, Map<String, String> headers, String body, long atNanos) {
        public String header(String name) {
            return String.valueOf(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        public String key() {
            return header("Idempotency-Key");
        }
    }

    /** Writes the response to one complete request. */
    public interface Answer {
        void to(Arrival arrival, Socket line, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Answer>> scripts = new ConcurrentHashMap<>();
    private final Map<String, Answer> habits = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    public HttpStub(int port) {
        try {
            socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The responses to the next requests of this path, one each; after them, its default. */
    public void next(String path, Answer... answers) {
        scripts.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    public void always(String path, Answer answer) {
        habits.put(path, answer);
    }

    public List<Arrival> arrivals(String path) {
        return arrivals.stream().filter(each -> each.path().equals(path)).toList();
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    public int connections() {
        return connections.get();
    }

    public void forget() {
        arrivals.clear();
        scripts.clear();
        habits.clear();
        mostAtOnce.set(0);
    }

    // Responses

    public static Answer status(int status, String headers, String body) {
        return (arrival, line, out) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 %d X\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
                    .formatted(status, bytes.length, headers);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
        };
    }

    public static Answer acknowledges() {
        return (arrival, line, out) -> status(
                        200, "Content-Type: application/json\r\n", "{\"reference\": \"P-%s\"}".formatted(arrival.key()))
                .to(arrival, line, out);
    }

    /** Does not respond for 30 seconds. */
    public Answer slow() {
        return (arrival, line, out) -> {
            if (!closing.await(30, TimeUnit.SECONDS)) {
                acknowledges().to(arrival, line, out);
            }
        };
    }

    /** A valid response, one byte at a time. */
    public Answer dribbles() {
        return (arrival, line, out) -> {
            byte[] head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            for (byte one : head) {
                out.write(one);
                out.flush();
            }
            while (!closing.await(100, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        };
    }

    /** Reads the request and resets the connection. */
    public static Answer resets() {
        return (arrival, line, out) -> line.setSoLinger(true, 0);
    }

    /** Reads the request and closes the connection without a response. */
    public static Answer hangsUp() {
        return (arrival, line, out) -> {};
    }

    // The server

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket line) {
        try (line;
                InputStream in = new BufferedInputStream(line.getInputStream());
                OutputStream out = line.getOutputStream()) {
            @Nullable Arrival arrival = read(in);
            if (arrival != null) {
                arrivals.add(arrival);
                linger();
                answer(arrival).to(arrival, line, out);
            }
        } catch (SocketException cut) {
            // The client closed the connection.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Delays each response briefly, so that concurrent requests can be counted. */
    private void linger() throws InterruptedException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            boolean unused = closing.await(10, TimeUnit.MILLISECONDS);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private synchronized Answer answer(Arrival arrival) {
        Deque<Answer> script = scripts.getOrDefault(arrival.path(), new ArrayDeque<>());
        return script.isEmpty() ? habits.getOrDefault(arrival.path(), acknowledges()) : script.remove();
    }

    private static @Nullable Arrival read(InputStream in) throws IOException {
        String request = line(in);
        if (request.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        return body.length < length
                ? null
                : new Arrival(
                        request.split(" ", -1)[1],
                        headers,
                        new String(body, StandardCharsets.UTF_8),
                        System.nanoTime());
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            closing.countDown();
            socket.close();
            threads.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
