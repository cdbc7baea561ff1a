package org.teestriage.platform.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds images and other files that are pasted as text. To store or send an indecent image of a child is an offence,
 * also as text: the service refuses such a text and keeps no part of it. Takes time linear in the text.
 */
public final class ImageText {

    public static final String SENTENCE =
            "holds an image or another file as text, which is refused and not kept. Do not copy or send the image: leave"
                    + " it where it is, tell the police or CEOP where it is, and describe it here in words";

    private static final String REPLACEMENT = "[image left out]";

    /** A data URI of an image, video or audio file, or of any type in Base64. */
    private static final Pattern DATA_URI = Pattern.compile(
            "data\\s{0,9}(?::|%3a)\\s{0,9}"
                    + "(?:(?:image|video|audio)\\s{0,9}(?:/|%2f)|[^,:]{0,200}?;\\s{0,9}base64)"
                    + "[^,\\s]{0,200}(?:,|%2c)?\\s{0,2}[A-Za-z0-9+/=_%-]*+"
                    + "(?:\\r?\\n[A-Za-z0-9+/=]{40,}+)*+(?:\\r?\\n[A-Za-z0-9+/]++=)?=?",
            Pattern.CASE_INSENSITIVE);

    /** The first bytes of PNG, JPEG, GIF, WebP, TIFF, BMP, HEIC and MP4 files in Base64. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "iVBORw0KGgo|/9j/[24]|R0lGOD[dl]h|UklGR[A-Za-z0-9+/]{5,9}XRUJQ|SUkqA|TU0AK|Qk[0-9][A-Za-z0-9+/]{4}AAAA"
                    + "|AAAA[A-Za-z0-9+/]{2}Z0eX");

    /** Unbroken Base64, or lines of it as programs wrap them. Without other letters, words do not match. */
    private static final Pattern BASE64 = Pattern.compile(
            "[A-Za-z0-9+/_-]{60,}+(?:\\r?\\n[A-Za-z0-9+/_-]{40,}+)*+(?:\\r?\\n[A-Za-z0-9+/_-]++)?+={0,2}");

    /** Characters of a block that is longer than any link, key or handle. */
    private static final int LONG_BLOCK = 400;

    /** A block that begins like a file of images is refused from this length. */
    private static final int SHORT_BLOCK = 60;

    private static final int VARIED = 24;

    /** Characters of the longest link that may hold a block without the signature of a file. */
    private static final int LONGEST_LINK = 2_000;

    private ImageText() {}

    public static boolean isIn(String text) {
        return !without(text).equals(text);
    }

    /** The text with every image replaced by a note. */
    public static String without(String text) {
        if (text.length() < SHORT_BLOCK / 4) {
            return text;
        }
        String left = DATA_URI.matcher(text).replaceAll(REPLACEMENT);
        Matcher blocks = BASE64.matcher(left);
        return blocks.replaceAll(block -> isFile(block.group(), isInLink(left, block.start(), block.end()))
                ? REPLACEMENT
                : Matcher.quoteReplacement(block.group()));
    }

    private static boolean isInLink(String text, int start, int end) {
        int from = Math.max(0, end - LONGEST_LINK);
        int scheme = from < start ? text.substring(from, start).lastIndexOf("://") : -1;
        return scheme >= 0 && text.substring(from + scheme, start).chars().noneMatch(Character::isWhitespace);
    }

    private static boolean isFile(String block, boolean inLink) {
        Matcher signature = SIGNATURE.matcher(block);
        return (signature.find() && block.length() - signature.start() >= SHORT_BLOCK)
                || (block.length() >= LONG_BLOCK && !inLink && isVaried(block));
    }

    /** Compressed data uses all kinds of characters; a long word or a row of one letter does not. */
    private static boolean isVaried(String block) {
        return block.chars().distinct().count() >= VARIED
                && block.chars().anyMatch(Character::isDigit)
                && block.chars().anyMatch(Character::isUpperCase)
                && block.chars().anyMatch(Character::isLowerCase);
    }
}
