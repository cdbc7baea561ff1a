package org.teestriage.delivery.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

final class TrustStore {

    private TrustStore() {}

    /** Trusts the CA certificates in the file and no others. */
    static SSLSocketFactory in(Path authorities) {
        try (InputStream file = Files.newInputStream(authorities)) {
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                known.setCertificateEntry(String.valueOf(number++), each);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException e) {
            throw new UncheckedIOException(authorities + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(authorities + " cannot be used as CA certificates", e);
        }
    }
}
