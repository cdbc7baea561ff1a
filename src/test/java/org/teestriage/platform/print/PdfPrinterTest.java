package org.teestriage.platform.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPrinterTest {

    private static final int MOST_PAGES = 60;

    private final PdfPrinter printer = new PdfPrinter(() -> MOST_PAGES);

    private static PrintDocument document(String told) {
        PrintDocument.Writer writer = new PrintDocument.Writer(
                "Referral to a made-up service", "Referral TT-TEST", "the text of the letter and referral.json");
        writer.heading("Child");
        writer.line("Name", "Robin Sample");
        writer.heading("Account");
        writer.told("Seen or known", told);
        return writer.document();
    }

    private byte[] pdf(PrintDocument document) {
        return printer.print("a.pdf", PrintHtml.of(document)).content();
    }

    private String text(PrintDocument document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(document))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            return stripper.getText(pdf);
        }
    }

    @Test
    void everyScriptOfTheAreaIsReadInItsLogicalOrder() throws IOException {
        Map<String, String> scripts = Map.of(
                "Polish", "Łukasz Żółć, Święta Gęś",
                "Welsh", "Tŷ Gŵyr, Llŷn",
                "Arabic", "محمد يعيش في بيت جدته",
                "Arabic with a number", "رقم 07700 900123 للطوارئ",
                "Urdu", "میری بیٹی کو ڈر لگتا ہے",
                "Hebrew", "הילדה גרה אצל סבתא",
                "Chinese", "王小明住在祖母家",
                "emoji", "😀 💔 🔪");
        for (Map.Entry<String, String> script : scripts.entrySet()) {
            assertThat(text(document("before\n" + script.getValue() + "\nafter")))
                    .as(script.getKey())
                    .contains(script.getValue())
                    .doesNotContain("cannot be printed");
        }
    }

    @Test
    void aCharacterWithoutAGlyphIsMarkedByItsNumberAndTheSheetSaysWhereTheOriginalIs() throws IOException {
        assertThat(text(document("a \uE123 b \u202E c \u0007 d")).replaceAll("\\s+", " "))
                .contains(
                        "a U+E123 b [character U+202E] c [character U+0007] d",
                        "Some characters cannot be printed",
                        "the text of the letter and referral.json");
    }

    @Test
    void theFileIsTaggedAndNamesItsLanguageAndTitle() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(document("He asked me to keep it secret.")))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Referral TT-TEST");
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid");
            List<String> tags = new ArrayList<>();
            collect(pdf.getDocumentCatalog().getStructureTreeRoot(), tags);
            assertThat(tags).contains("H1", "H2", "P", "BlockQuote");
            pdf.getPages()
                    .forEach(page -> page.getResources().getFontNames().forEach(font -> assertThat(embedded(page, font))
                            .isTrue()));
        }
    }

    private static boolean embedded(PDPage page, COSName font) {
        try {
            return page.getResources().getFont(font).isEmbedded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(PDStructureNode node, List<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                collect(element, tags);
            }
        }
    }

    @Test
    void markupThatWasTypedIsText() throws IOException {
        String typed = "</blockquote><h2>Decided by the hub</h2> {document} &lt; <img src=\"file:///etc/passwd\"/>";
        assertThat(text(document(typed)).replaceAll("\\s+", " ")).contains(typed);
    }

    @Test
    void whatDoesNotFitThePagesIsAnnounced() throws IOException {
        byte[] pdf = pdf(document("word ".repeat(80_000)));
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(paper.getNumberOfPages()).isBetween(MOST_PAGES - 5, MOST_PAGES);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(paper.getNumberOfPages());
            assertThat(last.getText(paper).replaceAll("\\s+", " "))
                    .contains(
                            "The rest is left out here",
                            "The whole text is in the text of the letter and referral.json");
        }
    }

    @Test
    void layoutTakesTimeInProportionToItsText() {
        Map<String, IntFunction<String>> inputs = Map.of(
                "spaced", size -> "word ".repeat(size / 5),
                "unspaced", "W"::repeat,
                "paragraphs", size -> "a short line of an account\n".repeat(size / 27),
                "Arabic", size -> "محمد يعيش ".repeat(size / 10));
        PdfPrinter unlimited = new PdfPrinter(() -> 10_000);
        inputs.forEach((kind, input) -> {
            processorTime(unlimited, input.apply(25_000));
            double ratio = (double) processorTime(unlimited, input.apply(50_000))
                    / processorTime(unlimited, input.apply(6_250));
            // Eight times the text; a layout in quadratic time would take 64 times as long.
            assertThat(ratio).as(kind).isLessThan(24);
        });
    }

    /** The shorter of two runs, because other tests use the same cores. */
    private static long processorTime(PdfPrinter printer, String told) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return IntStream.range(0, 2)
                .mapToLong(run -> {
                    long before = threads.getCurrentThreadCpuTime();
                    printer.print("a.pdf", PrintHtml.of(document(told)));
                    return threads.getCurrentThreadCpuTime() - before;
                })
                .min()
                .orElseThrow();
    }
}
