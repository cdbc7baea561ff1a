package org.teestriage.directory;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside whom the service writes to, from one day until (and not including) another.
 *
 * @param authority whose social care or LADO this is, by GSS code; {@code null} for the others
 * @param alsoKnownAs other names under which people know a platform
 * @param platform what kind of platform it is, in the words of XARF
 * @param fallback the wire that is taken when the first one stays dead
 * @param secure whether personal data may go by mail; without it a mail only says that something waits
 * @param url where letters are posted to
 * @param format what is posted: the letter with its enclosures, or the document for machines alone
 * @param secret the name of the environment variable that holds the key under which letters and receipts are signed
 * @param receiptWithin how long after it was sent a receipt is waited for, before a person chases
 * @param atOnce how many letters are under way to this partner at the same moment, at most
 * @param lastVerified the day somebody last confirmed it; {@code null} means never
 */
public record Partner(
        String id,
        String name,
        Kind kind,
        @Nullable String authority,
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

    /** What a partner is to the service. */
    public enum Kind {
        POLICE,
        SOCIAL_CARE,
        CEOP,
        LADO,
        PLATFORM
    }

    /** What is posted to a partner by HTTPS. */
    public enum Format {
        LETTER,
        DOCUMENT
    }

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
        alsoKnownAs = alsoKnownAs == null ? List.of() : List.copyOf(alsoKnownAs);
        format = format == null ? Format.LETTER : format;
        atOnce = atOnce == 0 ? AT_ONCE : atOnce;
        require(receiptWithin.compareTo(RECEIPT_AT_LEAST) >= 0, id + " has less than a minute to answer");
        require(atOnce > 0 && atOnce <= 16, id + " takes from 1 to 16 letters at once");
        require(from == null || until == null || from.isBefore(until), id + " ends before it begins");
        require(
                fallback == null || (channel != Transport.PERSON && fallback != channel),
                id + " falls back on the same");
        boolean posts = channel == Transport.HTTPS || fallback == Transport.HTTPS;
        require(!posts || (url != null && secret != null), id + " is posted to: give its url and secret");
        boolean mails = channel == Transport.MAIL || fallback == Transport.MAIL;
        require(!mails || mailTo != null, id + " gets mail: give mail-to");
        require((authority != null) == (kind == Kind.SOCIAL_CARE || kind == Kind.LADO), id + " and its authority");
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalArgumentException("partner " + otherwise);
        }
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

    /** Whether letters can go this way with what is known of the partner. */
    public boolean reachableBy(Transport wire) {
        return switch (wire) {
            case HTTPS -> url != null && secret != null;
            case MAIL -> mailTo != null;
            case PERSON -> true;
        };
    }
}
