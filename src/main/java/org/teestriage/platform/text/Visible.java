package org.teestriage.platform.text;

import org.jspecify.annotations.Nullable;

/**
 * Which characters of a text show on a screen. Spaces, control and format characters, fillers such as U+3164 and marks
 * without a letter show nothing.
 */
public final class Visible {

    private static final String BREAKS = "\t\n\u000b\f\r\u0085";
    private static final int ARABIC_TATWEEL = 0x0640;

    private Visible() {}

    public static boolean isBlank(@Nullable String text) {
        return text == null || text.codePoints().allMatch(Visible::showsNothing);
    }

    public static long lettersAndDigits(String text) {
        return text.codePoints()
                .filter(letter -> Character.isLetterOrDigit(letter) && !showsNothing(letter))
                .count();
    }

    /** Spaces of every width as plain spaces, and without format characters and fillers. */
    public static String withPlainSpaces(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(letter -> !isFiller(letter)).forEach(letter -> {
            if (isSpace(letter)) {
                plain.append(' ');
            } else {
                plain.appendCodePoint(letter);
            }
        });
        return plain.toString();
    }

    /** Without spaces of every width, format characters and fillers. Keeps control characters. */
    public static String withoutSpaces(String text) {
        return withPlainSpaces(text).replace(" ", "");
    }

    private static boolean showsNothing(int letter) {
        return isSpace(letter) || isFiller(letter) || Character.isISOControl(letter);
    }

    private static boolean isSpace(int letter) {
        return letter == ' ' || BREAKS.indexOf(letter) >= 0 || Character.isSpaceChar(letter);
    }

    private static boolean isFiller(int letter) {
        return (letter != ARABIC_TATWEEL && PlainWords.isInvisible(letter)) || isIgnorable(letter);
    }

    /** Unassigned code points that Unicode reserves for characters that show nothing. */
    private static boolean isIgnorable(int letter) {
        return letter == 0x2065 || (letter >= 0xFFF0 && letter <= 0xFFF8) || (letter >= 0xE0000 && letter <= 0xE0FFF);
    }
}
