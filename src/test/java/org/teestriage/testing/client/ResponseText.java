package org.teestriage.testing.client;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.teestriage.platform.document.Sha256;

/** The text of a response in any format: a page, JSON, a PDF, or a ZIP of these. */
public final class ResponseText {

    /** By their hashes: many readers get the same letter, and to read one takes longer than to answer with it. */
    private static final Map<String, String> PDF_TEXTS = new ConcurrentHashMap<>();

    private ResponseText() {}

    public static String words(Response answer) {
        return words(String.valueOf(answer.contentType()), answer.asByteArray());
    }

    private static String words(String type, byte[] content) {
        try {
            if (type.endsWith("zip")) {
                return unpacked(content);
            }
            return type.endsWith("pdf")
                    ? PDF_TEXTS.computeIfAbsent(Sha256.of(content), hash -> pdfText(content))
                    : new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unpacked(byte[] zip) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                // These files are the same for every concern and explain what a pack may contain.
                if (!file.getName().matches("README.txt|Verify.java")) {
                    text.append(words(file.getName(), files.readAllBytes())).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** The text as printed, followed by the text without line ends, because a line end may split a word. */
    private static String pdfText(byte[] pdf) {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(paper);
            return text + text.replaceAll("\\R *", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
