package org.teestriage.letter.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Concern;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.directory.Partner;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.text.Visible;

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
        @Nullable String domain,
        @JsonProperty("verification_method") String verificationMethod,
        @JsonProperty("exploitation_type") String exploitationType,
        @JsonProperty("detection_method") String detectionMethod,
        @Nullable String platform,
        @JsonProperty("perpetrator_indicators") @Nullable Indicators perpetratorIndicators,
        String description) {

    record Indicators(@JsonProperty("account_id") String accountId) {}

    /** The only form of a domain that the published schema permits: no encoded name (xn--), no IP address. */
    private static final Pattern PLAIN_DOMAIN = Pattern.compile("(?:[a-z0-9]++(?:-[a-z0-9]++)*+\\.)+[a-z]{2,}");

    private static final Set<String> EXPLOITATION =
            Set.of("grooming", "solicitation", "sextortion", "trafficking", "distribution", "production", "possession");
    private static final int LONGEST_DESCRIPTION = 1_000;

    Xarf {
        require(xarfVersion.matches("4\\.[0-9]+\\.[0-9]+"), "xarf_version");
        require(UUID.fromString(reportId).version() == 4, "report_id");
        require(domain == null || PLAIN_DOMAIN.matcher(domain).matches(), "domain");
        require(category.equals("content") && type.equals("csem"), "type");
        require(EXPLOITATION.contains(exploitationType), "exploitation_type");
        require(platform == null || Partner.PLATFORM_TYPES.contains(platform), "platform");
        require(description.length() <= LONGEST_DESCRIPTION, "description");
    }

    /** A report, or the reason why there is none, which continues a sentence. */
    record Outcome(@Nullable Xarf report, String whyNone) {

        List<Attachment> sheets() {
            return report == null ? List.of() : List.of(report.sheet());
        }
    }

    private static void require(boolean kept, String field) {
        if (!kept) {
            throw new IllegalArgumentException("not XARF: " + field);
        }
    }

    /** The report of one account, if it has a web address, the harm is sexual and the sender is configured. */
    static Outcome of(
            Concern concern, OnlineIdentity account, Partner platform, @Nullable ReportingOrganisation ourselves) {
        Optional<String> exploitation = exploitation(concern.facts().kinds());
        if (exploitation.isEmpty()) {
            return new Outcome(
                    null, "the format is for sexual exploitation, and no kind of harm that was told is sexual");
        }
        if (ourselves == null) {
            return new Outcome(null, "the hub has no organisation and address set for such reports");
        }
        WebAddress.Reading read = WebAddress.read(account.profileUrl());
        WebAddress address = read.address();
        if (address == null) {
            return new Outcome(null, read.fault());
        }
        String handle = handle(account);
        return new Outcome(
                new Xarf(
                        "4.0.0",
                        UUID.randomUUID().toString(),
                        when(concern, account),
                        ourselves,
                        ourselves,
                        address.host(),
                        "content",
                        "csem",
                        address.uri(),
                        PLAIN_DOMAIN.matcher(address.host()).matches() ? address.host() : null,
                        "user_report",
                        exploitation.get(),
                        "user_report",
                        platform.platform(),
                        handle.isEmpty() ? null : new Indicators(handle),
                        "A child protection professional reports this account. Our reference: " + concern.reference()),
                "");
    }

    private static String handle(OnlineIdentity account) {
        String typed = account.handle();
        return typed == null ? "" : Visible.withPlainSpaces(typed).strip();
    }

    /** The day of the last known contact, else of the first, else the time when the concern was received. */
    private static String when(Concern concern, OnlineIdentity account) {
        LocalDate day = account.lastContact() == null ? account.firstContact() : account.lastContact();
        return day == null
                ? concern.receivedAt().toString()
                : day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }

    private static Optional<String> exploitation(Set<HarmKind> kinds) {
        if (kinds.stream().anyMatch(HarmKind::blackmail)) {
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
