package org.teestriage.platform.text;

import java.util.List;

/** Canonical spellings of one folded word. Two words that differ only in a habit of spelling have the same one. */
final class Spelling {

    private static final int SHORT = 4;
    private static final int LONG = 5;
    /** Letters of the shortest word that begins with {@code Mac} and is not a name of its own, such as {@code Macy}. */
    private static final int MAC = 6;

    private static final List<String> ENDINGS = List.of("eigh", "ie", "ey", "ee", "y", "i");

    private Spelling() {}

    /** Same spelling but for special letters and Mac: {@code mueller} and {@code muller}, {@code macdonald}. */
    static String strict(String word) {
        String plain = word.length() < SHORT ? word : withoutDigraphs(word);
        boolean mac = plain.startsWith("mac") && (plain.length() == 3 || plain.length() >= MAC);
        return mac ? "mc" + plain.substring(3) : plain;
    }

    /** {@code ae}, {@code oe}, {@code ue} and {@code aa} before a consonant as one vowel, as without the special letter. */
    private static String withoutDigraphs(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            plain.append(letter);
            boolean digraph = at + 2 < word.length()
                    && (letter == 'a' || letter == 'o' || letter == 'u')
                    && (word.charAt(at + 1) == 'e' || (letter == 'a' && word.charAt(at + 1) == 'a'))
                    && isConsonant(word.charAt(at + 2))
                    && (at == 0 || isConsonant(word.charAt(at - 1)));
            if (digraph) {
                at++;
            }
        }
        return plain.toString();
    }

    /**
     * Also the same sound in the spellings of one name: doubled letters, {@code ph} and {@code f}, {@code kh}, {@code q},
     * {@code que} and {@code k}, {@code oo} and {@code u}, {@code ee} and {@code i}, {@code y} and {@code i} inside, {@code ah} and
     * {@code a}, and {@code y}, {@code ie}, {@code ey} and {@code eigh} at the end.
     */
    static String loose(String word) {
        String strict = strict(word);
        if (strict.length() < SHORT || strict.charAt(0) >= 128) {
            return strict;
        }
        if (strict.endsWith("que")) {
            strict = strict.substring(0, strict.length() - 3) + "k";
        }
        String stem = withoutEnding(strict);
        StringBuilder loose = new StringBuilder(strict.length());
        for (int at = 0; at < stem.length(); at++) {
            char letter = stem.charAt(at);
            char next = at + 1 < stem.length() ? stem.charAt(at + 1) : 0;
            String sound = sound(letter, next);
            char plain = sound.isEmpty() ? letter : sound.charAt(0);
            if (plain == 'q') {
                plain = 'k';
            } else if (plain == 'y' && at > 0) {
                plain = 'i';
            }
            boolean doubled = !loose.isEmpty() && loose.charAt(loose.length() - 1) == plain;
            if (!doubled) {
                loose.append(plain);
            }
            if (!sound.isEmpty()) {
                at++;
            }
        }
        return loose.append(stem.length() < strict.length() && !strict.endsWith("ah") ? "i" : "")
                .toString();
    }

    private static String withoutEnding(String word) {
        if (word.endsWith("ah")) {
            return word.substring(0, word.length() - 1);
        }
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 2) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** The letter for two letters that sound like one, or nothing. */
    private static String sound(char letter, char next) {
        return switch ("" + letter + next) {
            case "oo", "ou" -> "u";
            case "ee" -> "i";
            case "ph" -> "f";
            case "ck", "kh" -> "k";
            default -> "";
        };
    }

    /**
     * The consonants and the first vowel of a longer word, to find spellings that differ in other vowels: {@code Khanom}
     * and {@code Khanam}. Empty for short words.
     */
    static String consonants(String word) {
        String loose = loose(word);
        if (loose.length() < LONG || loose.charAt(0) >= 128) {
            return "";
        }
        StringBuilder rest = new StringBuilder();
        int vowels = 0;
        for (int at = 0; at < loose.length(); at++) {
            boolean consonant = isConsonant(loose.charAt(at));
            vowels += consonant ? 0 : 1;
            if (consonant || vowels == 1) {
                rest.append(loose.charAt(at));
            }
        }
        boolean enough = rest.length() - Math.min(vowels, 1) >= 3;
        String last = isConsonant(loose.charAt(loose.length() - 1)) ? "" : ".";
        return enough ? rest + last : "";
    }

    private static boolean isConsonant(char letter) {
        return letter >= 'a' && letter <= 'z' && "aeiouy".indexOf(letter) < 0;
    }
}
