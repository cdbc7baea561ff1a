package org.teestriage.platform.print;

import java.util.Locale;

/** A document as plain text, for mails and for reading by programs. Every line of told text begins with a bar. */
public final class PlainText {

    private static final int WIDTH = 76;
    private static final String BAR = "|";

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    public static String of(PrintDocument document) {
        PlainText plain = new PlainText();
        plain.line(document.title());
        document.sections().forEach(plain::section);
        return plain.text.toString();
    }

    private void section(PrintDocument.Section section) {
        if (!section.heading().isEmpty()) {
            line("");
            line(section.heading().toUpperCase(Locale.ROOT));
        }
        section.items().forEach(this::item);
    }

    private void item(PrintDocument.Item item) {
        if (!item.told().isEmpty()) {
            line(item.label() + ":");
            item.told().forEach(this::told);
        } else {
            line(item.label().isEmpty() ? item.value() : item.label() + ": " + item.value());
        }
    }

    /** Breaks at spaces, so that a mail program does not, which would leave a line without its bar. */
    private void told(String words) {
        int room = WIDTH - 2;
        int start = 0;
        while (words.length() - start > room) {
            int end = lastSpace(words, start, start + room);
            end = end > start ? end : nextSpace(words, start + room);
            line(BAR + " " + words.substring(start, end));
            start = end < words.length() ? end + 1 : end;
        }
        if (start < words.length() || words.isEmpty()) {
            line(start < words.length() ? BAR + " " + words.substring(start) : BAR);
        }
    }

    private static int lastSpace(String words, int from, int to) {
        for (int at = Math.min(to, words.length() - 1); at > from; at--) {
            if (TypedText.isSpace(words.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    private static int nextSpace(String words, int from) {
        for (int at = from; at < words.length(); at++) {
            if (TypedText.isSpace(words.charAt(at))) {
                return at;
            }
        }
        return words.length();
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
