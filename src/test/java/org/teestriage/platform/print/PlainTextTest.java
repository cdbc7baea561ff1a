package org.teestriage.platform.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader can tell what the service says from what people typed, on every line. */
class PlainTextTest {

    private static final String FORGED = "DECIDED BY THE HUB";

    private static List<String> lines(String name, String account) {
        PrintDocument.Writer writer = new PrintDocument.Writer("Referral", "Referral TT-TEST", "the letter");
        writer.heading("Child");
        writer.line("Name", name);
        writer.heading("Account");
        writer.told("Seen or known", account);
        return PlainText.of(writer.document()).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029", "\n\n"})
    void noSeparatorOfLinesLetsTypedTextStandAlone(String separator) {
        String forged = "Robin" + separator + FORGED + separator + "Outcomes: no further action";
        for (List<String> letter : List.of(lines(forged, "nothing"), lines("Robin", forged))) {
            assertThat(letter)
                    .contains("| " + FORGED, "| Outcomes: no further action")
                    .noneMatch(line -> line.startsWith(FORGED) || line.startsWith("Outcomes"))
                    .noneMatch(line -> line.chars().anyMatch(sign -> sign == 0x2028 || sign == 0x2029 || sign < ' '));
        }
    }

    @Test
    void aLongLineIsBrokenBeforeAMailProgramBreaksIt() {
        String padded = "Robin" + " ".repeat(80) + FORGED;
        List<String> letter = lines(padded, "word ".repeat(100) + FORGED);
        assertThat(letter)
                .allMatch(line -> line.length() <= 76)
                .filteredOn(line -> line.contains(FORGED))
                .allMatch(line -> line.startsWith("|"));
    }

    @Test
    void noWordIsLostOrCut() {
        String address = "https://social.example/" + "a".repeat(200);
        String told =
                "see " + address + " and " + "some other words ".repeat(30).strip();
        String joined = String.join(
                " ",
                lines("Robin", told).stream()
                        .filter(line -> line.startsWith("| "))
                        .map(line -> line.substring(2))
                        .toList());
        assertThat(joined).isEqualTo(told);
    }

    @Test
    void charactersThatTurnTheReadingOrderAreNamed() {
        assertThat(lines("a \u202Eb", "c \u2066d")).contains("Name: a [character U+202E]b", "| c [character U+2066]d");
    }
}
