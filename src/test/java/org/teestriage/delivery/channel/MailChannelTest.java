package org.teestriage.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Reference;
import org.teestriage.delivery.DeliveryJob;
import org.teestriage.delivery.DeliveryResult;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Cause;
import org.teestriage.letter.Letter;
import org.teestriage.letter.content.LetterDraft;
import org.teestriage.platform.document.Attachment;
import org.teestriage.testing.server.Certificate;
import org.teestriage.testing.server.Ports;
import org.teestriage.testing.server.SmtpStub;
import org.teestriage.testing.server.SmtpStub.Habit;

/** Delivery by SMTP, against GreenMail and SMTP stubs. */
class MailChannelTest {

    private static final String ID = "0b7e7c5c-7d2e-4a54-9f5e-2f6f1f1f1f1f";
    private static final List<String> LOOPBACK = List.of("127.0.0.1");
    private static final InstantSource TUESDAY = InstantSource.fixed(Instant.parse("2026-09-22T09:00:00Z"));

    private static DeliveryResult send(Settings settings, boolean secure) {
        return send(settings, secure, Duration.ofSeconds(20));
    }

    private static DeliveryResult send(Settings settings, boolean secure, Duration timeout) {
        return new MailChannel(settings, new Settings.Delivery(timeout), TUESDAY).send(job(secure));
    }

    private static DeliveryResult send(int port) {
        return send(new Settings(port, ChannelSettings.Encryption.NONE, LOOPBACK), true);
    }

    private static DeliveryJob job(boolean secure) {
        Partner partner = new Partner(
                "lado",
                "LADO of Made Up",
                Partner.Kind.LADO,
                "E06000001",
                List.of(),
                List.of(),
                null,
                null,
                null,
                Transport.MAIL,
                null,
                secure,
                null,
                Partner.Format.LETTER,
                "lado@council.example",
                null,
                Duration.ofHours(24),
                2,
                "nobody",
                "made up",
                null);
        return new DeliveryJob(
                1,
                Reference.read("K7Q2-9FXM-F"),
                ID,
                "lease",
                1,
                Optional.of(partner),
                Transport.MAIL,
                Letter.Purpose.LADO_REFERRAL,
                partner.name(),
                new LetterDraft(
                        "Referral to the LADO\nReal name: Mr A. Nonymous, Zoë's coach\n",
                        List.of(
                                new Attachment(
                                        "referral.json",
                                        "application/json",
                                        "{\"name\": \"Mr A. Nonymous\"}".getBytes(StandardCharsets.UTF_8)),
                                new Attachment("referral.html", "text/html", new byte[1]),
                                new Attachment("referral.pdf", "application/pdf", new byte[1]))));
    }

    @Test
    void aSecureMailCarriesTheLetterAndItsEnclosuresUnderTheDispatchId() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        server.start();
        try {
            Settings settings = new Settings(server.getSmtp().getPort(), ChannelSettings.Encryption.NONE, LOOPBACK);
            assertThat(send(settings, true)).isEqualTo(new DeliveryResult.Delivered());
            assertThat(send(settings, true)).isEqualTo(new DeliveryResult.Delivered());
            MimeMessage[] mails = server.getReceivedMessages();
            assertThat(mails).hasSize(2).allSatisfy(mail -> assertThat(mail.getMessageID())
                    .isEqualTo("<" + ID + "@triage.example>"));
            assertThat(mails[0].getSubject()).isEqualTo("Tees Triage: a letter for you");
            String whole = GreenMailUtil.getWholeMessage(mails[0]);
            assertThat(whole)
                    .contains("referral.json", "referral.pdf")
                    .as("mail filters refuse HTML")
                    .doesNotContain("referral.html");
            assertThat(((jakarta.mail.internet.MimeMultipart) mails[0].getContent())
                            .getBodyPart(0)
                            .getContent()
                            .toString())
                    .contains("Zoë's coach");
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailThatIsNotMarkedSecureOnlyAnnouncesTheLetter() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        server.start();
        try {
            Settings settings = new Settings(server.getSmtp().getPort(), ChannelSettings.Encryption.NONE, LOOPBACK);
            assertThat(send(settings, false)).isEqualTo(new DeliveryResult.Delivered());
            String whole = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]);
            assertThat(whole)
                    .contains("A referral is waiting for you", "K7Q2-9FXM-F")
                    .doesNotContain("Nonymous", "coach", "referral.json", "LADO of", "abuse");
        } finally {
            server.stop();
        }
    }

    @Test
    void noMailIsSentToAServerWithoutStarttls() {
        try (SmtpStub server = new SmtpStub(Habit.REFUSES_THE_RECIPIENT)) {
            Settings settings = new Settings(server.port(), ChannelSettings.Encryption.STARTTLS, LOOPBACK);
            assertThat(send(settings, true)).isEqualTo(DeliveryResult.later(Cause.NOT_ENCRYPTED));
            assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    private static Settings encrypted(String host, SmtpStub server, Optional<Path> authorities) {
        return new Settings(
                host,
                server.port(),
                ChannelSettings.Encryption.STARTTLS,
                List.of("127.0.0.1", "127.0.0.2"),
                authorities);
    }

    @Test
    void mailIsSentAfterStarttlsToAServerWithATrustedCertificate() {
        Optional<Path> testAuthority = Optional.of(Certificate.forThisJvm().authority());
        try (SmtpStub server = SmtpStub.encrypting("127.0.0.1")) {
            assertThat(send(encrypted("127.0.0.1", server, testAuthority), true))
                    .isEqualTo(new DeliveryResult.Delivered());
            assertThat(server.commands().subList(0, 4))
                    .as("no mail command before encryption")
                    .satisfiesExactly(
                            hello -> assertThat(hello).startsWith("EHLO"),
                            ask -> assertThat(ask).isEqualTo("STARTTLS"),
                            encrypted -> assertThat(encrypted).isEqualTo("ENCRYPTED"),
                            again -> assertThat(again).startsWith("EHLO"));
            assertThat(server.mails()).singleElement().asString().contains("Message-ID: <" + ID);
        }
    }

    @Test
    void noMailIsSentToAServerWithAnUntrustedOrMismatchedCertificate() {
        Optional<Path> testAuthority = Optional.of(Certificate.forThisJvm().authority());
        try (SmtpStub unknown = SmtpStub.encrypting("127.0.0.1");
                SmtpStub another = SmtpStub.encrypting("127.0.0.2")) {
            assertThat(send(encrypted("127.0.0.1", unknown, Optional.empty()), true))
                    .isEqualTo(DeliveryResult.later(Cause.NOT_ENCRYPTED));
            assertThat(send(encrypted("127.0.0.2", another, testAuthority), true))
                    .isEqualTo(DeliveryResult.later(Cause.NOT_ENCRYPTED));
            assertThat(List.of(unknown, another)).allSatisfy(server -> {
                assertThat(server.mails()).isEmpty();
                assertThat(server.commands()).contains("STARTTLS").noneMatch(each -> each.startsWith("MAIL"));
            });
        }
    }

    @Test
    void withoutEncryptionOnlyAnAllowedServerIsContacted() {
        try (SmtpStub server = new SmtpStub(Habit.REFUSES_THE_RECIPIENT)) {
            Settings settings = new Settings(server.port(), ChannelSettings.Encryption.NONE, List.of());
            assertThat(send(settings, true)).isEqualTo(new DeliveryResult.ForAPerson(Cause.ADDRESS_NOT_ALLOWED));
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void anUnknownRecipientGivesARejection() {
        try (SmtpStub server = new SmtpStub(Habit.REFUSES_THE_RECIPIENT)) {
            assertThat(send(server.port())).isEqualTo(new DeliveryResult.Rejected(Cause.REFUSED));
        }
    }

    @Test
    void aTemporaryRefusalIsRetried() {
        try (SmtpStub server = new SmtpStub(Habit.IS_FULL_FOR_NOW)) {
            assertThat(send(server.port())).isEqualTo(DeliveryResult.later(Cause.ASKED_TO_WAIT));
        }
    }

    @Test
    void aConnectionLostAfterTheMailGivesAnUnknownResult() {
        try (SmtpStub server = new SmtpStub(Habit.HANGS_UP_AFTER_THE_MAIL)) {
            assertThat(send(server.port())).isEqualTo(new DeliveryResult.Unknown(Cause.CUT_OFF));
            assertThat(send(server.port())).isEqualTo(new DeliveryResult.Unknown(Cause.CUT_OFF));
            assertThat(server.mails())
                    .hasSize(2)
                    .allMatch(mail -> mail.contains("Message-ID: <" + ID + "@triage.example>"));
        }
    }

    @Test
    void aSlowOrSilentServerIsAbandonedAtTheTimeout() {
        for (Habit habit : List.of(Habit.DRIBBLES, Habit.SAYS_NOTHING)) {
            try (SmtpStub server = new SmtpStub(habit)) {
                long began = System.nanoTime();
                assertThat(send(
                                new Settings(server.port(), ChannelSettings.Encryption.NONE, LOOPBACK),
                                true,
                                Duration.ofSeconds(1)))
                        .as("%s", habit)
                        .isInstanceOfAny(DeliveryResult.Unknown.class, DeliveryResult.TryAgain.class);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
            }
        }
    }

    @Test
    void aRefusedConnectionIsRetried() {
        assertThat(send(Ports.next())).isEqualTo(DeliveryResult.later(Cause.NO_CONNECTION));
    }
}
