package org.teestriage.platform.print;

import java.util.ArrayList;
import java.util.List;

/**
 * The content of a letter or paper, before it gets a form. Typed text never looks like a heading or sentence of the
 * service: it stands behind a label on one short line, or set off line by line.
 *
 * @param footer title of the file, and the line at the foot of each page
 * @param original where a reader finds the original text, if a form cannot show all of it
 */
public record PrintDocument(String title, String footer, String original, List<Section> sections) {

    public PrintDocument {
        sections = List.copyOf(sections);
    }

    public record Section(String heading, List<Item> items) {

        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One entry of a section.
     *
     * @param label empty for a sentence of the service
     * @param value empty if the text is told
     * @param told typed text, by its lines
     */
    public record Item(String label, String value, List<String> told) {

        public Item {
            told = List.copyOf(told);
        }
    }

    /** Writes a document. A heading without an entry is left out. */
    public static final class Writer {

        /** Characters of a label and its value that fit on one line of a mail. */
        private static final int ONE_LINE = 76;

        private final String title;
        private final String footer;
        private final String original;
        private final List<Section> sections = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private String heading = "";

        public Writer(String title, String footer, String original) {
            this.title = title;
            this.footer = footer;
            this.original = original;
        }

        public void heading(String next) {
            close();
            heading = next;
        }

        /** A sentence of the service, without typed text. */
        public void sentence(String text) {
            items.add(new Item("", String.join(" ", TypedText.lines(text)), List.of()));
        }

        /** A value behind its label. One that does not fit on a line is set off like a told text. */
        public void line(String label, String value) {
            List<String> lines = TypedText.lines(value);
            boolean fits = lines.size() == 1 && fits(label + ": " + lines.get(0));
            items.add(fits ? new Item(label, lines.get(0), List.of()) : new Item(label, "", lines));
        }

        /** Typed text of any length, set off on every line. */
        public void told(String label, String text) {
            items.add(new Item(label, "", TypedText.lines(text)));
        }

        /** Whether a line of a mail shows the words without a break. */
        public static boolean fits(String words) {
            return words.length() <= ONE_LINE;
        }

        private void close() {
            if (!items.isEmpty()) {
                sections.add(new Section(heading, items));
                items.clear();
            }
        }

        public PrintDocument document() {
            close();
            return new PrintDocument(title, footer, original, sections);
        }
    }
}
