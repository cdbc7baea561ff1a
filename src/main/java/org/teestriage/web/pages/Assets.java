package org.teestriage.web.pages;

import io.quarkus.qute.TemplateGlobal;
import io.vertx.ext.web.Router;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.teestriage.platform.document.Sha256;

/**
 * Scripts, and one style sheet from GOV.UK, MOJ and project styles, without the font licensed to gov.uk services only.
 * The path contains a hash of the content, so browsers cache the files permanently.
 */
@Path("/assets/{stamp}/{file}")
public class Assets {

    private static final String GOVUK = "META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
    private static final List<String> SHEETS = List.of(
            GOVUK + "govuk-frontend.min.css",
            "META-INF/resources/webjars/ministryofjustice__frontend/7.1.0/moj/moj-frontend.min.css",
            "tees-triage.css");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");

    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "style.css",
            SHEETS.stream()
                    .map(Assets::read)
                    .collect(Collectors.joining("\n"))
                    .replaceAll("@font-face\\{[^}]*}", "")
                    .replace("GDS Transport", "system-ui")
                    .replaceAll("/\\*# sourceMappingURL=[^*]*\\*/", ""),
            "tees-triage.js",
            read("tees-triage.js"),
            "govuk-frontend.min.js",
            read(GOVUK + "govuk-frontend.min.js").replaceAll("//# sourceMappingURL=.*", ""),
            "icon.svg",
            read("icon.svg")));

    private static final String STAMP = Sha256.of(FILES.toString()).substring(0, 16);
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final int AFTER_THE_HEADERS = -10_000;

    @TemplateGlobal(name = "assets")
    static String address() {
        return "/assets/" + STAMP;
    }

    /** Replaces the {@code no-store} header that all other responses get. */
    void keep(@Observes Router router) {
        FILES.keySet().forEach(name -> router.route(address() + "/" + name)
                .order(AFTER_THE_HEADERS)
                .handler(request -> {
                    request.response().headers().set(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
                    request.next();
                }));
    }

    /** A request with an old hash gets the current file, uncached: the page was opened before an upgrade. */
    @GET
    @PermitAll
    public Response file(@PathParam("file") String name) {
        String file = FILES.get(name);
        if (file == null) {
            throw new NotFoundException();
        }
        return Response.ok(file, TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .build();
    }

    private static String read(String name) {
        try (InputStream file =
                Objects.requireNonNull(Assets.class.getClassLoader().getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
