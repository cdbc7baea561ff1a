package org.teestriage.pages;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The one style sheet of all pages: GOV.UK's, MOJ's and ours, without the font that belongs to gov.uk services alone. */
@Path("/style.css")
public class StyleSheet {

    private static final List<String> SHEETS = List.of(
            "META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css",
            "META-INF/resources/webjars/ministryofjustice__frontend/7.1.0/moj/moj-frontend.min.css",
            "tees-triage.css");

    private final String text = SHEETS.stream()
            .map(StyleSheet::read)
            .collect(Collectors.joining("\n"))
            .replaceAll("@font-face\\{[^}]*}", "")
            .replace("GDS Transport", "system-ui")
            .replaceAll("/\\*# sourceMappingURL=[^*]*\\*/", "");

    @GET
    @PermitAll
    @Produces("text/css;charset=UTF-8")
    public String sheet() {
        return text;
    }

    private static String read(String name) {
        try (InputStream file =
                Objects.requireNonNull(StyleSheet.class.getClassLoader().getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
