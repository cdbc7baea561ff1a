package org.teestriage.delivery.channel;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.teestriage.delivery.DeliveryJob;
import org.teestriage.directory.Partner;
import org.teestriage.platform.document.Attachment;

/**
 * A letter as a mail. To an address that is not secure, the mail only says that a referral waits and gives the
 * concern's reference. Neither subject reveals the content.
 */
record Mail(Session session, DeliveryJob parcel, Partner partner, String from, Instant at) {

    private static final String SUBJECT = "Tees Triage: a letter for you";
    private static final String WAITS = "Tees Triage: something waits for you";

    String to() {
        return Objects.requireNonNull(partner.mailTo());
    }

    String text() {
        return partner.secure() ? parcel.draft().text() : """
                A referral is waiting for you. This mail says no more, because its way is not secure.

                Ask the hub for it under %s.
                """.formatted(parcel.reference());
    }

    MimeMessage message() throws MessagingException {
        Marked message = new Marked(session, "<%s@%s>".formatted(parcel.dispatchId(), domain()));
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to()));
        message.setSubject(partner.secure() ? SUBJECT : WAITS, StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(at));
        if (partner.secure() && !parcel.enclosures().isEmpty()) {
            message.setContent(withEnclosures());
        } else {
            message.setText(text(), StandardCharsets.UTF_8.name());
        }
        message.saveChanges();
        return message;
    }

    private MimeMultipart withEnclosures() throws MessagingException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text(), StandardCharsets.UTF_8.name());
        parts.addBodyPart(words);
        for (Attachment sheet : parcel.enclosures()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(sheet.content(), sheet.mediaType())));
            part.setFileName(sheet.name());
            parts.addBodyPart(part);
        }
        return parts;
    }

    private String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** Keeps the Message-ID it was given; its superclass would generate another. */
    private static final class Marked extends MimeMessage {

        private final String id;

        Marked(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
