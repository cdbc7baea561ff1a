package org.teestriage.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.platform.text.PlainWords.Gap;
import org.teestriage.platform.text.PlainWords.Word;

class PlainWordsTest {

    @Test
    void caseAccentsAndPunctuationDoNotMatter() {
        assertThat(PlainWords.of("  Zoë-Marie, SØRENSEN (née Müller)"))
                .containsExactly("zoe", "marie", "sorensen", "nee", "muller");
        assertThat(PlainWords.of(" … ")).isEmpty();
    }

    @Test
    void ligaturesAndFullWidthLettersAreOrdinaryLetters() {
        assertThat(PlainWords.of("Grif\uFB01ths")).containsExactly("griffiths");
        assertThat(PlainWords.of("\uFF2A\uFF4F \uFF11\uFF12")).containsExactly("jo", "12");
    }

    @ParameterizedTest
    @CsvSource({
        "Łukasz, lukasz",
        "Đorđe, dorde",
        "Guðrún, gudrun",
        "Strauß, strauss",
        "Æsa, aesa",
        "Œdipe, oedipe",
        "Þór, thor",
        "Yıldız, yildiz",
        "İdil, idil",
        "Ŋala, ngala",
        "Ħal, hal",
        "Ḥasan, hasan",
        "Nguyễn, nguyen"
    })
    void lettersThatDoNotDecomposeArePlainLetters(String typed, String plain) {
        assertThat(PlainWords.of(typed)).containsExactly(plain);
    }

    @Test
    void whatShowsNothingIsLeftOut() {
        for (String nothing :
                new String[] {"\u200B", "\u200D", "\u00AD", "\uFEFF", "\u2060", "\u202E", "\u3164", "\u034F"}) {
            assertThat(PlainWords.of("Ro" + nothing + "bin")).as(nothing).containsExactly("robin");
            assertThat(PlainWords.of(nothing)).as(nothing).isEmpty();
        }
    }

    @Test
    void lettersThatLookLikeLatinOnesAreReadAsTheseInWordsThatAllowIt() {
        assertThat(PlainWords.of("R\u043Ebin S\u0430mple \u0410nn")).containsExactly("robin", "sample", "ann");
        assertThat(PlainWords.of("\u0410\u043D\u043D\u0430"))
                .as("a Russian word")
                .containsExactly("анна");
    }

    @Test
    void vowelSignsOfOtherScriptsAreLetters() {
        assertThat(PlainWords.of("\u0930\u093F\u092F\u093E")).isNotEqualTo(PlainWords.of("\u0930\u092F"));
        assertThat(PlainWords.of("\u1112\u1161\u11AB")).as("decomposed").isEqualTo(PlainWords.of("\uD55C"));
    }

    @Test
    void anApostropheSeparatesWordsUnlessTheyAreJoined() {
        for (String apostrophe : new String[] {"'", "\u2019", "\u2018", "\u02BC", "\u00B4", "`", "\uFF07", "\u2032"}) {
            assertThat(PlainWords.of("O" + apostrophe + "Néil")).as(apostrophe).containsExactly("o", "neil");
            assertThat(PlainWords.joined("O" + apostrophe + "Neil"))
                    .as(apostrophe)
                    .containsExactly("oneil");
        }
        assertThat(PlainWords.joined("the boys' school")).containsExactly("the", "boys", "school");
    }

    @Test
    void wordsSayWhatIsBeforeThemAndWhereTheyAre() {
        assertThat(PlainWords.words("Ann-Jo\u00AD’s. Ta"))
                .containsExactly(
                        new Word("ann", Gap.SENTENCE, 0, 3, true),
                        new Word("jo", Gap.HYPHEN, 4, 7, true),
                        new Word("s", Gap.APOSTROPHE, 8, 9, false),
                        new Word("ta", Gap.SENTENCE, 11, 13, true));
    }
}
