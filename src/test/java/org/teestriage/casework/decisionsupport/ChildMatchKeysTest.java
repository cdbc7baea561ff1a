package org.teestriage.casework.decisionsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.casework.decisionsupport.ChildMatches.Alike;
import org.teestriage.platform.document.Sha256;
import org.teestriage.platform.text.NameMatcher;
import org.teestriage.platform.text.PlainWords;

class ChildMatchKeysTest {

    private static ChildMatchKeys child(@Nullable String name, @Nullable String born, @Nullable String postcode) {
        return ChildMatchKeys.of(name, born == null ? null : LocalDate.parse(born), postcode);
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
        "Robin,        2013-04-05,         , Robin,           2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Robin,        2013-04-05,         , Robin Sample,    2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Robin,        2013-04-05,         , Robin,           2013-04-06,         , ",
        "Robin,                  , TS24 7ZZ, Robin,                     , TS24 7ZZ, ",
        "Robin,        2013-04-05,         , Jamie Robin Sample Junior, 2013-04-05, , NAME_AND_DATE_OF_BIRTH",
        "Robin Sample, 2013-04-05,         , Robin Other,     2013-04-05,         , ",
        "R. Sample,    2013-04-05,         , Robin Sample,    2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "R. Sample,              ,         , Robin Sample,    2013-04-05,         , ",
        "Pat O'Sample, 2013-04-05,         , Pat OSample,     2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Pat O'Sample, 2013-04-05,         , OSAMPLE Pat,     2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Pat O Sample,           ,         , Pat O’Sample,    2013-04-05,         , NAME_ALONE",
        "Anne-Marie Sample,      , TS24 7ZZ, Annemarie Sample,          , TS24 7ZZ, NAME_AND_POSTCODE",
        "Dan Sample,   2013-04-05,         , Daniel Sample,   2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Dan Sample,   2013-04-05,         , Danny Sample,    2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Łukasz Müller, 2013-04-05,        , Lukas Mueller,   2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Rosa de la Cruz, 2013-04-05,      , Rosa Delacruz,   2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Kit McSample, 2013-04-05,         , Kit Mac Sample,  2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Wang Xiaoming, 2013-04-05,        , Hsiao-ming Wang, 2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Sam Sample,   2013-04-05,         , Samantha Sample, 2013-04-05,         , NAME_AND_DATE_OF_BIRTH",
        "Samuel Sample, 2013-04-05,        , Samantha Sample, 2013-04-05,         , ",
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
        assertThat(child("ann bo cy di ed flo gus hal ida", "2013-04-05", "TS24 7ZZ")
                        .kept())
                .as("keys of the first six words and of neighbours that are written together")
                .hasSizeLessThan(700);
        assertThat(child("Chris Alex Sam Jo Al Kris Charlie", "2013-04-05", "TS24 7ZZ")
                        .kept())
                .as("keys of words with many forms")
                .hasSizeLessThan(900);
        assertThat(child("Quill Marrow", "2013-04-05", "TS24 7ZZ").kept()).hasSizeLessThan(20);
    }

    @Test
    void aNameThatMatchesIsFoundByItsKeys() throws IOException {
        List<String[]> pairs = Files.readAllLines(Path.of("src/test/resources/names/pairs.tsv")).stream()
                .filter(line -> line.startsWith("person\t") || line.startsWith("child\t"))
                .map(line -> line.split("\t", -1))
                .toList();
        assertThat(pairs).hasSizeGreaterThan(200);
        List<String> missed = new ArrayList<>();
        for (String[] pair : pairs) {
            for (String born : new String[] {"2013-04-05", null}) {
                ChildMatchKeys one = child(pair[1], born, null);
                ChildMatchKeys other = child(pair[2], born, null);
                // With the name alone, an initial finds nothing.
                boolean initial = born == null && (hasInitial(pair[1]) || hasInitial(pair[2]));
                boolean matches = NameMatcher.sameChild(pair[1], pair[2], born != null);
                if (matches && !initial && (alike(one, other) == null || alike(other, one) == null)) {
                    missed.add("%s and %s, born %s".formatted(pair[1], pair[2], born));
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    private static boolean hasInitial(String name) {
        return PlainWords.of(name).stream().anyMatch(word -> word.matches("[a-z]"));
    }

    @Test
    void concernsOfTheReleaseBeforeAreFoundUnderTheirOwnKeys() {
        Set<String> stored = Set.of(Sha256.of("born\no pat\n2013-04-05"), Sha256.of("name\nlukasz zimny"));
        assertThat(child("Pat O'Sample", "2013-04-05", null).sought().keySet()).containsAnyElementsOf(stored);
        assertThat(child("Łukasz Zimny", null, null).sought().keySet())
                .contains(Sha256.of("name\nzimny łukasz"))
                .doesNotContain(Sha256.of("name\nlukasz zimny"));
        assertThat(child("Pat Sample", null, null).mayBe("pat sample", Alike.NAME_ALONE))
                .isTrue();
        assertThat(child("Pat O'Sample", null, null).mayBe("o pat sample", Alike.NAME_ALONE))
                .isTrue();
    }
}
