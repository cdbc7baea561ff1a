package org.teestriage.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatcherTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jo Bell            | jo bell",
                "Bell, Jo           | Jo Bell",
                "Jo Ann Bell        | Jo Bell",
                "Jo Bell            | Mr Jo Bell",
                "Zoë Bëll           | Zoe Bell",
                "JO  BELL.          | Jo-Bell"
            })
    void similarNamesMayBeOfTheSamePerson(String one, String other) {
        assertThat(NameMatcher.samePerson(one, other)).isTrue();
        assertThat(NameMatcher.samePerson(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jo | Jo Bell",
                "Jo | Jo",
                "Jo Bell | Jo Ball",
                "Jo Ann Bell | Jo Bell Carr",
                "? | Jo Bell",
                "? | ?"
            })
    void otherNamesAreOfDifferentPeople(String one, String other) {
        assertThat(NameMatcher.samePerson(one, other)).isFalse();
        assertThat(NameMatcher.samePerson(other, one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Northfield Primary School | northfield-school",
                "The Northfield Academy    | Northfield",
                "Southgate Surgery         | southgate-surgery",
                "St. Anne's Church         | St Anne's C of E Primary"
            })
    void similarNamesMayBeOfTheSamePlace(String one, String other) {
        assertThat(NameMatcher.samePlace(one, other)).isTrue();
        assertThat(NameMatcher.samePlace(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Northfield School | southfield-school",
                "Primary School    | northfield-school",
                "The School        | the-school",
                "Northfield School | northfields-school"
            })
    void otherNamesAreOfDifferentPlaces(String one, String other) {
        assertThat(NameMatcher.samePlace(one, other)).isFalse();
        assertThat(NameMatcher.samePlace(other, one)).isFalse();
    }

    @Test
    void oneWordIdentifiesAPersonOnlyIfFewHaveIt() {
        assertThat(NameMatcher.identifies("Madhulika")).isTrue();
        assertThat(NameMatcher.identifies("Jo Bell")).isTrue();
        for (String common :
                List.of("Daniel", "Smith", "Mr Smith", "Anne-Marie", "Jo", "Alex", "Hope", "", "?", "x99")) {
            assertThat(NameMatcher.identifies(common)).as(common).isFalse();
        }
    }

    @Test
    void aOneWordNameOfAChildNeedsTheDateOfBirth() {
        assertThat(NameMatcher.sameChild("Madhulika", "Madhulika Rao", true)).isTrue();
        assertThat(NameMatcher.sameChild("Madhulika", "Madhulika Rao", false)).isFalse();
        assertThat(NameMatcher.sameChild("Madhulika", "Meenakshi Rao", true)).isFalse();
        assertThat(NameMatcher.sameChild("", "Madhulika", true)).isFalse();
    }

    @Test
    void wordsFitIntoTheirColumnAndMatchTheNameTheyAreOf() {
        assertThat(NameMatcher.words("\uFDFA ".repeat(90))).hasSizeLessThanOrEqualTo(300);
        assertThat(NameMatcher.words("\uAC01".repeat(50) + "\uD7A3".repeat(50))).hasSizeLessThanOrEqualTo(300);
        for (String name : List.of("Pat O'Brien", "Anne-Marie Quill", "Łukasz Müller", "Bell, Jo")) {
            assertThat(NameMatcher.samePerson(NameMatcher.words(name), name))
                    .as(name)
                    .isTrue();
            assertThat(NameMatcher.words(NameMatcher.words(name))).isEqualTo(NameMatcher.words(name));
        }
    }

    /** An earlier release stored the words in alphabetical order, cut at apostrophes. */
    @ParameterizedTest
    @CsvSource({
        "brien o pat, Pat OBrien",
        "brien o pat, Pat O’Brien",
        "anne marie quill, Annemarie Quill",
        "zimny łukasz, Lukasz Zimny"
    })
    void wordsThatAnEarlierReleaseStoredStillMatch(String stored, String name) {
        assertThat(NameMatcher.samePerson(stored, name)).isTrue();
    }

    @Test
    void longInputTakesLinearTime() {
        String name = "Jo Ann-Marie O'Example ".repeat(9).substring(0, 200);
        String letters = "a".repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 2_000; i++) {
                assertThat(NameMatcher.samePerson(name, name)).isTrue();
            }
            assertThat(NameMatcher.samePerson(letters, letters)).isFalse();
            assertThat(new LineText(letters).names("Robin Sample")).isFalse();
            assertThat(new LineText("a ".repeat(100_000)).names("a".repeat(300)))
                    .isFalse();
            assertThat(new LineText("ab ".repeat(50_000)).namesAccount("ab".repeat(150) + "c"))
                    .isFalse();
            assertThat(NameMatcher.samePlace("St ".repeat(50_000), "Saint Anne"))
                    .isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He writes as alex plays 99 there. | alex_plays_99 | true",
                "He is alexplays99.                | alex_plays_99 | true",
                "He is ALEX-PLAYS-99.              | alex_plays_99 | true",
                "He is alexplays there.            | alex_plays_99 | true",
                "Alexplays99's friend.             | alex_plays_99 | true",
                "He plays at 99 o'clock.           | alex_plays_99 | false",
                "Malexplays99 is another.          | alex_plays_99 | false",
                "He plays a game.                  | game          | false",
                "Ring us at 99.                    | 99            | false",
                "It is the year 8 chat.            | Year 8 chat   | true",
                "It is a good school.              | school12      | false"
            })
    void anAccountIsFoundInAnyDivision(String line, String handle, boolean found) {
        assertThat(new LineText(line).namesAccount(handle)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We spoke to Northfield.      | Northfield Primary School | true",
                "We spoke to St Annes.        | St Anne's School          | true",
                "We spoke to Saint Anne's.    | St. Anne's Primary School | true",
                "We spoke to Stockton School. | Stockton School           | true",
                "The Stockton team calls.     | Stockton School           | false",
                "We hope for it.              | Hope School               | false",
                "We spoke to Hope School.     | Hope School               | true",
                "The school knows.            | Northfield Primary School | false"
            })
    void aPlaceIsFoundByItsDistinctiveWords(String line, String place, boolean found) {
        assertThat(new LineText(line).namesPlace(place)).isEqualTo(found);
    }

    @Test
    void aNameIsNormalised() {
        assertThat(NameMatcher.words("  O'Bell,  Zoë (Jo) ")).isEqualTo("jo o'bell zoe");
        assertThat(NameMatcher.words("Mr Jo Bell")).isEqualTo("bell jo");
        assertThat(NameMatcher.words("–")).isEmpty();
    }
}
