package org.teestriage.platform.print;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A document as XHTML: the fixed form of which the PDF is a picture. The engine is apart from that of the pages, so that
 * no extension of theirs changes a letter.
 */
public final class PrintHtml {

    static final String DOCTYPE = "<!DOCTYPE html>";

    private static final String TEMPLATE = "/print/document.html";

    private static final Template DOCUMENT = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build()
            .parse(resource(TEMPLATE), Variant.forContentType(Variant.TEXT_HTML));

    private PrintHtml() {}

    public static String of(PrintDocument document) {
        return DOCUMENT.data("document", document).render();
    }

    static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(PrintHtml.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
