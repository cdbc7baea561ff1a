package org.teestriage.decision.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.Step;
import org.teestriage.platform.document.ConfigFile;
import org.teestriage.platform.transaction.RequestRefusedException;

/** The approved sentences of each day, as shipped. */
class WordingTest {

    private static final Wording SHIPPED = Wording.read(ConfigFile.open("wording.yaml"));
    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 27);
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 28);

    private static List<String> sentences(LocalDate day) {
        Wordings wordings = SHIPPED.on(day);
        return Stream.of(Step.ACKNOWLEDGEMENT, Step.REFERRER_FEEDBACK)
                .flatMap(step -> wordings.toTell(step).stream())
                .map(Choice::value)
                .toList();
    }

    @Test
    void noSentenceKeepsASafeguardingLeadFromTheHeadOrThePolice() {
        assertThat(sentences(BEFORE)).anyMatch(sentence -> sentence.contains("Do not speak to anybody"));
        assertThat(sentences(SINCE)).noneMatch(sentence -> sentence.contains("anybody"));
        assertThat(sentences(SINCE))
                .filteredOn(sentence -> sentence.contains("Do not"))
                .isNotEmpty()
                .allMatch(sentence -> sentence.contains("your head or safeguarding lead, and the police"));
    }

    @Test
    void professionalsCanBeToldTheRealOutcome() {
        assertThat(SHIPPED.on(SINCE).outcomes().say())
                .filteredOn(sentence -> sentence.startsWith("To you as a professional"))
                .anyMatch(sentence -> sentence.contains("section 17"))
                .anyMatch(sentence -> sentence.contains("section 47"))
                .anyMatch(sentence -> sentence.contains("threshold"));
    }

    @Test
    void noSentenceTellsOfTheLado() {
        assertThat(sentences(SINCE)).noneMatch(sentence -> sentence.contains("LADO"));
    }

    @Test
    void aSentenceOfAnEarlierDayCannotBeChosenAnyMore() {
        String gag = "Children's social care and the police are acting together. Do not speak to anybody about it.";
        SHIPPED.on(BEFORE).requireOutcome(gag);
        assertThatThrownBy(() -> SHIPPED.on(SINCE).requireOutcome(gag)).isInstanceOf(RequestRefusedException.class);
    }
}
