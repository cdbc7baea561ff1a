package org.teestriage.decision.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    @Test
    void policeAndAmbulanceAreToldApartAndDoubtIsDanger() {
        assertThat(SHIPPED.help().services())
                .anyMatch(line -> line.startsWith("Police, 999"))
                .anyMatch(line -> line.startsWith("Ambulance, 999"))
                .anyMatch(line -> line.startsWith("Not sure") && line.contains("999"))
                .anyMatch(line -> line.startsWith("Police, 101") && line.contains("no child is in immediate danger"));
    }

    @Test
    void noCrisisLineCountsAsConfirmedAndTheMissingOneIsNamed() {
        assertThat(SHIPPED.help().crisisLines())
                .extracting(CrisisLine::number)
                .containsExactly("111", "0800 1111", "116 123");
        assertThat(SHIPPED.help().crisisLines())
                .allMatch(line -> line.lastVerified() == null && !line.source().isEmpty());
        assertThat(SHIPPED.help().notKnown()).contains("is not known");
    }

    @Test
    void adviceAboutDevicesStandsInOneText() throws IOException {
        assertThat(SHIPPED.evidence().say())
                .contains("powered", "flight mode", "do not use it", "no image of abuse", "who has handled it");
        Pattern second = Pattern.compile(
                "switch(ed|ing)? (it |them )?(on|off)|flight mode|keep (the|a|any) (device|telephone|phone)|aeroplane mode",
                Pattern.CASE_INSENSITIVE);
        List<String> advice = new ArrayList<>();
        for (String place :
                List.of("src/main/resources/words.properties", "src/main/resources/templates", "config", "docs")) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(properties|html|yaml|md)"))
                        .filter(path -> !path.endsWith("openapi.yaml") && !path.startsWith("config/demo"))
                        .toList()) {
                    Files.readAllLines(file).stream()
                            .filter(line -> second.matcher(line).find()
                                    && !line.contains(SHIPPED.evidence().say()))
                            .map(line -> file + ": " + line)
                            .forEach(advice::add);
                }
            }
        }
        assertThat(advice).isEmpty();
    }
}
