package org.teestriage.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

public final class PdfDocument {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Parsed once: parsing takes longer than rendering a letter. */
    private static final TrueTypeFont FACE = face();

    private static final float SIZE = 10;
    private static final float LEADING = 14;
    private static final float MARGIN = 56;
    private static final PDRectangle PAPER = PDRectangle.A4;

    /** Replaces a character that the font lacks. The machine-readable document keeps the original character. */
    private static final String NO_SUCH_SIGN = "?";

    private final PDDocument document;
    private final PDFont font;

    private PdfDocument(PDDocument document, PDFont font) {
        this.document = document;
        this.font = font;
    }

    private static TrueTypeFont face() {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // Glyph substitution (ligatures) takes most of the rendering time. Without it, text extraction reads letter
            // by letter.
            face.setEnableGsub(false);
            return face;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renders text on A4 pages. The file holds text only: no scripts, no external resources, no hidden characters. */
    public static Attachment of(String name, String title, String text) {
        try (PDDocument document = new PDDocument()) {
            PdfDocument print = new PdfDocument(document, PDType0Font.load(document, FACE, true));
            document.getDocumentInformation().setTitle(title);
            print.pages(print.lines(text), print.printable(title));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new Attachment(name, "application/pdf", bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String text) throws IOException {
        float width = PAPER.getWidth() - 2 * MARGIN;
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : printable(paragraph).split(" ", -1)) {
                if (line.length() > 0 && wide(line + " " + word) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
                while (wide(line.toString()) > width) {
                    int fits = fitting(line, width);
                    lines.add(line.substring(0, fits));
                    line.delete(0, fits);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private int fitting(CharSequence line, float width) throws IOException {
        int fits = 1;
        while (fits < line.length() && wide(line.subSequence(0, fits + 1).toString()) <= width) {
            fits++;
        }
        return fits;
    }

    private float wide(String line) throws IOException {
        return font.getStringWidth(line) / 1000 * SIZE;
    }

    private String printable(String paragraph) {
        StringBuilder kept = new StringBuilder();
        paragraph.replace('\t', ' ').codePoints().forEach(sign -> {
            String one = Character.toString(sign);
            kept.append(has(one) ? one : NO_SUCH_SIGN);
        });
        return kept.toString();
    }

    private boolean has(String sign) {
        try {
            font.encode(sign);
            int code = sign.codePointAt(0);
            // A format character (such as a change of text direction) could make the line read differently.
            return code >= ' ' && Character.getType(code) != Character.FORMAT;
        } catch (IOException | IllegalArgumentException noGlyph) {
            return false;
        }
    }

    /** The footer shows the title, the page number and the page count, because printed pages get separated. */
    private void pages(List<String> lines, String title) throws IOException {
        List<List<String>> pages = broken(lines);
        for (List<String> each : pages) {
            PDPage page = new PDPage(PAPER);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, SIZE);
                content.setLeading(LEADING);
                content.newLineAtOffset(MARGIN, PAPER.getHeight() - MARGIN);
                for (String line : each) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
                content.beginText();
                content.newLineAtOffset(MARGIN, MARGIN / 2);
                content.showText("%s, page %d of %d".formatted(title, document.getNumberOfPages(), pages.size()));
                content.endText();
            }
        }
    }

    /** A heading is not left alone at the foot of a page. */
    private static List<List<String>> broken(List<String> lines) {
        int perPage = (int) ((PAPER.getHeight() - 2 * MARGIN) / LEADING);
        List<List<String>> pages = new ArrayList<>();
        for (int first = 0; first < lines.size(); ) {
            int end = Math.min(first + perPage, lines.size());
            boolean headingIsLast = end < lines.size()
                    && end - first > 2
                    && !lines.get(end - 1).isEmpty()
                    && lines.get(end - 2).isEmpty();
            end = headingIsLast ? end - 1 : end;
            pages.add(lines.subList(first, end));
            first = end;
        }
        return pages;
    }
}
