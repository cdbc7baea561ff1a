package org.teestriage.delivery.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.teestriage.delivery.DeliveryJob;
import org.teestriage.delivery.DeliveryResult;
import org.teestriage.delivery.DeliverySettings;
import org.teestriage.delivery.LetterChannel;
import org.teestriage.delivery.channel.ChannelSettings.Encryption;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Cause;

/**
 * Sends a letter by mail, with the dispatch id in the Message-ID. The connection is encrypted, except to a private
 * address that an operator has allowed.
 */
@ApplicationScoped
class MailChannel implements LetterChannel {

    private final ChannelSettings.Mail settings;
    private final EgressPolicy egressPolicy;
    private final Duration budget;
    private final InstantSource time;
    private final Optional<SSLSocketFactory> encrypted;

    MailChannel(ChannelSettings settings, DeliverySettings delivery, InstantSource time) {
        this.settings = settings.mail();
        this.egressPolicy = new EgressPolicy(settings.privateAddressesAllowed().orElse(List.of()));
        this.budget = delivery.attemptTimeout();
        this.time = time;
        // Read at start-up: an unreadable file stops the service then, instead of a letter later.
        this.encrypted = this.settings.authorities().map(TrustStore::in);
    }

    @Override
    public Transport wire() {
        return Transport.MAIL;
    }

    @Override
    public DeliveryResult send(DeliveryJob parcel) {
        Partner partner = parcel.partner().orElseThrow();
        if (partner.mailTo() == null
                || settings.host().isEmpty()
                || settings.from().isEmpty()) {
            return new DeliveryResult.ForAPerson(Cause.NOT_CONFIGURED);
        }
        try {
            String host = settings.host().get();
            boolean plain = settings.encryption() == Encryption.NONE;
            if (plain ? !egressPolicy.names(host) : !egressPolicy.allows(host)) {
                return new DeliveryResult.ForAPerson(Cause.ADDRESS_NOT_ALLOWED);
            }
        } catch (UnknownHostException nowhere) {
            return DeliveryResult.later(Cause.NO_CONNECTION);
        }
        CancellableSockets line = new CancellableSockets();
        CompletableFuture<DeliveryResult> sending = CompletableFuture.supplyAsync(() -> deliver(parcel, partner, line));
        try {
            return sending.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new DeliveryResult.Unknown(Cause.NO_ANSWER_IN_TIME);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new DeliveryResult.Unknown(Cause.CUT_OFF);
        } catch (ExecutionException failed) {
            return new DeliveryResult.Unknown(Cause.CUT_OFF);
        } finally {
            line.cut();
        }
    }

    private DeliveryResult deliver(DeliveryJob parcel, Partner partner, CancellableSockets line) {
        Session session = Session.getInstance(properties(line));
        try (SMTPTransport transport = transport(session)) {
            try {
                transport.connect(
                        settings.host().orElseThrow(),
                        settings.port(),
                        settings.user().orElse(null),
                        settings.password().orElse(null));
            } catch (AuthenticationFailedException wrongKey) {
                return DeliveryResult.later(Cause.NOT_CONFIGURED);
            } catch (MessagingException unreachable) {
                return DeliveryResult.later(
                        encryptionIsMissing(unreachable) ? Cause.NOT_ENCRYPTED : Cause.NO_CONNECTION);
            }
            return hand(new Mail(session, parcel, partner, settings.from().orElseThrow(), time.instant()), transport);
        } catch (MessagingException gone) {
            return new DeliveryResult.Unknown(Cause.CUT_OFF);
        }
    }

    private static SMTPTransport transport(Session session) throws MessagingException {
        return (SMTPTransport) session.getTransport("smtp");
    }

    private static boolean encryptionIsMissing(MessagingException failed) {
        String message = failed.getMessage();
        return message != null && message.contains("TLS");
    }

    /** The server's reply code says whether it accepted the mail. Without a code, the result is unknown. */
    private static DeliveryResult hand(Mail mail, SMTPTransport transport) throws MessagingException {
        MimeMessage message = mail.message();
        try {
            transport.sendMessage(message, new Address[] {new InternetAddress(mail.to())});
            return new DeliveryResult.Delivered();
        } catch (SendFailedException answered) {
            return switch (transport.getLastReturnCode() / 100) {
                case 4 -> DeliveryResult.later(Cause.ASKED_TO_WAIT);
                case 5 -> new DeliveryResult.Rejected(Cause.REFUSED);
                default -> new DeliveryResult.Unknown(Cause.CUT_OFF);
            };
        } catch (MessagingException cut) {
            return new DeliveryResult.Unknown(Cause.CUT_OFF);
        }
    }

    private Properties properties(CancellableSockets line) {
        String patience = String.valueOf(budget.toMillis() / 2);
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", line);
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.encryption() == Encryption.STARTTLS));
        encrypted.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        return properties;
    }
}
