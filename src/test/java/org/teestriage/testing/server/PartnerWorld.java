package org.teestriage.testing.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fictitious partners with real servers: an HTTP server with configurable faults, and a mail server. */
public final class PartnerWorld implements QuarkusTestResourceLifecycleManager {

    public static final String SECRET = "a-key-for-tests-only-0123456789abcdef";

    private static @Nullable HttpStub http;
    private static @Nullable GreenMail mail;
    private static int unusedPort;

    /** The HTTP server of the partners. */
    public static HttpStub http() {
        return Objects.requireNonNull(http);
    }

    public static GreenMail mail() {
        return Objects.requireNonNull(mail);
    }

    /** The port of the partner of Redcar and Cleveland; no server listens there unless a test starts one. */
    public static int unusedPort() {
        return unusedPort;
    }

    @Override
    public Map<String, String> start() {
        http = new HttpStub(0);
        unusedPort = Ports.next();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
        try {
            Path folder = Files.createTempDirectory("partners");
            Files.writeString(folder.resolve("partners.yaml"), partners());
            Files.writeString(folder.resolve("platforms.yaml"), platforms());
            Map<String, String> settings = new HashMap<>();
            settings.put(
                    "tees-triage.partners-file", folder.resolve("partners.yaml").toString());
            settings.put(
                    "tees-triage.platforms-file",
                    folder.resolve("platforms.yaml").toString());
            settings.put("tees-triage.delivery.attempt-timeout", "2S");
            settings.put("tees-triage.channel.private-addresses-allowed", "127.0.0.1");
            settings.put("tees-triage.channel.mail.host", "127.0.0.1");
            settings.put(
                    "tees-triage.channel.mail.port",
                    String.valueOf(mail.getSmtp().getPort()));
            settings.put("tees-triage.channel.mail.from", "hub@triage.example");
            settings.put("tees-triage.channel.mail.encryption", "NONE");
            settings.put("tees-triage.reports.organisation", "Made Up Hub");
            settings.put("tees-triage.reports.contact", "abuse@triage.example");
            settings.put("tees-triage.reports.domain", "triage.example");
            settings.put("test.partner.key", SECRET);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String partners() {
        return "partners:\n"
                + https("police", "Cleveland Police", "police", "", http().port(), "PT2H", "")
                + https(
                        "social-care-1",
                        "Children's social care of Hartlepool",
                        "social_care",
                        "E06000001",
                        http().port(),
                        "PT24H",
                        "")
                + https(
                        "social-care-2",
                        "Children's social care of Middlesbrough",
                        "social_care",
                        "E06000002",
                        http().port(),
                        "PT24H",
                        ", fallback: mail, mail-to: care@middlesbrough.example, secure: true")
                + https(
                        "social-care-3",
                        "Children's social care of Redcar and Cleveland",
                        "social_care",
                        "E06000003",
                        unusedPort,
                        "PT24H",
                        "")
                + "  - {id: social-care-4, name: Children's social care of Stockton-on-Tees, kind: social_care,"
                + " authority: E06000004, channel: https, url: 'https://10.1.2.3/letters', secret: test.partner.key,"
                + " receipt-within: PT24H, owner: none, source: made up}\n"
                + "  - {id: ceop, name: CEOP, kind: ceop, channel: mail, mail-to: desk@ceop.example, receipt-within: PT24H,"
                + " owner: none, source: made up}\n"
                + "  - {id: lado-2, name: LADO of Middlesbrough, kind: lado, authority: E06000002, channel: mail,"
                + " mail-to: lado@middlesbrough.example, secure: true, receipt-within: PT24H, owner: none, source: made up}\n";
    }

    private static String platforms() {
        return "partners:\n"
                + "  - {id: any-platform, name: The platform, kind: platform, platform: other, channel: person,"
                + " receipt-within: PT72H, owner: none, source: made up}\n"
                + https(
                        "blockquest",
                        "BlockQuest",
                        "platform",
                        "",
                        http().port(),
                        "PT72H",
                        ", platform: gaming_platform, format: document, also-known-as: [BQ]");
    }

    private static String https(
            String id, String name, String kind, String authority, int port, String within, String more) {
        return "  - {id: %s, name: \"%s\", kind: %s,%s channel: https, url: 'http://127.0.0.1:%d/%s', secret: test.partner.key, receipt-within: %s, owner: none, source: made up%s}\n"
                .formatted(
                        id,
                        name,
                        kind,
                        authority.isEmpty() ? "" : " authority: " + authority + ",",
                        port,
                        id,
                        within,
                        more);
    }

    @Override
    public void stop() {
        http().close();
        mail().stop();
    }
}
