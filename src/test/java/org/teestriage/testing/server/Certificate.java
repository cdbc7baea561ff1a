package org.teestriage.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost, created for one run: browsers accept cookies named __Host- only over TLS. */
public record Certificate(Path keyStore, Path authority) {

    /** For a key that exists only during a test run. */
    public static final String PASSWORD = "made-up-for-tests";

    private static final String ALIAS = "localhost";
    private static final Path FOLDER = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("target/tls")
            .resolve(Long.toString(ProcessHandle.current().pid()));

    public static Certificate forThisJvm() {
        // Stored as in RealKeycloak, because this class is loaded more than once.
        synchronized (Runtime.getRuntime()) {
            Certificate certificate = new Certificate(FOLDER.resolve("service.p12"), FOLDER.resolve("service.pem"));
            if (!Files.exists(certificate.authority)) {
                certificate.make();
            }
            return certificate;
        }
    }

    private void make() {
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keytool(
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-validity",
                "2",
                "-dname",
                "CN=localhost",
                "-ext",
                "bc:c",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-file", authority.toString());
    }

    private void keytool(String... what) {
        List<String> common = List.of(
                "-alias", ALIAS, "-keystore", keyStore.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD);
        List<String> words = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.of(what),
                        common.stream())
                .flatMap(part -> part)
                .toList();
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For a server with this certificate. */
    public SSLContext shown() {
        try (InputStream file = Files.newInputStream(keyStore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            KeyManagerFactory key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            key.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(key.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For clients that trust only this certificate. */
    public SSLContext trusted() {
        try (InputStream file = Files.newInputStream(keyStore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            KeyStore known = KeyStore.getInstance("PKCS12");
            known.load(null, null);
            known.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
