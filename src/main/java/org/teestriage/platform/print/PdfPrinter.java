package org.teestriage.platform.print;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.teestriage.platform.document.Attachment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Lays out the XHTML of {@link PrintHtml} as a tagged PDF. It loads nothing that a text could name, and contains text
 * only. Takes time: never call it in a transaction or under a lock.
 */
@ApplicationScoped
public class PdfPrinter {

    /** Layouts at a time on a node; each takes memory in proportion to its pages. */
    private static final int AT_ONCE = 2;

    private static final String STYLE = PrintHtml.resource("/print/print.css");
    private static final float PDF_VERSION = 1.7f;

    private final int maxPages;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    static {
        // Its messages quote the text.
        XRLog.setLoggingEnabled(false);
    }

    PdfPrinter(PrintSettings settings) {
        this.maxPages = Math.max(1, settings.maxPages());
    }

    /** The PDF of the XHTML. */
    public Attachment print(String name, String html) {
        turns.acquireUninterruptibly();
        try {
            return new Attachment(name, "application/pdf", pdf(html));
        } finally {
            turns.release();
        }
    }

    private byte[] pdf(String html) {
        double pages = maxPages;
        while (true) {
            try (PDDocument pdf = new PDDocument()) {
                lay(html, pages, pdf);
                int drawn = pdf.getNumberOfPages();
                if (drawn <= maxPages) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    pdf.save(bytes);
                    return bytes.toByteArray();
                }
                pages = pages * maxPages / (drawn + 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void lay(String html, double pages, PDDocument pdf) throws IOException {
        Document document = parsed(html);
        PrintFonts fonts = new PrintFonts();
        PageLimit.cut(document, fonts, pages);
        PrintablePage.prepare(document, fonts);
        style(document, fonts);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .usePdfVersion(PDF_VERSION)
                .usePdfUaAccessibility(true)
                .useUriResolver((base, uri) -> null)
                .useUnicodeBidiSplitter(TextDirections.Splitter::new)
                .useUnicodeBidiReorderer(new TextDirections.Reorderer(fonts::has))
                .useUnicodeLineBreaker(new LineBreaks())
                .withW3cDocument(document, "");
        fonts.use(builder, pdf);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        }
    }

    private static Document parsed(String html) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            String xml = html.startsWith(PrintHtml.DOCTYPE) ? html.substring(PrintHtml.DOCTYPE.length()) : html;
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml.strip())));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("a document to print is no XHTML", e);
        }
    }

    private static void style(Document document, PrintFonts fonts) {
        Element style = (Element) document.getElementsByTagName("style").item(0);
        style.setTextContent("body { font-family: " + fonts.families() + " }\n" + STYLE);
    }
}
