package org.teestriage.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aNameIsNormalised() {
        assertThat(NameMatcher.words("  O'Bell,  Zoë (Jo) ")).isEqualTo("bell jo o zoe");
        assertThat(NameMatcher.words("Mr Jo Bell")).isEqualTo("bell jo");
        assertThat(NameMatcher.words("–")).isEmpty();
    }
}
