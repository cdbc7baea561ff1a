package org.teestriage.letter.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Concern;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.directory.Partner;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.PlainConcerns;
import org.teestriage.testing.ShippedConfig;

class XarfTest {

    private static final ReportingOrganisation HUB =
            new ReportingOrganisation("Made Up Hub", "abuse@example.org", "example.org");
    private static final List<Partner> PLATFORMS = ShippedConfig.partners().on(LocalDate.of(2026, 9, 22)).stream()
            .filter(partner -> partner.kind() == Partner.Kind.PLATFORM)
            .toList();
    private static final Partner DISCORD = ShippedConfig.partners().platform("Discord", LocalDate.of(2026, 9, 22));
    private static final String GROOMING = "GROOMING";
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream file =
                Objects.requireNonNull(XarfTest.class.getResourceAsStream("/xarf/content-csem.schema.json"))) {
            return SchemaRegistry.withDialect(
                            Dialects.getDraft202012(),
                            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build()))
                    .getSchema(Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), JsonNode.class));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static WholeLetter letter(
            String kind, String identity, Partner platform, @Nullable ReportingOrganisation sender) {
        Concern concern = PlainConcerns.atTheChub("""
                    kinds: [%s]
                    suspects: [{identities: [%s]}]
                    """.formatted(kind, identity));
        return PlatformLetter.of(PartnerView.of(concern, List.of(), Redaction.NOTHING), 1, platform, sender);
    }

    private static WholeLetter letter(String profileUrl) {
        return letter(
                GROOMING,
                "{platform: BlockQuest, displayName: Alex, profileUrl: %s}".formatted(Json.write(profileUrl)),
                DISCORD,
                HUB);
    }

    private static JsonNode file(WholeLetter letter) {
        assertThat(letter.text()).doesNotContain("XARF");
        assertThat(letter.enclosures()).extracting(Attachment::name).containsExactly("xarf.json");
        JsonNode file =
                Json.read(new String(letter.enclosures().get(0).content(), StandardCharsets.UTF_8), JsonNode.class);
        assertThat(SCHEMA.validate(file)).isEmpty();
        return file;
    }

    private static Stream<Arguments> addresses() {
        return """
            https://block-quest.example/u/alex → https://block-quest.example/u/alex
            https://Block-Quest.example/u/Alex → https://block-quest.example/u/Alex
            HTTP://block-quest.example:8080/?q=1#a → http://block-quest.example:8080/?q=1#a
            https://block-quest.example → https://block-quest.example
            block-quest.example/u/alex → https://block-quest.example/u/alex
            www.block-quest.example → https://www.block-quest.example
            https://block-quest.example/u/alex plays → https://block-quest.example/u/alex%20plays
            https://block-quest.example/u/zoë → https://block-quest.example/u/zo%C3%AB
            https://block-quest.example/u/zo%C3%AB → https://block-quest.example/u/zo%C3%AB
            https://block-quest.example/100% → https://block-quest.example/100%25
            https://block-quest.example/ñ?имя=[а|б] → https://block-quest.example/%C3%B1?%D0%B8%D0%BC%D1%8F=%5B%D0%B0%7C%D0%B1%5D
            https://block-quest.example/u/😀 → https://block-quest.example/u/%F0%9F%98%80
            https://block-quest.example/a|b[c]{d}^`e`"f"#g#h → https://block-quest.example/a%7Cb%5Bc%5D%7Bd%7D%5E%60e%60%22f%22#g%23h
            https:\\\\block-quest.example\\profile\\alex → https://block-quest.example/profile/alex
            https://block-quest.example./u/alex → https://block-quest.example/u/alex
            https://under_score.block-quest.example/u → https://under_score.block-quest.example/u
            https://münchen.example/u → https://xn--mnchen-3ya.example/u
            https://пример.рф/u → https://xn--e1afmkfd.xn--p1ai/u
            https://block-quest。example/u → https://block-quest.example/u
            https://192.0.2.7/u → https://192.0.2.7/u
            https://[2001:DB8::7]:8443/u → https://[2001:db8::7]:8443/u
            https://shop.example@block-quest.example/u → https://shop.example@block-quest.example/u
            hxxps://block-quest[.]example/u → https://block-quest.example/u
            hXXp://block-quest [dot] example/u → http://block-quest.example/u
            h**ps[:]//block-quest(.)example/u → https://block-quest.example/u
            hxxps[://]block-quest{.}example/u → https://block-quest.example/u
            <https://block-quest.example/u/alex>. → https://block-quest.example/u/alex
            "https://block-quest.example/u/alex", → https://block-quest.example/u/alex
            https://block-quest.example/?from=https://shop.example → https://block-quest.example/?from=https://shop.example
            """.lines().map(line -> line.split(" → ")).map(pair -> Arguments.of(pair[0], pair[1]));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anAddressAsTypedIsReportedAsAUri(String typed, String uri) {
        assertThat(file(letter(typed)).get("url").asText()).isEqualTo(uri);
        assertThat(file(letter("\u00a0\u200b" + typed + "\u2009\n")).get("url").asText())
                .isEqualTo(uri);
        assertThat(file(letter("His second account:\n" + typed.replaceFirst("^(?!www|[hH<\"])", "https://") + "\n"))
                        .get("url")
                        .asText())
                .isEqualTo(uri);
    }

    @Test
    void theDomainIsLeftOutWhereThePublishedSchemaRefusesIt() {
        JsonNode plain = file(letter("https://Block-Quest.example/u"));
        assertThat(plain.get("domain").asText()).isEqualTo("block-quest.example");
        assertThat(plain.get("source_identifier").asText()).isEqualTo("block-quest.example");
        for (String host : List.of("xn--mnchen-3ya.example", "192.0.2.7", "a--b.example")) {
            JsonNode other = file(letter("https://" + host + "/u"));
            assertThat(other.has("domain")).as(host).isFalse();
            assertThat(other.get("source_identifier").asText()).isEqualTo(host);
        }
        assertThat(file(letter("https://[2001:db8::7]/u"))
                        .get("source_identifier")
                        .asText())
                .isEqualTo("2001:db8::7");
    }

    private static Stream<Arguments> unreadable() {
        return """
            → no web address of the account is known
            alex_plays_99 → is not a web address
            in the game BlockQuest → is not a web address
            discord://guild/7 → is not a web address
            mailto:alex@block-quest.example → is not a web address
            https:// → no host name that can exist
            https://blockquest/u → no host name that can exist
            he/she → no host name that can exist
            https://block quest.example/u → no host name that can exist
            https://-.example/u → no host name that can exist
            https://block-quest..example/u → no host name that can exist
            https://999.1.1.1/u → no host name that can exist
            https://block-quest.example:99999/u → no host name that can exist
            https://block-quest.example:x/u → no host name that can exist
            https://[::g]/u → no host name that can exist
            https://straße.example/u → has a letter with two encodings
            https://block-quest.example/u https://shop.example/v → more than one web address
            https://block-quest.example/u, www.shop.example → more than one web address
            """.lines().map(line -> line.split("→ ")).map(pair -> Arguments.of(pair[0].strip(), pair[1]));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void withoutAReadableAddressTheLetterSaysWhyThereIsNoFile(String typed, String why) {
        WholeLetter letter = letter(typed);
        assertThat(letter.enclosures()).isEmpty();
        assertThat(letter.text().lines().filter(line -> line.startsWith("No file in the format XARF is enclosed: ")))
                .singleElement(STRING)
                .contains(why);
    }

    @Test
    void twoAddressesOnTwoLinesGiveNoFile() {
        assertThat(letter("https://block-quest.example/u\nhttps://shop.example/v")
                        .text())
                .contains("more than one web address");
    }

    @ParameterizedTest
    @EnumSource(HarmKind.class)
    void everyKindOfSexualHarmGivesAFileAndEveryOtherSaysWhyNot(HarmKind kind) {
        WholeLetter letter = letter(
                kind.name(), "{platform: BlockQuest, profileUrl: 'https://block-quest.example/u'}", DISCORD, HUB);
        if (kind.sexual()) {
            file(letter);
        } else {
            assertThat(letter.enclosures()).isEmpty();
            assertThat(letter.text()).contains("no kind of harm that was told is sexual");
        }
    }

    @Test
    void aHandleIsTrimmedAndABlankOneLeftOut() {
        assertThat(file(letter(GROOMING, account("\u00a0 alex plays\u200b "), DISCORD, HUB))
                        .at("/perpetrator_indicators/account_id")
                        .asText())
                .isEqualTo("alex plays");
        assertThat(file(letter(GROOMING, account(" \u2009"), DISCORD, HUB)).has("perpetrator_indicators"))
                .isFalse();
    }

    private static String account(String handle) {
        return "{platform: BlockQuest, displayName: Alex, handle: %s, profileUrl: 'https://block-quest.example/u'}"
                .formatted(Json.write(handle));
    }

    @Test
    void everyShippedPlatformGivesAValidFile() {
        assertThat(PLATFORMS).isNotEmpty().allSatisfy(platform -> assertThat(
                        file(letter(GROOMING, account("alex"), platform, HUB)).has("platform"))
                .isEqualTo(platform.platform() != null));
    }

    @Test
    void withoutASenderTheLetterSaysSo() {
        assertThat(letter(GROOMING, account("alex"), DISCORD, null).text())
                .contains("the hub has no organisation and address set for such reports");
    }

    @Test
    void aSenderThatTheFormatRefusesIsRefused() {
        assertThatThrownBy(() -> new ReportingOrganisation("Made Up Hub", "the office", "triage.example"))
                .hasMessageContaining("tees-triage.reports.contact");
        assertThatThrownBy(() -> new ReportingOrganisation("Made Up Hub", "abuse@triage.example", "https://a.example"))
                .hasMessageContaining("tees-triage.reports.domain");
        assertThatThrownBy(() -> new ReportingOrganisation("x".repeat(201), "abuse@triage.example", "triage.example"))
                .hasMessageContaining("tees-triage.reports.organisation");
    }
}
