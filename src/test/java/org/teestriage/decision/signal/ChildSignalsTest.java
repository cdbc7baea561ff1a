package org.teestriage.decision.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Api.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.FactsYaml;

/** Inputs of the decision table of outcomes, for one child. */
class ChildSignalsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 22);

    private static ChildSignals of(Object... changes) {
        return ChildSignals.of(Json.read(with(Bodies.GROOMING, changes).toString(), Facts.class), 1, false, DAY);
    }

    @Test
    void groomingByASuspectOfUnknownAgeIsSexualAndPossiblyByAnAdult() {
        assertThat(of())
                .isEqualTo(new ChildSignals(
                        Answer.YES,
                        Answer.NOT_KNOWN,
                        Answer.NO,
                        Answer.NO,
                        Answer.NO,
                        Answer.NO,
                        Answer.NO,
                        false,
                        false,
                        Answer.NO,
                        false,
                        false,
                        Answer.NO,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false));
    }

    @ParameterizedTest
    @CsvSource({"YES, true", "NOT_KNOWN, true", "NO, false"})
    void onlyTheChildWhoMayHaveBeenTraffickedHasTheSignal(String answer, boolean signal) {
        Facts facts = FactsYaml.facts(
                "children: [{name: Robin Sample}, {name: Jo Sample, pattern: {trafficked: %s}}]".formatted(answer));
        assertThat(ChildSignals.of(facts, 2, false, DAY).trafficked()).isEqualTo(signal);
        assertThat(ChildSignals.of(facts, 1, false, DAY).trafficked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CONVICTIONS, YES,       true",
        "CONVICTIONS, NOT_KNOWN, true",
        "CONVICTIONS, NO,        false",
        "MAPPA,       YES,       true",
        "NOTHING,     YES,       false"
    })
    void anAdultWithAHistoryOfHarmWhoMayLiveOrStayWithAChildIsARisk(String known, Answer stays, boolean risk) {
        Map<String, String> history =
                switch (known) {
                    case "CONVICTIONS" -> Map.of("convictions", "YES", "staysWithChild", stays.name());
                    case "MAPPA" -> Map.of("mappa", "YES", "staysWithChild", stays.name());
                    default -> Map.of("convictions", "NOT_KNOWN", "staysWithChild", stays.name());
                };
        assertThat(of("/suspects/0/history", history).riskyAdult()).isEqualTo(risk);
        Map<String, Object> lodger = Map.of("role", "HOUSEHOLD_MEMBER", "name", "Toni Lodger", "history", history);
        assertThat(of("/people", List.of(lodger)).riskyAdult()).isEqualTo(risk);
    }

    @Test
    void anAdultAroundAnotherChildIsNoRiskToThisOne() {
        Map<String, Object> lodger = Map.of(
                "role",
                "HOUSEHOLD_MEMBER",
                "name",
                "Toni Lodger",
                "about",
                List.of(2),
                "livesWithChild",
                "YES",
                "history",
                Map.of("registeredSexOffender", "YES"));
        Object[] changes = {"/children/1", Map.of("name", "Jamie Sample"), "/people", List.of(lodger)};
        assertThat(of(changes).riskyAdult()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Answer.class)
    void urgencyAnswersAreSignalsWordForWord(Answer answer) {
        assertThat(of("/urgency/dangerNow", answer.name()).dangerNow()).isEqualTo(answer);
        assertThat(of("/urgency/selfHarmOrSuicide", answer.name()).selfHarm()).isEqualTo(answer);
        assertThat(of("/urgency/meetingArranged", answer.name()).meetingArranged())
                .isEqualTo(answer);
        assertThat(of("/urgency/abuseLive", answer.name()).abuseLive()).isEqualTo(answer);
        assertThat(of("/urgency/childWithSuspect", answer.name()).withSuspect()).isEqualTo(answer);
        assertThat(of("/children/0/missing", answer.name()).missing()).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource(Answer.class)
    void theAnswerOfTheChildCountsBeforeThatOfTheConcern(Answer answer) {
        assertThat(of(
                                "/urgency/selfHarmOrSuicide",
                                "YES",
                                "/children/0/answers",
                                Map.of("selfHarmOrSuicide", answer.name()))
                        .selfHarm())
                .isEqualTo(answer);
    }

    @Test
    void eachFactSetsItsOwnSignal() {
        assertThat(of("/kinds", List.of("SEXTORTION")).coercion()).isTrue();
        assertThat(of("/kinds", List.of("COERCED_SELF_HARM")).selfHarmCoerced()).isTrue();
        assertThat(of("/kinds", List.of("SEXUAL_EXPLOITATION")).exploitation()).isTrue();
        assertThat(of("/kinds", List.of("CRIMINAL_EXPLOITATION")).exploitation())
                .isTrue();
        assertThat(of("/children/0", Map.of("unknown", true)).unidentified()).isTrue();
        assertThat(of("/suspects/0/worksWithChildren", "YES").suspectWorksWithChildren())
                .isTrue();
        assertThat(of("/suspects/0/ageGroup", "UNDER_18").adultSuspect()).isEqualTo(Answer.NO);
        assertThat(of("/images", Map.of("exist", "YES", "adultInvolved", "YES")).imagesWithAdult())
                .isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "Social worker, true",
        "'Senior social worker, looked-after team', true",
        "Family Help lead practitioner, true",
        "' ', true",
        "School nurse, false",
        "Social media officer of the school, false"
    })
    void aWorkerMayBeAllocatedUnlessTheRoleSaysOtherwise(String role, boolean signal) {
        assertThat(of("/children/0/knownWorkers", List.of(Map.of("name", "Sam Worker", "role", role)))
                        .workerAllocated())
                .isEqualTo(signal);
        assertThat(of("/children/0/knownWorkers", List.of()).workerAllocated()).isFalse();
    }

    @Test
    void signalsOfAChildIgnoreTheFactsOfOtherChildren() {
        Facts facts = Json.read(
                with(Bodies.GROOMING, "/children/1", Map.of("name", "Jamie Sample", "missing", "YES"))
                        .toString(),
                Facts.class);
        assertThat(ChildSignals.of(facts, 1, true, DAY).missing()).isEqualTo(Answer.NO);
        assertThat(ChildSignals.of(facts, 2, false, DAY).missing()).isEqualTo(Answer.YES);
        assertThat(ChildSignals.of(facts, 1, true, DAY).outsideTees()).isTrue();
        assertThat(ChildSignals.of(facts, 2, false, DAY).outsideTees()).isFalse();
    }
}
