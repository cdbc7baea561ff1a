package org.teestriage.platform.print;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Prepares the XHTML of a document for the fonts that there are: no character goes missing without a mark. */
final class PrintablePage {

    /** Numbers in one mark, so that a mark fits on a line. */
    private static final int MARKED_TOGETHER = 6;

    private final Document document;
    private final Element body;
    private final PrintFonts fonts;
    private String firstMark = "";

    private PrintablePage(Document document, PrintFonts fonts) {
        this.document = document;
        this.body = (Element) document.getElementsByTagName("body").item(0);
        this.fonts = fonts;
    }

    /** Marks what the fonts lack, and says so at the top. */
    static void prepare(Document document, PrintFonts fonts) {
        PrintablePage page = new PrintablePage(document, fonts);
        for (Text text : page.texts()) {
            page.mark(text);
        }
        if (!page.firstMark.isEmpty()) {
            page.notice();
        }
        page.footer();
    }

    /** Where the reader finds the whole, original text. */
    static String original(Document document) {
        return ((Element) document.getElementsByTagName("meta").item(1)).getAttribute("content");
    }

    private List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        collect(body, texts);
        return texts;
    }

    private static void collect(Node parent, List<Text> texts) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text text) {
                texts.add(text);
            } else {
                collect(node, texts);
            }
        }
    }

    private void mark(Text text) {
        String words = text.getData();
        if (words.codePoints().allMatch(fonts::has)) {
            return;
        }
        Node parent = text.getParentNode();
        StringBuilder run = new StringBuilder();
        List<String> lacking = new ArrayList<>();
        for (int at = 0; at < words.length(); ) {
            int sign = words.codePointAt(at);
            at += Character.charCount(sign);
            if (fonts.has(sign)) {
                flush(lacking, parent, text);
                run.appendCodePoint(sign);
            } else if (!PrintFonts.showsNothing(sign)) {
                write(run, parent, text);
                lacking.add(TypedText.number(sign));
                if (lacking.size() == MARKED_TOGETHER) {
                    flush(lacking, parent, text);
                }
            }
        }
        flush(lacking, parent, text);
        write(run, parent, text);
        parent.removeChild(text);
    }

    /** As an element like the marks around it: the layout draws elements after the plain text of a line. */
    private void write(StringBuilder run, Node parent, Node before) {
        if (run.length() > 0) {
            parent.insertBefore(element("span", "", run.toString()), before);
            run.setLength(0);
        }
    }

    private void flush(List<String> lacking, Node parent, Node before) {
        if (!lacking.isEmpty()) {
            String numbers = String.join(" ", lacking);
            firstMark = firstMark.isEmpty() ? lacking.get(0) : firstMark;
            parent.insertBefore(element("span", "mark", numbers), before);
            lacking.clear();
        }
    }

    private void notice() {
        Element notice = document.createElement("p");
        notice.setAttribute("class", "notice");
        notice.appendChild(element(
                "span", "", "Some characters cannot be printed here. Each is shown by its Unicode number in a box: "));
        notice.appendChild(element("span", "mark", firstMark));
        notice.appendChild(element("span", "", ". The original text is in " + original(document) + "."));
        Node title = document.getElementsByTagName("h1").item(0);
        body.insertBefore(notice, title.getNextSibling());
    }

    /** Title and page number on each page, because printed pages get separated. */
    private void footer() {
        String title = document.getElementsByTagName("title").item(0).getTextContent();
        Element footer = element("div", "", title + ", page ");
        footer.setAttribute("id", "footer");
        Element pages = element("span", "", "");
        pages.setAttribute("id", "pages");
        footer.appendChild(pages);
        body.insertBefore(footer, body.getFirstChild());
    }

    private Element element(String name, String style, String words) {
        Element element = document.createElement(name);
        if (!style.isEmpty()) {
            element.setAttribute("class", style);
        }
        element.appendChild(document.createTextNode(words));
        return element;
    }
}
