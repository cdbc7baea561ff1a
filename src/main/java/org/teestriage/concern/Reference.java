package org.teestriage.concern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.teestriage.platform.text.PlainWords;
import org.teestriage.platform.text.Visible;

/**
 * The public name of a concern: eight random symbols and a check symbol in Crockford's Base32, written
 * {@code K7Q2-9FXM-F}. It can be dictated by telephone: the letters I, L, O and U never occur, and the check symbol
 * reveals a misheard or swapped symbol.
 */
public record Reference(String value) {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_SYMBOLS = 8;
    private static final int BITS_PER_SYMBOL = 5;
    private static final int CHECK_MODULUS = 37;

    /** A longer text is no reference, whatever it contains. */
    private static final int LONGEST_TYPED = 100;

    private static final Pattern AT_THE_END = Pattern.compile("[.,;]+$");

    public Reference {
        if (!parse(value).map(parsed -> parsed.equals(value)).orElse(false)) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    /**
     * The reference of the low 40 bits. Empty where Crockford's check symbol is one of the five that are neither letter
     * nor digit: the caller draws again, so that users only have to dictate letters and digits.
     */
    public static Optional<Reference> of(long random) {
        long bits = random & ((1L << (RANDOM_SYMBOLS * BITS_PER_SYMBOL)) - 1);
        int check = (int) (bits % CHECK_MODULUS);
        if (check >= SYMBOLS.length()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int place = RANDOM_SYMBOLS - 1; place >= 0; place--) {
            text.append(SYMBOLS.charAt((int) (bits >>> (place * BITS_PER_SYMBOL)) & 31));
        }
        return Optional.of(new Reference(written(text.append(SYMBOLS.charAt(check)))));
    }

    /**
     * Parses what a user typed: ignores case, spaces and hyphens of every kind and a full stop or comma at the end, and
     * reads O as 0, I and L as 1.
     */
    @JsonCreator
    public static Reference read(String typed) {
        return parse(typed).map(Reference::new).orElseThrow(() -> new IllegalArgumentException("not a reference"));
    }

    public static Optional<Reference> find(String typed) {
        return parse(typed).map(Reference::new);
    }

    private static Optional<String> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        StringBuilder joined = new StringBuilder();
        Visible.withoutSpaces(typed)
                .codePoints()
                .filter(letter -> !PlainWords.isHyphen(letter))
                .forEach(joined::appendCodePoint);
        String plain = AT_THE_END
                .matcher(joined)
                .replaceFirst("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != RANDOM_SYMBOLS + 1) {
            return Optional.empty();
        }
        long bits = 0;
        for (int i = 0; i < RANDOM_SYMBOLS; i++) {
            int symbol = SYMBOLS.indexOf(plain.charAt(i));
            if (symbol < 0) {
                return Optional.empty();
            }
            bits = (bits << BITS_PER_SYMBOL) | symbol;
        }
        boolean checks = SYMBOLS.indexOf(plain.charAt(RANDOM_SYMBOLS)) == bits % CHECK_MODULUS;
        return checks ? Optional.of(written(plain)) : Optional.empty();
    }

    private static String written(CharSequence plain) {
        return plain.subSequence(0, 4) + "-" + plain.subSequence(4, 8) + "-" + plain.subSequence(8, 9);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
