package org.teestriage.testing.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** A raw connection to a loopback server, on which a test sends any bytes at any speed. */
public final class RawHttp implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    private RawHttp(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** The read timeout. */
    public static RawHttp open(int port, Duration patience) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            return new RawHttp(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head of a POST request; further headers include their line ends. */
    public static String post(String path, int length, String type, String... headers) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(path, type, length, String.join("", headers));
    }

    public RawHttp send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public RawHttp send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends as much as the server accepts before it closes the connection. */
    public RawHttp trySend(String text) {
        try {
            return send(text);
        } catch (UncheckedIOException hungUp) {
            return this;
        }
    }

    /** A whole response; the status is 0 where the server closed the connection. */
    public record Response(int status, String head, String body) {

        /** The value of a header, or an empty text. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** The next response with its body. */
    public Response response() {
        try {
            String head = head();
            String body = head.isEmpty() ? "" : new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
            return new Response(head.isEmpty() ? 0 : status(head), head, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head of the next response, after reading its body; empty where the server closed the connection. */
    public String answer() {
        return response().head();
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        try {
            while (!head.toString().endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                head.append((char) next);
            }
            return head.toString();
        } catch (SocketException reset) {
            return "";
        }
    }

    private static int length(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .map(line -> Integer.valueOf(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    /** The status of the next response; 0 where the server closed the connection. */
    public int status() {
        return response().status();
    }

    private static int status(String head) {
        return Integer.parseInt(head.substring(9, 12));
    }

    /** Resets the connection. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
