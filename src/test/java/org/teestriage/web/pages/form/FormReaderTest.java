package org.teestriage.web.pages.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.web.pages.form.Voyage.Port;

class FormReaderTest {

    private static final FormValues MINIMUM =
            FormValues.NOTHING.and("ship", "Endeavour").and("cargo", "COAL");

    private static FormReader.Read<Voyage> read(FormValues typed) {
        return FormReader.read(Voyage.class, Voyage.definition(), typed, Voyage.VALIDATOR);
    }

    @Test
    void aRecordWrittenAsFormValuesIsReadBackUnchanged() {
        FormValues typed = FormWriter.write(Voyage.definition(), Voyage.whole());
        assertThat(read(typed).record()).contains(Voyage.whole());
        assertThat(typed.answers())
                .containsEntry("calls[0].customs.officer", List.of("Nils Berg"))
                .containsEntry("perils", List.of("ICE"))
                .containsEntry("insured", List.of("false"))
                .containsEntry("sailedAt.day", List.of("1"))
                .containsEntry("sailedAt.time", List.of("09:05"))
                .containsEntry("reference", List.of("K7Q2-9FXM-F"))
                .doesNotContainKey("from.customs.officer");
    }

    @Test
    void unansweredFieldsAreNullOrEmpty() {
        assertThat(read(MINIMUM).record())
                .contains(new Voyage(
                        "Endeavour",
                        null,
                        null,
                        Voyage.Cargo.COAL,
                        null,
                        null,
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of()));
    }

    @Test
    void fieldsWhoseConditionIsNotMetAreNotRead() {
        FormValues typed = FormWriter.write(Voyage.definition(), Voyage.whole())
                .and("cargo", "COAL")
                .and("insured", "true")
                .and("calls[0].abroad", "false");
        Voyage read = read(typed).record().orElseThrow();
        assertThat(read.otherCargo()).isNull();
        assertThat(read.perils()).isEmpty();
        assertThat(read.calls().get(0).customs()).isNull();
        assertThat(read(typed.and("cargo", "OTHER")).soFar().otherCargo()).isEqualTo("Slate");
    }

    @Test
    void blankListMembersAreLeftOutAndMistakesNameTheTypedField() {
        FormValues typed = MINIMUM.and("calls[2].name", " ")
                .and("calls[4].name", "Leith")
                .and("calls[7].abroad", "true")
                .and("calls[7].customs.officer", "x".repeat(301));
        FormReader.Read<Voyage> read = read(typed);
        assertThat(read.record()).isEmpty();
        assertThat(read.soFar().calls()).extracting(Port::name).containsExactly("Leith", null);
        assertThat(read.wrong())
                .isEqualTo(Map.of(
                        "calls[7].name",
                        "Write something here",
                        "calls[7].customs.officer",
                        "Must be one line of at most 300 characters, without control characters"));
    }

    /** A required and an optional group. */
    record Crossing(
            @NotNull @Valid Port from, @Nullable @Valid Port to) {}

    @Test
    void aRequiredGroupIsReadEvenWhereItIsEmpty() {
        FormDefinitions definitions = new FormDefinitions(
                List.of(LabelledTypes.of(Crossing.class, Voyage.class)),
                Voyage.labels(Voyage.LABELS + "FormReaderTest.Crossing.from=From\nFormReaderTest.Crossing.to=To"));
        FormReader.Read<Crossing> read =
                FormReader.read(Crossing.class, definitions.of(Crossing.class), FormValues.NOTHING, Voyage.VALIDATOR);
        assertThat(read.soFar().to()).isNull();
        assertThat(read.wrong()).isEqualTo(Map.of("from.name", "Write something here"));
    }

    @Test
    void unreadableValuesAreReportedByField() {
        FormValues typed = FormValues.NOTHING
                .and("ship", " ")
                .and("crew", "a dozen")
                .and("cargo", "WOOL")
                .and("insured", "perhaps")
                .and("reference", "K7Q2")
                .and("built.day", "31")
                .and("built.month", "2")
                .and("built.year", "1998")
                .and("sailedAt.day", "1")
                .and("sailedAt.month", "7")
                .and("sailedAt.year", "2026")
                .and("sailedAt.time", "dawn");
        assertThat(read(typed).wrong())
                .isEqualTo(Map.of(
                        "ship", "Write something here",
                        "crew", "Write a whole number, such as 13",
                        "cargo", "Choose one of the answers",
                        "insured", "Choose one of the answers",
                        "reference", "Write a reference, such as K7Q2-9FXM-F",
                        "built", "Write a real date, such as 27 3 2026",
                        "sailedAt", "Write a date and a time, such as 27 3 2026 and 09:30"));
        assertThat(read(typed).wrongAt(List.of("ship", "sailedAt"))).containsOnlyKeys("ship", "sailedAt");
        assertThat(read(FormValues.NOTHING).wrong())
                .isEqualTo(Map.of("ship", "Write something here", "cargo", "Give an answer"));
    }

    @Test
    void anOverfullListIsFoundByItsName() {
        FormDefinitions definitions = Voyage.definitions();
        FormValues three = FormWriter.write(Voyage.definition(), Voyage.whole()).and("calls[9].name", "Oslo");
        assertThat(three.overfull(definitions::mostOf)).isEmpty();
        assertThat(three.and("calls[10].name", " ").overfull(definitions::mostOf))
                .isEmpty();
        assertThat(three.and("calls[10].name", "Riga").overfull(definitions::mostOf))
                .contains("calls");
        FormValues repeated = new FormValues(Map.of("perils", Collections.nCopies(101, "ICE")));
        assertThat(repeated.overfull(definitions::mostOf)).contains("perils");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[0]",
                "calls[]",
                "calls[1000].name",
                "calls[-1].name",
                "calls[0].name.",
                ".calls",
                "calls..name",
                "calls[0][0]",
                "ca lls",
                "calls[0",
                "calls\u0000"
            })
    void aNameThatNoFieldHasIsFoundAndReadAsNothing(String name) {
        FormValues typed = MINIMUM.and(name, "Riga");
        assertThat(typed.isMisnamed()).isTrue();
        assertThat(typed.says(name)).isFalse();
        assertThat(typed.indexes("calls")).isEmpty();
        assertThat(MINIMUM.and("calls[999].customs.officer", "Nils Berg").isMisnamed())
                .isFalse();
    }
}
