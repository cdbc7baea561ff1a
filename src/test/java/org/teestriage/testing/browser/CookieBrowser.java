package org.teestriage.testing.browser;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.server.Certificate;
import org.teestriage.testing.server.RealKeycloak;

/** A minimal browser that exposes every cookie and redirect. Cookies are stored by host and port. */
public final class CookieBrowser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"[^>]*method=\"post\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 12;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .sslContext(Certificate.forThisJvm().trusted())
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final List<String> setCookies = new ArrayList<>();
    private final RealKeycloak keycloak;

    public CookieBrowser(RealKeycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** Another window of the same browser, with a copy of the cookies. */
    public CookieBrowser window() {
        CookieBrowser window = new CookieBrowser(keycloak);
        cookies.forEach((host, all) -> window.cookies.put(host, new LinkedHashMap<>(all)));
        return window;
    }

    /** A response and its request URI. */
    public record Seen(URI from, int status, HttpResponse<String> response) {

        public String body() {
            return response.body();
        }

        public URI to() {
            return from.resolve(response.headers().firstValue("Location").orElseThrow());
        }

        /** The form token of the page. */
        public String token() {
            Matcher token = TOKEN.matcher(body());
            if (!token.find()) {
                throw new AssertionError("No form at " + from + ": " + status);
            }
            return token.group(1);
        }

        public boolean asksForPassword() {
            return body().contains("name=\"password\"");
        }

        public boolean asksForCode() {
            return body().contains("name=\"otp\"");
        }
    }

    public Seen get(String path) {
        return send(HttpRequest.newBuilder(URI.create(keycloak.service()).resolve(path))
                .GET());
    }

    /** Waits until the service accepts HTTPS connections, which can be later than its HTTP port. */
    public CookieBrowser awaitService() throws Throwable {
        Eventually.within(
                Duration.ofSeconds(15), () -> assertThatCode(() -> get("/")).doesNotThrowAnyException());
        return this;
    }

    /** Follows redirects to the last response. */
    public Seen visit(String path) {
        return follow(get(path));
    }

    public Seen follow(Seen seen) {
        Seen now = seen;
        for (int i = 0; i < MOST_REDIRECTS && now.status() / 100 == 3; i++) {
            now = send(HttpRequest.newBuilder(now.to()).GET());
        }
        if (now.status() / 100 == 3) {
            throw new AssertionError("Goes round in circles at " + now.from());
        }
        return now;
    }

    /** Submits the form of the page. */
    public Seen submit(Seen page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("No form at " + page.from() + ": " + page.status());
        }
        return send(page.from().resolve(form.group(1).replace("&amp;", "&")), fields);
    }

    /** Sends a form to a page of the service. */
    public Seen post(String path, Map<String, String> fields) {
        return send(URI.create(keycloak.service()).resolve(path), fields);
    }

    private Seen send(URI to, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Opens a page, completes Keycloak's sign-in forms, and returns to the page. */
    public Seen signIn(String user, String path) {
        return follow(enterCode(user, enterPassword(user, visit(path))));
    }

    /** The response to the password, which may ask for a one-time code. */
    public Seen enterPassword(String user, Seen form) {
        return submit(form, Map.of("username", user, "password", RealKeycloak.PASSWORD));
    }

    /** Enters the next one-time code if the page asks for one. */
    public Seen enterCode(String user, Seen page) {
        return page.asksForCode() ? submit(page, Map.of("otp", keycloak.code(user))) : page;
    }

    public Map<String, String> cookies() {
        return cookies.computeIfAbsent(URI.create(keycloak.service()).getAuthority(), host -> new LinkedHashMap<>());
    }

    /** Every Set-Cookie header of the service. */
    public List<String> setCookies() {
        return setCookies;
    }

    private Seen send(HttpRequest.Builder request) {
        URI uri = request.copy().build().uri();
        Map<String, String> mine = cookies.computeIfAbsent(uri.getAuthority(), host -> new LinkedHashMap<>());
        if (!mine.isEmpty()) {
            request.header(
                    "Cookie",
                    mine.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response =
                    HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            for (String set : response.headers().allValues("Set-Cookie")) {
                keep(uri, mine, set);
            }
            return new Seen(uri, response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(URI from, Map<String, String> mine, String set) {
        if (from.getAuthority().equals(URI.create(keycloak.service()).getAuthority())) {
            setCookies.add(set);
        }
        String pair = set.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (set.matches("(?i).*;\\s*max-age=0(;.*)?")
                || HttpCookie.parse(set.replace("__Host-", "")).get(0).hasExpired()) {
            mine.remove(name);
        } else {
            mine.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }
}
