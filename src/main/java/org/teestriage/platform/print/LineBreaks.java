package org.teestriage.platform.print;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line may break: after a space or hyphen, between ideographs, and within a long word, because the layout
 * would measure a word to its end again for each of its lines.
 */
final class LineBreaks implements FSTextBreaker {

    private static final int LONGEST_WORD = 24;

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return -1;
        }
        int signs = 0;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            at += Character.charCount(sign);
            boolean room = Character.isSpaceChar(sign) && !isGlue(sign);
            boolean nextIsSpace = at < text.length() && Character.isSpaceChar(text.charAt(at));
            boolean nextIsMark = at < text.length()
                    && (Character.getType(text.codePointAt(at)) == Character.NON_SPACING_MARK
                            || Character.getType(text.codePointAt(at)) == Character.FORMAT);
            signs++;
            boolean breaks = room || sign == '-' || isIdeograph(sign) || signs >= LONGEST_WORD;
            if (breaks && !nextIsMark && (room || !nextIsSpace)) {
                break;
            }
        }
        return at;
    }

    private static boolean isGlue(int sign) {
        return sign == 0x00A0 || sign == 0x202F || sign == 0x2007;
    }

    private static boolean isIdeograph(int sign) {
        return Character.isIdeographic(sign)
                || (sign >= 0x3040 && sign <= 0x30FF)
                || (sign >= 0x1F300 && sign <= 0x1FAFF);
    }
}
