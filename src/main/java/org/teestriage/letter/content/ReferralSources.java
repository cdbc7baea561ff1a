package org.teestriage.letter.content;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Referrer;
import org.teestriage.platform.text.DatedFile;
import org.teestriage.platform.text.PlainWords;

/** Which code of the census stands for a referrer, by the words of {@code config/referral-sources.yaml}. */
final class ReferralSources {

    private static final String UNKNOWN = "10";

    /** The referral sources of the children in need census. */
    static final Set<String> CODES = Set.of(
            "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B", "5C", "5D", "6",
            "7", "8", "9", UNKNOWN);

    private ReferralSources() {}

    /** The content of referral-sources.yaml. */
    record File(List<Version> referralSources) {
        File {
            referralSources = DatedFile.inOrder(referralSources);
        }
    }

    /** @param whole whether the words have to be all of the role */
    record Row(String code, List<String> words, boolean whole) {
        Row {
            if (!CODES.contains(code)) {
                throw new IllegalArgumentException("config/referral-sources.yaml: the census has no code " + code);
            }
            words = List.copyOf(words);
        }

        private boolean isIn(String text) {
            List<String> said = PlainWords.of(text);
            return words.stream()
                    .map(PlainWords::of)
                    .anyMatch(each -> whole ? said.equals(each) : Collections.indexOfSubList(said, each) >= 0);
        }
    }

    record Version(LocalDate from, String source, @Nullable LocalDate lastVerified, List<Row> sources)
            implements DatedFile.Version {
        Version {
            Objects.requireNonNull(from, "config/referral-sources.yaml: from is missing");
            Objects.requireNonNull(source, "config/referral-sources.yaml: a source is missing");
            sources = List.copyOf(sources);
        }

        /** By the role of the referrer, else the organisation, else the agency; the first row with its words counts. */
        String of(Referrer referrer, String agency) {
            return Stream.of(referrer.role(), referrer.organisation(), agency.replace('-', ' '))
                    .filter(Objects::nonNull)
                    .flatMap(text ->
                            sources.stream().filter(row -> row.isIn(text)).limit(1))
                    .map(Row::code)
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    /** Read once. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("referral-sources.yaml", File.class).referralSources();
    }

    static Version on(LocalDate day) {
        return DatedFile.inForce(Holder.VERSIONS, day);
    }
}
