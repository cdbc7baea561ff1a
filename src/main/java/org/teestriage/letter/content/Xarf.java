package org.teestriage.letter.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Concern;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.directory.Partner;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.persistence.Json;

/**
 * Machine-readable report to a platform: XARF v4, class content, type csem (child sexual exploitation material). Never
 * the type that grades images, because a person would have to view them; never a payload; no data about a child. XARF
 * requires a web address: an event inside an app is reported as plain text only, not under an invented address.
 */
record Xarf(
        @JsonProperty("xarf_version") String xarfVersion,
        @JsonProperty("report_id") String reportId,
        String timestamp,
        ReportingOrganisation reporter,
        ReportingOrganisation sender,
        @JsonProperty("source_identifier") String sourceIdentifier,
        String category,
        String type,
        String url,
        String domain,
        @JsonProperty("verification_method") String verificationMethod,
        @JsonProperty("exploitation_type") String exploitationType,
        @JsonProperty("detection_method") String detectionMethod,
        @Nullable String platform,
        @JsonProperty("perpetrator_indicators") @Nullable Indicators perpetratorIndicators,
        String description) {

    record Indicators(@JsonProperty("account_id") String accountId) {}

    /** One label of a host name. */
    private static final Pattern LABEL = Pattern.compile("(?!-)[a-z0-9-]+(?<!-)");

    private static final Set<String> EXPLOITATION =
            Set.of("grooming", "solicitation", "sextortion", "trafficking", "distribution", "production", "possession");
    private static final Set<String> PLATFORMS =
            Set.of("social_media", "messaging_app", "gaming_platform", "forum", "email", "darkweb", "other");
    private static final int LONGEST_DESCRIPTION = 1_000;

    Xarf {
        require(xarfVersion.matches("4\\.[0-9]+\\.[0-9]+"), "xarf_version");
        require(UUID.fromString(reportId).version() == 4, "report_id");
        require(isDomain(domain), "domain");
        require(category.equals("content") && type.equals("csem"), "type");
        require(EXPLOITATION.contains(exploitationType), "exploitation_type");
        require(platform == null || PLATFORMS.contains(platform), "platform");
        require(description.length() <= LONGEST_DESCRIPTION, "description");
    }

    private static void require(boolean kept, String field) {
        if (!kept) {
            throw new IllegalArgumentException("not XARF: " + field);
        }
    }

    /**
     * The report of one account; empty unless it has a web address, the harm is sexual and the reporting organisation
     * is set.
     */
    static Optional<Xarf> of(
            Concern concern, OnlineIdentity account, Partner platform, @Nullable ReportingOrganisation ourselves) {
        Optional<String> domain = domain(account.profileUrl());
        Optional<String> exploitation = exploitation(concern.facts().kinds());
        if (ourselves == null || domain.isEmpty() || exploitation.isEmpty()) {
            return Optional.empty();
        }
        String handle = account.handle();
        return Optional.of(new Xarf(
                "4.0.0",
                UUID.randomUUID().toString(),
                when(concern, account),
                ourselves,
                ourselves,
                domain.get(),
                "content",
                "csem",
                String.valueOf(account.profileUrl()).strip(),
                domain.get(),
                "user_report",
                exploitation.get(),
                "user_report",
                platform.platform(),
                handle == null || handle.isBlank() ? null : new Indicators(handle),
                "A child protection professional reports this account. Our reference: " + concern.reference()));
    }

    /** The day of the last known contact, else of the first, else the time when the concern was received. */
    private static String when(Concern concern, OnlineIdentity account) {
        LocalDate day = account.lastContact() == null ? account.firstContact() : account.lastContact();
        return day == null
                ? concern.receivedAt().toString()
                : day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }

    private static boolean isDomain(String host) {
        String[] labels = host.split("\\.", -1);
        return labels.length > 1
                && Stream.of(labels).allMatch(label -> LABEL.matcher(label).matches());
    }

    /** Parses the address as text. Never resolves the name and never requests the page. */
    private static Optional<String> domain(@Nullable String url) {
        if (url == null) {
            return Optional.empty();
        }
        try {
            URI read = new URI(url.strip());
            boolean web = "https".equalsIgnoreCase(read.getScheme()) || "http".equalsIgnoreCase(read.getScheme());
            return web
                    ? Optional.ofNullable(read.getHost())
                            .map(host -> host.toLowerCase(Locale.ROOT))
                            .filter(Xarf::isDomain)
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> exploitation(Set<HarmKind> kinds) {
        if (kinds.contains(HarmKind.SEXTORTION)) {
            return Optional.of("sextortion");
        }
        if (kinds.contains(HarmKind.GROOMING)) {
            return Optional.of("grooming");
        }
        if (kinds.contains(HarmKind.LIVESTREAM)) {
            return Optional.of("production");
        }
        if (kinds.contains(HarmKind.IMAGE_SHARING) || kinds.contains(HarmKind.AI_MADE_IMAGERY)) {
            return Optional.of("distribution");
        }
        return kinds.stream().anyMatch(HarmKind::sexual) ? Optional.of("solicitation") : Optional.empty();
    }

    Attachment sheet() {
        return new Attachment("xarf.json", "application/json", Json.write(this).getBytes(StandardCharsets.UTF_8));
    }
}
