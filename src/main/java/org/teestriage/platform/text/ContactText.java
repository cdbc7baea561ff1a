package org.teestriage.platform.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A line of text in which telephone numbers, postcodes and streets are looked for, in any spelling. */
public final class ContactText {

    /** Minimum number of digits that identify a telephone number. */
    private static final int TELLING_DIGITS = 6;

    private static final Pattern OUTWARD = Pattern.compile("[a-z]{1,2}[0-9][a-z0-9]?");

    /** The letter O is accepted for the digit. */
    private static final Pattern INWARD = Pattern.compile("[0-9o][abd-hjlnp-uw-z]{2}");

    private static final int INWARD_LENGTH = 3;

    /** Separators of an address that is typed in one line. */
    private static final Pattern ADDRESS_LINE = Pattern.compile("[\\n\\r,;]+");

    private final NameVariants variants = NameVariants.inForce();
    private final LineText line;
    private final List<String> words;
    private final String digits;
    private final String streets;

    public ContactText(String line) {
        this.line = new LineText(line);
        this.words = PlainWords.of(line);
        this.digits = digits(words, true);
        this.streets = String.join(" ", inFull(PlainWords.joined(line)));
    }

    public boolean holdsPostcode() {
        return IntStream.range(0, words.size())
                .anyMatch(at -> isPostcode(words.get(at))
                        || (at + 1 < words.size()
                                && OUTWARD.matcher(words.get(at)).matches()
                                && INWARD.matcher(words.get(at + 1)).matches()));
    }

    private static boolean isPostcode(String word) {
        int split = word.length() - INWARD_LENGTH;
        return split > 0
                && OUTWARD.matcher(word.substring(0, split)).matches()
                && INWARD.matcher(word.substring(split)).matches();
    }

    /**
     * Whether the line has the digits of a number, or its last six, with any words between. Digits in words count too. A
     * text with words, such as a name with digits, is no number.
     */
    public boolean holdsNumber(String number) {
        List<String> parts = PlainWords.of(number);
        String sought = digits(parts, false);
        return sought.length() >= TELLING_DIGITS
                && parts.stream().noneMatch(word -> Character.isLetter(word.charAt(0)))
                && digits.contains(sought.substring(sought.length() - TELLING_DIGITS));
    }

    private String digits(List<String> parts, boolean alsoInWords) {
        StringBuilder all = new StringBuilder();
        for (String word : parts) {
            String read = alsoInWords ? variants.digit(word) : "";
            if (read.isEmpty()) {
                word.chars().filter(Character::isDigit).forEach(digit -> all.append((char) digit));
            } else {
                all.append(read);
            }
        }
        return all.toString();
    }

    /** The street with or without its kind, whatever the abbreviation; house numbers and towns alone tell nothing. */
    public boolean namesStreet(String address) {
        return ADDRESS_LINE
                .splitAsStream(address)
                .map(part -> inFull(PlainWords.joined(part)).stream()
                        .filter(word -> !Character.isDigit(word.charAt(0)))
                        .toList())
                .anyMatch(this::namesStreet);
    }

    private boolean namesStreet(List<String> street) {
        List<String> name =
                street.stream().filter(word -> !variants.isStreetKind(word)).toList();
        boolean whole = street.size() > Math.max(1, name.size())
                && (" " + streets + " ").contains(" " + String.join(" ", street) + " ");
        return whole || line.namesPartOfPlace(String.join(" ", name));
    }

    private List<String> inFull(List<String> parts) {
        return parts.stream().map(variants::streetInFull).toList();
    }
}
