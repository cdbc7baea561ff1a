package org.teestriage.platform.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The fonts of one document: those of its characters, in a fixed order, whatever fonts the machine has. */
final class PrintFonts {

    /** A font in the jar, loaded when a document first needs it, and kept. */
    private static final class Face {

        private final String file;
        private @Nullable TrueTypeFont font;
        private @Nullable CmapLookup glyphs;

        Face(String file) {
            this.file = file;
        }

        String family() {
            return file.replace(".ttf", "");
        }

        synchronized TrueTypeFont font() {
            if (font == null) {
                String name = "/print/fonts/" + file;
                try (InputStream in = Objects.requireNonNull(PrintFonts.class.getResourceAsStream(name), name)) {
                    TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
                    // Substitution of Latin ligatures takes most of the time, and text extraction then lacks letters.
                    parsed.setEnableGsub(false);
                    glyphs = parsed.getUnicodeCmapLookup();
                    font = parsed;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return font;
        }

        boolean has(int sign) {
            font();
            return Objects.requireNonNull(glyphs).getGlyphId(sign) != 0;
        }

        int width(int sign) {
            try {
                TrueTypeFont face = font();
                return face.getAdvanceWidth(Objects.requireNonNull(glyphs).getGlyphId(sign))
                        * 1_000
                        / face.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Latin, Greek, Cyrillic, Arabic, Hebrew and others. */
    private static final Face MAIN = new Face("NotoSansMerged-Regular.ttf");

    /** Headings and labels, which are the service's and English. */
    private static final Face BOLD = new Face("notosans-bold-subset.ttf");

    /** Further fonts, in the order in which a character is looked for. */
    private static final List<Face> OTHERS =
            List.of(new Face("mplus1p-regular-fallback.ttf"), new Face("notoemoji-subset.ttf"));

    private static final int EM = 1_000;
    private static final int REGULAR_WEIGHT = 400;
    private static final int BOLD_WEIGHT = 700;

    /** Scripts that a reader can read without more than the joining of Arabic and the order of right-to-left text. */
    private static final Set<UnicodeScript> DRAWN_AS_WRITTEN = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.ETHIOPIC,
            UnicodeScript.THAI,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL);

    private final Set<Face> used = new LinkedHashSet<>(List.of(MAIN));

    /** Whether a font draws the character. */
    boolean has(int sign) {
        return face(sign) != null;
    }

    /** Width in thousandths of the font size. */
    int width(int sign) {
        Face face = face(sign);
        return face != null ? face.width(sign) : showsNothing(sign) ? 0 : 4 * EM;
    }

    private @Nullable Face face(int sign) {
        if (!DRAWN_AS_WRITTEN.contains(UnicodeScript.of(sign)) || isFormat(sign)) {
            return null;
        }
        if (MAIN.has(sign)) {
            return MAIN;
        }
        for (Face face : OTHERS) {
            if (face.has(sign)) {
                used.add(face);
                return face;
            }
        }
        return null;
    }

    /** Format characters, for which some fonts have a picture; those that join or part letters stay. */
    private static boolean isFormat(int sign) {
        return Character.getType(sign) == Character.FORMAT && sign != 0x200C && sign != 0x200D;
    }

    /** Whether the character only changes others, so that nothing is lost without it. */
    static boolean showsNothing(int sign) {
        return Character.getType(sign) == Character.FORMAT || (sign >= 0xFE00 && sign <= 0xFE0F);
    }

    /** The families of a style sheet, in the order in which a character is looked for. */
    String families() {
        return used.stream().map(face -> "'" + face.family() + "'").collect(Collectors.joining(", "));
    }

    void use(PdfRendererBuilder builder, PDDocument pdf) throws IOException {
        for (Face face : used) {
            builder.useFont(embedded(face, pdf), face.family(), REGULAR_WEIGHT, FontStyle.NORMAL, true);
        }
        builder.useFont(embedded(BOLD, pdf), MAIN.family(), BOLD_WEIGHT, FontStyle.NORMAL, true);
    }

    private static PDFontSupplier embedded(Face face, PDDocument pdf) throws IOException {
        return new PDFontSupplier(PDType0Font.load(pdf, face.font(), true));
    }
}
