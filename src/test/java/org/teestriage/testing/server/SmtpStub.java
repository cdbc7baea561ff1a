package org.teestriage.testing.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on a real socket with at most one fault; with a certificate it supports STARTTLS. */
public final class SmtpStub implements AutoCloseable {

    /** The fault of the server. */
    public enum Habit {
        REFUSES_THE_RECIPIENT,
        IS_FULL_FOR_NOW,
        HANGS_UP_AFTER_THE_MAIL,
        DRIBBLES,
        SAYS_NOTHING,
        NONE
    }

    private final ServerSocket socket;
    private final Habit fault;
    private final @Nullable SSLContext encryption;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);

    public SmtpStub(Habit fault) {
        this(fault, "127.0.0.1", 0, null);
    }

    private SmtpStub(Habit fault, String address, int port, @Nullable SSLContext encryption) {
        this.fault = fault;
        this.encryption = encryption;
        try {
            socket = new ServerSocket(port, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Without a fault, on this loopback address, with the certificate of this run, which is for 127.0.0.1. */
    public static SmtpStub encrypting(String address) {
        return new SmtpStub(Habit.NONE, address, 0, Certificate.forThisJvm().shown());
    }

    /** The same on a given port. */
    static SmtpStub encryptingAt(int port) {
        return new SmtpStub(
                Habit.NONE, "127.0.0.1", port, Certificate.forThisJvm().shown());
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<String> mails() {
        return List.copyOf(mails);
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                threads.execute(() -> serve(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket line) {
        try (line;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = line.getOutputStream()) {
            if (fault == Habit.SAYS_NOTHING || fault == Habit.DRIBBLES) {
                while (!closing.await(100, TimeUnit.MILLISECONDS)) {
                    if (fault == Habit.DRIBBLES) {
                        say(out, "220-still here");
                    }
                }
                return;
            }
            say(out, "220 stub");
            talk(line, in, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException cut) {
            // The client closed the connection.
        }
    }

    private void talk(Socket line, BufferedReader in, OutputStream out) throws IOException {
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            commands.add(command);
            String verb = command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (verb.equals("DATA")) {
                say(out, "354 go on");
                mails.add(data(in));
                if (fault == Habit.HANGS_UP_AFTER_THE_MAIL) {
                    return;
                }
            }
            if (verb.equals("STARTTLS") && encryption != null) {
                say(out, "220 go on");
                talkEncrypted(line, encryption);
                return;
            }
            if (verb.equals("EHLO") && encryption != null && !(line instanceof SSLSocket)) {
                say(out, "250-stub");
                say(out, "250 STARTTLS");
            } else {
                say(out, answer(verb));
            }
        }
    }

    private void talkEncrypted(Socket line, SSLContext with) throws IOException {
        try (SSLSocket encrypted =
                (SSLSocket) with.getSocketFactory().createSocket(line, "127.0.0.1", line.getPort(), true)) {
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            commands.add("ENCRYPTED");
            talk(
                    encrypted,
                    new BufferedReader(new InputStreamReader(encrypted.getInputStream(), StandardCharsets.US_ASCII)),
                    encrypted.getOutputStream());
        }
    }

    private String answer(String verb) {
        if (fault == Habit.IS_FULL_FOR_NOW && verb.equals("MAIL")) {
            return "451 later";
        }
        return fault == Habit.REFUSES_THE_RECIPIENT && verb.equals("RCPT") ? "550 nobody here" : "250 fine";
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
            mail.append(text).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
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
