package org.teestriage.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.directory.Partner.Kind;

class PartnersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 22);
    private static final String LINE = "receipt-within: PT2H, owner: none, source: made up";
    private static final String POLICE =
            "  - {id: police, name: Police, kind: police, channel: person, " + LINE + "}\n";
    private static final String CEOP = "  - {id: ceop, name: CEOP, kind: ceop, channel: person, " + LINE + "}\n";
    private static final String PLATFORMS =
            "partners:\n  - {id: any-platform, name: Any, kind: platform, channel: person, " + LINE + "}\n";

    private static Partners partners(String more) {
        return Partners.read(stream("partners:\n" + POLICE + CEOP + more), stream(PLATFORMS));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Partners shipped() throws IOException {
        try (InputStream partners = Files.newInputStream(Path.of("config/partners.yaml"));
                InputStream platforms = Files.newInputStream(Path.of("config/platforms.yaml"))) {
            return Partners.read(partners, platforms);
        }
    }

    @Test
    void shippedPartnersHaveNoAddressAndAreContactedByAPerson() throws IOException {
        assertThat(shipped().on(TODAY)).isNotEmpty().allSatisfy(partner -> {
            assertThat(partner.channel()).as(partner.id()).isEqualTo(Transport.PERSON);
            assertThat(partner.url()).as(partner.id()).isNull();
            assertThat(partner.mailTo()).as(partner.id()).isNull();
            assertThat(partner.lastVerified()).as(partner.id()).isNull();
        });
    }

    @Test
    void everyTeesAuthorityHasASocialCarePartnerAndALado() throws IOException {
        Partners shipped = shipped();
        for (String authority : List.of("E06000001", "E06000002", "E06000003", "E06000004")) {
            assertThat(shipped.of(Kind.SOCIAL_CARE, authority, TODAY)).isPresent();
            assertThat(shipped.of(Kind.LADO, authority, TODAY)).isPresent();
        }
        assertThat(shipped.of(Kind.LADO, "E06000047", TODAY)).isEmpty();
        assertThat(shipped.only(Kind.POLICE, TODAY).name()).isEqualTo("Cleveland Police");
    }

    @Test
    void aPlatformIsFoundByAnyOfItsNamesAndOthersUseTheDefault() throws IOException {
        Partners shipped = shipped();
        assertThat(shipped.platform(" SNAP ", TODAY).id()).isEqualTo("snapchat");
        assertThat(shipped.platform("Snapchat", TODAY).id()).isEqualTo("snapchat");
        Partner other = shipped.platform("BlockQuest", TODAY);
        assertThat(shipped.stands(other)).isTrue();
        assertThat(shipped.stands(shipped.platform("Snap", TODAY))).isFalse();
    }

    @Test
    void aChangedPartnerAppliesFromItsDate() {
        Partners dated =
                partners("  - {id: lado-1, name: Old, kind: lado, authority: E1, channel: person, until: 2026-09-22, "
                        + LINE
                        + "}\n  - {id: lado-1, name: New, kind: lado, authority: E1, channel: person, from: 2026-09-22, "
                        + LINE + "}\n");
        assertThat(dated.find("lado-1", TODAY.minusDays(1)).orElseThrow().name())
                .isEqualTo("Old");
        assertThat(dated.find("lado-1", TODAY).orElseThrow().name()).isEqualTo("New");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: a, name: A, kind: lado, authority: E1, channel: https, LINE} | uses HTTPS: give url and secret",
                "{id: a, name: A, kind: lado, authority: E1, channel: mail, LINE} | uses mail: give mail-to",
                "{id: a, name: A, kind: lado, authority: E1, channel: person, fallback: mail, mail-to: a@b, LINE} | has a fallback that does not differ from its channel",
                "{id: a, name: A, kind: lado, authority: E1, channel: mail, fallback: mail, mail-to: a@b, LINE} | has a fallback that does not differ from its channel",
                "{id: a, name: A, kind: lado, channel: person, LINE} | a needs an authority",
                "{id: a, name: A, kind: ceop, channel: person, LINE} | not exactly one partner of the kind CEOP",
                "{id: police, name: A, kind: police, channel: person, LINE} | defined twice for the same day",
                "{id: a, name: A, kind: lado, authority: E1, channel: pigeon, LINE} | partners.yaml cannot be used",
                "{id: a, name: A, kind: lado, authority: E1, channel: person, at-once: 99, LINE} | from 1 to 16",
                "{id: a, name: A, kind: platform, platform: games, channel: person, LINE} | a has a platform that is none of darkweb, email,",
                "{id: a, kind: lado, authority: E1, channel: person, LINE} | the name of partner a is missing",
                "{id: a, name: A, kind: lado, authority: E1, channel: person, colour: red, LINE} | partners.yaml cannot be used"
            })
    void invalidPartnersAreRefused(String entry, String message) {
        assertThatThrownBy(() -> partners("  - " + entry.replace("LINE", LINE) + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
