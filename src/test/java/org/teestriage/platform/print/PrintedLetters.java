package org.teestriage.platform.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Letters as a person sees them on paper, under {@code target/letters}, with {@code -Dteestriage.letters}. */
public final class PrintedLetters {

    private static final Path FOLDER = Path.of("target", "letters");
    private static final int DOTS_PER_INCH = 80;

    private PrintedLetters() {}

    public static void save(String name, PrintDocument letter) {
        if (System.getProperty("teestriage.letters") == null) {
            return;
        }
        byte[] pdf = new PdfPrinter(() -> 20).print(name, PrintHtml.of(letter)).content();
        try (PDDocument pages = Loader.loadPDF(pdf)) {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".pdf"), pdf);
            for (int page = 0; page < pages.getNumberOfPages(); page++) {
                ImageIO.write(
                        new PDFRenderer(pages).renderImageWithDPI(page, DOTS_PER_INCH),
                        "png",
                        FOLDER.resolve("%s-%d.png".formatted(name, page + 1)).toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
