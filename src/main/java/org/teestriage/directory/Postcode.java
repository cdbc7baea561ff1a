package org.teestriage.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.Visible;

/** A full UK postcode in its written form: capitals, with one space before the last three characters. */
public record Postcode(String value) {
    private static final String DISTRICT = "([A-Z]{1,2})\\s*([0-9][A-Z0-9]?)";
    private static final String UNIT = "[0-9][ABD-HJLNP-UW-Z]{2}";
    private static final Pattern WRITTEN = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? " + UNIT);
    // A sector needs a space: "TS1 0" is a sector of district TS1, while "TS10" is a district.
    private static final Pattern DISTRICT_OR_SECTOR = Pattern.compile(DISTRICT + "(\\s+[0-9])?");

    public Postcode {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a full UK postcode");
        }
    }

    /** Accepts any case, any spaces, or none. */
    public static Optional<Postcode> parse(@Nullable String typed) {
        String packed = capitals(typed).replaceAll("\\s", "");
        int split = packed.length() - 3;
        if (split < 2) {
            return Optional.empty();
        }
        String written = packed.substring(0, split) + " " + packed.substring(split);
        return WRITTEN.matcher(written).matches() ? Optional.of(new Postcode(written)) : Optional.empty();
    }

    /** The district of a full postcode, of a bare district such as "TS7", or of a sector such as "TS7 0". */
    public static Optional<String> districtIn(@Nullable String typed) {
        return parse(typed).map(Postcode::district).or(() -> {
            Matcher bare = DISTRICT_OR_SECTOR.matcher(capitals(typed));
            return bare.matches() ? Optional.of(bare.group(1) + bare.group(2)) : Optional.empty();
        });
    }

    public String district() {
        return value.substring(0, value.indexOf(' '));
    }

    /** Only the district: a full postcode identifies a few households and must not reach a log. */
    @Override
    public String toString() {
        return "Postcode[" + district() + "]";
    }

    private static String capitals(@Nullable String typed) {
        // Pasted text may contain no-break and thin spaces, which \s does not match, and zero-width characters.
        return typed == null ? "" : Visible.withPlainSpaces(typed).strip().toUpperCase(Locale.ROOT);
    }
}
