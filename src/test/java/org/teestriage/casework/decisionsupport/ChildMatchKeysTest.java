package org.teestriage.casework.decisionsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.casework.decisionsupport.ChildMatches.Alike;
import org.teestriage.platform.text.NameMatcher;

class ChildMatchKeysTest {

    private static ChildMatchKeys child(@Nullable String name, @Nullable String born, @Nullable String postcode) {
        return new ChildMatchKeys(
                name == null ? "" : NameMatcher.words(name), born == null ? null : LocalDate.parse(born), postcode);
    }

    private static @Nullable Alike alike(ChildMatchKeys one, ChildMatchKeys other) {
        return one.sought().entrySet().stream()
                .filter(key -> other.kept().contains(key.getKey()))
                .map(Map.Entry::getValue)
                .filter(found -> one.mayBe(other.words(), found))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "Robin Sample, 2013-04-05, TS24 7ZZ, Sample Robin,    2013-04-05, TS10 9ZZ, NAME_AND_DATE_OF_BIRTH",
        "Robin Sample, 2013-04-05, TS24 7ZZ, Robin J. Sample, 2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Róbin Sample, 2013-04-05, TS24 7ZZ, ROBIN SAMPLE,    2013-05-04, TS24 7ZZ, NAME_AND_POSTCODE",
        "Robin Sample, 2013-04-05, TS24 7ZZ, Bobby Sample,    2013-04-05, TS24 7ZZ, DATE_OF_BIRTH_AND_POSTCODE",
        "             , 2013-04-05, TS24 7ZZ, Robin Sample,    2013-04-05, TS24 7ZZ, DATE_OF_BIRTH_AND_POSTCODE",
        "Robin Sample,           ,         , Robin Sample,    2013-04-05, TS24 7ZZ, NAME_ALONE",
        "Robin Sample, 2013-04-05, TS24 7ZZ, Robin Sample,              ,         , NAME_ALONE",
        "Robin Sample,           ,         , Robin Sample,              ,         , NAME_ALONE",
        "Robin Sample, 2013-04-05, TS24 7ZZ, Robin Sample,    2012-01-01, TS10 9ZZ, ",
        "Robin Sample, 2013-04-05,         , Jamie Sample,    2013-04-05,         , ",
        "Robin Ann Sample, 2013-04-05,     , Robin Ann Other, 2013-04-05,         , ",
        "Robin,        2013-04-05,         , Robin,           2013-04-05,         , ",
    })
    void theMatchOfTwoChildrenIsSymmetric(
            @Nullable String name,
            @Nullable String born,
            @Nullable String postcode,
            @Nullable String otherName,
            @Nullable String otherBorn,
            @Nullable String otherPostcode,
            @Nullable Alike expected) {
        ChildMatchKeys one = child(name, born, postcode);
        ChildMatchKeys other = child(otherName, otherBorn, otherPostcode);
        assertThat(alike(one, other)).isEqualTo(expected);
        assertThat(alike(other, one)).isEqualTo(expected);
    }

    @Test
    void keysAreHashesOfFixedLengthAndLimitedNumber() {
        ChildMatchKeys longName = child("x".repeat(150) + " " + "y".repeat(149), "2013-04-05", "TS24 7ZZ");
        assertThat(longName.kept()).isNotEmpty().allMatch(key -> key.matches("[0-9a-f]{64}"));
        assertThat(child("a b c d e f g h i", null, null).kept())
                .as("two keys for each pair of the first six words")
                .hasSize(30);
    }
}
