package org.teestriage.platform.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text that people typed, made safe to set beside the service's own: no hidden line breaks, no changes of direction. */
final class TypedText {

    /** CR LF, LF, VT, FF, CR, NEL, and the line and paragraph separators of Unicode. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private TypedText() {}

    /** The lines of the text, whatever separates them. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : LINE_BREAK.split(text, -1)) {
            lines.add(visible(line));
        }
        return lines;
    }

    /** Names each character that shows nothing but changes how others read, or that no HTML may contain. */
    private static String visible(String line) {
        StringBuilder visible = new StringBuilder(line.length());
        line.codePoints().forEach(sign -> {
            if (sign == '\t') {
                visible.append(' ');
            } else if (isHarmful(sign)) {
                visible.append("[character ").append(number(sign)).append(']');
            } else {
                visible.appendCodePoint(sign);
            }
        });
        return visible.toString();
    }

    private static boolean isHarmful(int sign) {
        boolean embedding = (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x206F);
        boolean notAllowed = (sign & 0xFFFE) == 0xFFFE || Character.getType(sign) == Character.SURROGATE;
        return embedding || notAllowed || Character.isISOControl(sign);
    }

    static String number(int sign) {
        return String.format(Locale.ROOT, "U+%04X", sign);
    }

    static boolean isSpace(int sign) {
        return sign == ' ' || Character.isSpaceChar(sign) || sign == 0x2800 || sign == 0x3164;
    }
}
