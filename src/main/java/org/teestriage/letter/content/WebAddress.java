package org.teestriage.letter.content;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.Visible;

/**
 * A web address as people type it, converted to a URI (RFC 3986). Handled as text only: the name is never resolved and
 * the page never requested.
 *
 * @param uri with the host in ASCII, and every character that a URI excludes percent-encoded
 * @param host a name in lower case and ASCII, or an IP address without brackets
 */
record WebAddress(String uri, String host) {

    /** An address, or the reason why it cannot be used, which continues a sentence. */
    record Reading(@Nullable WebAddress address, String fault) {

        private static Reading fault(String fault) {
            return new Reading(null, fault);
        }
    }

    private static final Reading ABSENT = Reading.fault("no web address of the account is known");
    private static final Reading NOT_WEB =
            Reading.fault("the profile address is not a web address, which begins with https:// or http://");
    private static final Reading NO_HOST =
            Reading.fault("the profile address has no host name that can exist, such as www.example.com");
    private static final Reading SEVERAL = Reading.fault("the profile address holds more than one web address");
    private static final Reading AMBIGUOUS =
            Reading.fault("the host name of the profile address has a letter with two encodings (ß or ς)");

    /** Spellings that keep programs from making a link of an address. */
    private static final Pattern DEFANGED_DOT =
            Pattern.compile(" ?[\\[({] ?(?:\\.|dot) ?[\\])}] ?", Pattern.CASE_INSENSITIVE);

    private static final Pattern DEFANGED_SEPARATOR = Pattern.compile("[\\[({](:(?://)?|//?)[\\])}]");
    private static final Pattern DEFANGED_SCHEME =
            Pattern.compile("^h(?:xx|\\*\\*|__|tx|xt)p(s?)(?=:)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENCLOSING = Pattern.compile("^[<\"'“‘(]++|[>\"'”’,;.]++$");
    private static final String MARK = "(?:https?:[/\\\\]{2}|www\\.)";
    private static final Pattern BEGINNING = Pattern.compile("(?<![^ ,;])" + MARK, Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB = Pattern.compile("(https?):[/\\\\]{2}(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHOUT_SCHEME = Pattern.compile("(?:www\\.|[^/?#:@ ]+/).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile("([^/?#\\\\]*+)([^?#]*+)(\\?[^#]*+)?(#.*+)?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:(.*)@)?+(\\[[0-9A-Fa-f:.]++]|[^:\\[\\]@]*+)(:[0-9]*+)?");

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern LABEL = Pattern.compile("(?!-)[a-z0-9_-]{1,63}(?<!-)");
    private static final int LONGEST_NAME = 253;
    private static final int HIGHEST_PORT = 65_535;

    private static final String IN_USER = "-._~!$&'()*+,;=:";
    private static final String IN_PATH = IN_USER + "@/";
    private static final String IN_QUERY = IN_PATH + "?";

    static Reading read(@Nullable String typed) {
        List<String> lines = Stream.ofNullable(typed)
                .flatMap(String::lines)
                .map(WebAddress::plain)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return ABSENT;
        }
        List<String> marked =
                lines.stream().filter(line -> BEGINNING.matcher(line).find()).toList();
        if (BEGINNING.matcher(String.join(" ", marked)).results().count() > 1) {
            return SEVERAL;
        }
        return readLine(marked.isEmpty() ? lines.get(0) : marked.get(0));
    }

    private static String plain(String line) {
        String plain = Visible.withPlainSpaces(line).strip();
        plain = ENCLOSING.matcher(plain).replaceAll("");
        plain = DEFANGED_SEPARATOR.matcher(plain).replaceAll("$1");
        plain = DEFANGED_DOT.matcher(plain).replaceAll(".");
        return DEFANGED_SCHEME.matcher(plain).replaceFirst("http$1");
    }

    private static Reading readLine(String line) {
        Matcher web = WEB.matcher(line);
        if (web.matches()) {
            return readAfterScheme(web.group(1).toLowerCase(Locale.ROOT), web.group(2));
        }
        return WITHOUT_SCHEME.matcher(line).matches() ? readAfterScheme("https", line) : NOT_WEB;
    }

    private static Reading readAfterScheme(String scheme, String rest) {
        Matcher parts = PARTS.matcher(rest);
        Matcher authority = AUTHORITY.matcher(parts.matches() ? parts.group(1) : "");
        if (!authority.matches() || !isPort(authority.group(3))) {
            return NO_HOST;
        }
        String typedHost = authority.group(2);
        if (typedHost.matches(".*[ßẞς].*")) {
            return AMBIGUOUS;
        }
        Optional<String> host = typedHost.startsWith("[") ? ipv6(typedHost) : name(typedHost);
        String path = parts.group(2).replace('\\', '/');
        return host.map(known -> new WebAddress(
                        scheme
                                + "://"
                                + (authority.group(1) == null ? "" : encoded(authority.group(1), IN_USER) + "@")
                                + known
                                + port(authority.group(3))
                                + encoded(path, IN_PATH)
                                + marked('?', parts.group(3))
                                + marked('#', parts.group(4)),
                        known.startsWith("[") ? known.substring(1, known.length() - 1) : known))
                .map(address -> new Reading(address, ""))
                .orElse(NO_HOST);
    }

    private static boolean isPort(@Nullable String typed) {
        return typed == null
                || typed.length() == 1
                || (typed.length() <= 6 && Integer.parseInt(typed.substring(1)) <= HIGHEST_PORT);
    }

    private static String port(@Nullable String typed) {
        return typed == null || typed.length() == 1 ? "" : typed;
    }

    private static Optional<String> ipv6(String typed) {
        try {
            return Optional.ofNullable(new URI("http", typed, "/", null).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(String typed) {
        String ascii;
        try {
            ascii = IDN.toASCII(typed, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
        String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        List<String> labels = List.of(host.split("\\.", -1));
        boolean named = labels.size() > 1
                && host.length() <= LONGEST_NAME
                && labels.stream().allMatch(label -> LABEL.matcher(label).matches())
                && Character.isLetter(labels.get(labels.size() - 1).charAt(0));
        return named || IPV4.matcher(host).matches() ? Optional.of(host) : Optional.empty();
    }

    private static String marked(char mark, @Nullable String part) {
        return part == null ? "" : mark + encoded(part.substring(1), IN_QUERY);
    }

    /** Keeps what is percent-encoded already. */
    private static String encoded(String part, String allowed) {
        StringBuilder encoded = new StringBuilder();
        part.codePoints().forEach(letter -> {
            if ((letter < 0x80 && Character.isLetterOrDigit(letter)) || allowed.indexOf(letter) >= 0 || letter == '%') {
                encoded.appendCodePoint(letter);
            } else {
                for (byte each : Character.toString(letter).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append("%%%02X".formatted(each));
                }
            }
        });
        return encoded.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }
}
