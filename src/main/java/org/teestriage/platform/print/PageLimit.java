package org.teestriage.platform.print;

import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Cuts a document to a number of lines before its layout, which takes time and memory, and says so at its end. */
final class PageLimit {

    /** Lines of the style sheet on an A4 page, and the width of a line in thousandths of the font size. */
    static final int LINES_PER_PAGE = 50;

    private static final int LINE_WIDTH = 44_000;

    private static final Set<String> BLOCKS = Set.of("h1", "h2", "p", "blockquote", "div");

    /** Space above and below a block, in lines. */
    private static final double SPACE = 0.25;

    private static final double SPACE_OF_HEADING = 1.5;

    private final PrintFonts fonts;
    private final LineBreaks breaks = new LineBreaks();
    private double left;
    private long width;

    private PageLimit(PrintFonts fonts, double lines) {
        this.fonts = fonts;
        this.left = lines;
    }

    /** Whether something was cut. */
    static boolean cut(Document document, PrintFonts fonts, double pages) {
        PageLimit limit = new PageLimit(fonts, pages * LINES_PER_PAGE);
        Element body = (Element) document.getElementsByTagName("body").item(0);
        if (limit.fits(body)) {
            return false;
        }
        Element notice = document.createElement("p");
        notice.setAttribute("class", "notice");
        notice.setTextContent(
                "The rest is left out here, because it would fill more than the pages that one file may have."
                        + " The whole text is in " + PrintablePage.original(document) + ".");
        body.appendChild(notice);
        return true;
    }

    /** Takes the lines of all children, and removes what no longer fits. */
    private boolean fits(Element parent) {
        boolean fits = true;
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNextSibling();
            if (!fits) {
                parent.removeChild(node);
            } else if (node instanceof Text text) {
                fits = fits(text);
            } else if (node instanceof Element element) {
                fits = fits(element) && take(element);
            }
            node = next;
        }
        return fits;
    }

    /** A block ends its last line. */
    private boolean take(Element element) {
        if (BLOCKS.contains(element.getTagName())) {
            left -= width > 0 ? 1 : 0;
            left -= element.getTagName().startsWith("h") ? SPACE_OF_HEADING : SPACE;
            width = 0;
        }
        return left > 0;
    }

    private boolean fits(Text text) {
        String words = text.getData();
        breaks.setText(words);
        int start = 0;
        for (int end = breaks.next(); end > 0 && !words.isBlank(); end = breaks.next()) {
            long segment = words.substring(start, end)
                    .codePoints()
                    .mapToLong(fonts::width)
                    .sum();
            if (width > 0 && width + segment > LINE_WIDTH) {
                left--;
                width = 0;
            }
            if (left <= 0) {
                text.setData(words.substring(0, start));
                return false;
            }
            width += segment;
            start = end;
        }
        return true;
    }
}
