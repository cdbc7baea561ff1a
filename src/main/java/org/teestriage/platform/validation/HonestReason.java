package org.teestriage.platform.validation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.DatedFile;
import org.teestriage.platform.text.PlainWords;

/** Whether a reason says anything, by the rule of {@code config/reasons.yaml}. */
public final class HonestReason {

    private static final Pattern BETWEEN_PHRASES = Pattern.compile("[.!?;:,\\r\\n]");

    private HonestReason() {}

    /** The content of reasons.yaml. */
    record File(List<Version> reasons) {
        File {
            reasons = DatedFile.inOrder(reasons);
        }
    }

    /**
     * The rule from a day on.
     *
     * @param words different words that a reason has at least
     * @param letters letters that it has at least
     * @param emptyPhrases phrases that do not count
     */
    record Version(
            LocalDate from,
            String source,
            @Nullable LocalDate lastVerified,
            int words,
            int letters,
            Set<String> emptyPhrases)
            implements DatedFile.Version {
        Version {
            Objects.requireNonNull(from, "config/reasons.yaml: from is missing");
            Objects.requireNonNull(source, "config/reasons.yaml: source is missing");
            emptyPhrases = emptyPhrases.stream().map(HonestReason::folded).collect(Collectors.toUnmodifiableSet());
        }

        boolean accepts(String text) {
            List<String> said = Arrays.stream(BETWEEN_PHRASES.split(text))
                    .filter(phrase -> !emptyPhrases.contains(folded(phrase)))
                    .flatMap(phrase -> PlainWords.of(phrase).stream())
                    .filter(word -> letters(word) > 0)
                    .toList();
            return said.stream().distinct().count() >= words
                    && said.stream().mapToLong(Version::letters).sum() >= letters;
        }

        private static long letters(String word) {
            return word.codePoints().filter(Character::isLetter).count();
        }
    }

    /** Read once, because validators of records have no dependencies. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("reasons.yaml", File.class).reasons();
    }

    public static boolean says(String text, LocalDate day) {
        return DatedFile.inForce(Holder.VERSIONS, day).accepts(text);
    }

    private static String folded(String phrase) {
        return String.join(" ", PlainWords.of(phrase));
    }
}
