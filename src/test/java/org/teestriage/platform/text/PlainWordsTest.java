package org.teestriage.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainWordsTest {

    @Test
    void caseAccentsAndPunctuationDoNotMatter() {
        assertThat(PlainWords.of("  Zoë-Marie, SØRENSEN (née Müller)"))
                .containsExactly("zoe", "marie", "sørensen", "nee", "muller");
        assertThat(PlainWords.of(" … ")).isEmpty();
    }

    @Test
    void ligaturesAndFullWidthLettersAreOrdinaryLetters() {
        assertThat(PlainWords.of("Grif\uFB01ths")).containsExactly("griffiths");
        assertThat(PlainWords.of("\uFF2A\uFF4F")).containsExactly("jo");
        assertThat(PlainWords.asTyped("Grif\uFB01ths")).containsExactly("grif\uFB01ths");
    }

    @Test
    void anApostropheSeparatesWordsUnlessTheyAreJoined() {
        assertThat(PlainWords.of("O'Neil")).containsExactly("o", "neil");
        assertThat(PlainWords.joined("O’Neil")).containsExactly("oneil");
        assertThat(PlainWords.asTyped("O'Néil")).containsExactly("oneil");
    }
}
