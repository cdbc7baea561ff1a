package org.teestriage.testing.client;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The words of an answer, whatever its form: a page, JSON, a PDF, or a ZIP with some of these in it. */
public final class ResponseText {

    private ResponseText() {}

    public static String words(Response answer) {
        return words(String.valueOf(answer.contentType()), answer.asByteArray());
    }

    private static String words(String type, byte[] content) {
        try {
            if (type.endsWith("zip")) {
                return unpacked(content);
            }
            return type.endsWith("pdf") ? printed(content) : new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unpacked(byte[] zip) throws IOException {
        StringBuilder words = new StringBuilder();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                // The same for every concern, and explains what a pack may hold.
                if (!file.getName().matches("README.txt|Verify.java")) {
                    words.append(words(file.getName(), files.readAllBytes())).append('\n');
                }
            }
        }
        return words.toString();
    }

    /** Once as it is printed, and once as if no line had an end: a word may be cut in two by it. */
    private static String printed(byte[] pdf) throws IOException {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(paper);
            return text + text.replaceAll("\\R *", "");
        }
    }
}
