package org.teestriage.directory;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An external organisation that receives letters, from {@code from} (inclusive) until {@code until} (exclusive).
 *
 * @param authority the GSS code, for social care and LADO; {@code null} for the others
 * @param areas the GSS codes of the authorities outside Tees that a police force serves
 * @param alsoKnownAs other names of a platform
 * @param platform the kind of platform, as an XARF term
 * @param fallback the transport to use after delivery by {@code channel} has failed for too long
 * @param secure whether mail may contain personal data; otherwise a mail only announces that a letter waits
 * @param url the address for HTTPS delivery
 * @param format the body of the HTTPS request: the letter with its enclosures, or only the machine-readable document
 * @param secret the name of the environment variable with the key that signs letters and receipts
 * @param receiptWithin how long after sending a receipt may take, before a user follows up
 * @param atOnce the maximum number of concurrent deliveries to this partner
 * @param lastVerified the day of the last confirmation; {@code null} means never
 */
public record Partner(
        String id,
        String name,
        Kind kind,
        @Nullable String authority,
        List<String> areas,
        List<String> alsoKnownAs,
        @Nullable String platform,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Transport channel,
        @Nullable Transport fallback,
        boolean secure,
        @Nullable URI url,
        Format format,
        @Nullable String mailTo,
        @Nullable String secret,
        Duration receiptWithin,
        int atOnce,
        String owner,
        String source,
        @Nullable LocalDate lastVerified) {

    public enum Kind {
        POLICE,
        SOCIAL_CARE,
        CEOP,
        LADO,
        PLATFORM
    }

    public enum Format {
        LETTER,
        DOCUMENT
    }

    /** The types of platform that XARF v4 knows. */
    public static final Set<String> PLATFORM_TYPES =
            Set.of("social_media", "messaging_app", "gaming_platform", "forum", "email", "darkweb", "other");

    private static final Duration RECEIPT_AT_LEAST = Duration.ofMinutes(1);
    private static final int AT_ONCE = 2;

    public Partner {
        Preconditions.text(id, "a partner's id");
        Preconditions.text(name, "the name of partner " + id);
        Preconditions.value(kind, "the kind of partner " + id);
        Preconditions.value(channel, "the channel of partner " + id);
        Preconditions.value(receiptWithin, "receipt-within of partner " + id);
        Preconditions.text(owner, "the owner of partner " + id);
        Preconditions.text(source, "the source of partner " + id);
        areas = areas == null ? List.of() : List.copyOf(areas);
        alsoKnownAs = alsoKnownAs == null ? List.of() : List.copyOf(alsoKnownAs);
        format = format == null ? Format.LETTER : format;
        atOnce = atOnce == 0 ? AT_ONCE : atOnce;
        require(receiptWithin.compareTo(RECEIPT_AT_LEAST) >= 0, id + " needs receipt-within of at least one minute");
        require(atOnce > 0 && atOnce <= 16, id + " needs at-once from 1 to 16");
        require(from == null || until == null || from.isBefore(until), id + " ends before it begins");
        require(
                fallback == null || (channel != Transport.PERSON && fallback != channel),
                id + " has a fallback that does not differ from its channel, or a fallback for a person");
        require(
                platform == null || PLATFORM_TYPES.contains(platform),
                id + " has a platform that is none of " + String.join(", ", new TreeSet<>(PLATFORM_TYPES)));
        boolean posts = channel == Transport.HTTPS || fallback == Transport.HTTPS;
        require(!posts || (url != null && secret != null), id + " uses HTTPS: give url and secret");
        boolean mails = channel == Transport.MAIL || fallback == Transport.MAIL;
        require(!mails || mailTo != null, id + " uses mail: give mail-to");
        require(
                (authority != null) == (kind == Kind.SOCIAL_CARE || kind == Kind.LADO),
                id + " needs an authority if it is social care or a LADO, and otherwise none");
        require(areas.isEmpty() || kind == Kind.POLICE, id + " has areas and is no police force");
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalArgumentException("partner " + otherwise);
        }
    }

    /** Whether it serves the authority with this code. */
    boolean serves(String code) {
        return code.equals(authority) || areas.contains(code);
    }

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    boolean overlaps(Partner other) {
        return (until == null || other.from() == null || other.from().isBefore(until))
                && (other.until() == null || from == null || from.isBefore(other.until()));
    }

    boolean isCalled(String typed) {
        return Stream.concat(Stream.of(name), alsoKnownAs.stream())
                .anyMatch(known -> plain(known).equals(plain(typed)));
    }

    private static String plain(String called) {
        return called.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the partner's entry has the data that this transport needs. */
    public boolean reachableBy(Transport wire) {
        return switch (wire) {
            case HTTPS -> url != null && secret != null;
            case MAIL -> mailTo != null;
            case PERSON -> true;
        };
    }
}
