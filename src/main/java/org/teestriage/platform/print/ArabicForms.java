package org.teestriage.platform.print;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * Joins Arabic letters, also those of Urdu and Persian, by the presentation forms that Unicode names. The form of each
 * letter comes from the character names of the JDK.
 */
final class ArabicForms {

    private static final int LAM = 0x0644;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int TATWEEL = 0x0640;
    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final String[] NAMES = {" ISOLATED FORM", " FINAL FORM", " INITIAL FORM", " MEDIAL FORM"};

    /** Four forms of a letter, or of lam with an alef, by the decomposition; 0 where there is none. */
    private static final Map<String, int[]> FORMS = forms();

    private ArabicForms() {}

    private static Map<String, int[]> forms() {
        Map<String, int[]> forms = new HashMap<>();
        for (int sign = 0xFB50; sign <= 0xFEFC; sign++) {
            String name = Character.getName(sign);
            String letters = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
            boolean ligature = letters.length() > 1;
            for (int form = 0; name != null && form < NAMES.length; form++) {
                if (name.startsWith("ARABIC L") && name.endsWith(NAMES[form]) && (!ligature || sign >= 0xFEF5)) {
                    forms.computeIfAbsent(letters, key -> new int[NAMES.length])[form] = sign;
                }
            }
        }
        // Urdu's teh marbuta goal has no forms of its own; it joins like the Arabic letter and looks alike then.
        forms.put("\u06C3", new int[] {0, Objects.requireNonNull(forms.get("\u0629"))[FINAL], 0, 0});
        return forms;
    }

    /** The text with joined letters, in the same logical order. A form that the font lacks is left as it was typed. */
    static String joined(String text, IntPredicate inFont) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean before = false;
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            int next = at + Character.charCount(sign);
            if (isTransparent(sign)) {
                joined.appendCodePoint(sign);
                at = next;
                continue;
            }
            int form = sign;
            boolean joinsOn = joinsNext(sign);
            boolean follows = joinsOn && joinsPrevious(letterAfter(text, next));
            int[] lamAlef = sign == LAM ? FORMS.get(text.substring(at, Math.min(next + 1, text.length()))) : null;
            int ligature = lamAlef == null ? 0 : lamAlef[before ? FINAL : ISOLATED];
            if (ligature != 0 && inFont.test(ligature)) {
                form = ligature;
                next++;
                joinsOn = false;
            } else {
                int[] forms = FORMS.get(Character.toString(sign));
                int found =
                        forms == null ? 0 : forms[before ? (follows ? MEDIAL : FINAL) : follows ? INITIAL : ISOLATED];
                form = found != 0 && inFont.test(found) ? found : sign;
            }
            joined.appendCodePoint(form);
            before = joinsOn;
            at = next;
        }
        return joined.toString();
    }

    private static int letterAfter(String text, int from) {
        for (int at = from; at < text.length(); ) {
            int sign = text.codePointAt(at);
            if (!isTransparent(sign)) {
                return sign;
            }
            at += Character.charCount(sign);
        }
        return -1;
    }

    private static boolean isTransparent(int sign) {
        return Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private static boolean joinsNext(int sign) {
        int[] forms = sign < 0 ? null : FORMS.get(Character.toString(sign));
        return sign == ZERO_WIDTH_JOINER || sign == TATWEEL || (forms != null && forms[INITIAL] != 0);
    }

    private static boolean joinsPrevious(int sign) {
        int[] forms = sign < 0 ? null : FORMS.get(Character.toString(sign));
        return sign == ZERO_WIDTH_JOINER || sign == TATWEEL || (forms != null && forms[FINAL] != 0);
    }
}
