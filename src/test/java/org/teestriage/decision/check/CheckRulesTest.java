package org.teestriage.decision.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.concern.Priority;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.decision.check.CheckRules.Suggestion;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Bodies;

class CheckRulesTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-29");
    private static final CheckRules.Version RULES = CheckRules.on(FIRST_DAY);
    private static final List<String> ANSWERS = List.of("NO", "NOT_KNOWN", "YES");

    private static ObjectNode facts(Set<HarmKind> kinds) {
        ObjectNode facts = (ObjectNode) Json.tree(Json.read(Bodies.GROOMING, Facts.class));
        ArrayNode names = facts.putArray("kinds");
        kinds.forEach(kind -> names.add(kind.name()));
        return facts;
    }

    private static Set<Suggestion> suggested(ObjectNode facts, Priority priority) {
        return Set.copyOf(RULES.suggested(Json.read(facts.toString(), Facts.class), priority, FIRST_DAY));
    }

    private static Set<CheckPartner> due(ObjectNode facts, Priority priority) {
        return suggested(facts, priority).stream()
                .filter(Suggestion::due)
                .map(Suggestion::partner)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CheckPartner.class)));
    }

    @ParameterizedTest
    @EnumSource(HarmKind.class)
    void aMoreUrgentPriorityRemovesNoCheck(HarmKind kind) {
        ObjectNode facts = facts(EnumSet.of(kind));
        assertThat(suggested(facts, Priority.AMBER)).containsAll(suggested(facts, Priority.GREEN));
        assertThat(suggested(facts, Priority.RED)).containsAll(suggested(facts, Priority.AMBER));
    }

    @Test
    void aKindOfHarmRemovesNoCheckOfAnother() {
        for (HarmKind one : HarmKind.values()) {
            for (HarmKind other : HarmKind.values()) {
                assertThat(suggested(facts(EnumSet.of(one, other)), Priority.GREEN))
                        .as("%s and %s", one, other)
                        .containsAll(suggested(facts(EnumSet.of(one)), Priority.GREEN));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HarmKind.class)
    void notKnowingRemovesNoCheckThatANoWouldLeaveAndAYesNoneThatNotKnowingGives(HarmKind kind) {
        for (String question : List.of("selfHarmOrSuicide", "childWithSuspect", "dangerNow", "meetingArranged")) {
            ObjectNode facts = facts(EnumSet.of(kind));
            Set<Suggestion> calmer = Set.of();
            for (String answer : ANSWERS) {
                ((ObjectNode) facts.get("urgency")).put(question, answer);
                Set<Suggestion> now = suggested(facts, Priority.GREEN);
                assertThat(now).as("%s %s %s", kind, question, answer).containsAll(calmer);
                calmer = now;
            }
        }
    }

    @Test
    void theCouncilsOwnRecordAndTheChildProtectionPlanAreLookedUpForEveryChild() {
        assertThat(due(facts(EnumSet.of(HarmKind.CYBERBULLYING)), Priority.GREEN))
                .containsExactlyInAnyOrder(CheckPartner.COUNCIL_RECORD, CheckPartner.CHILD_PROTECTION_PLAN);
    }

    @Test
    void policeHealthAndEducationAreAskedFromAmberOn() {
        assertThat(due(facts(EnumSet.of(HarmKind.CYBERBULLYING)), Priority.AMBER))
                .contains(CheckPartner.POLICE, CheckPartner.HEALTH, CheckPartner.EDUCATION);
    }

    @Test
    void aConcernWithoutAKindOfHarmIsCheckedWithThePolice() {
        assertThat(due(facts(Set.of()), Priority.GREEN)).contains(CheckPartner.POLICE);
    }

    @Test
    void anAdultWhoMayBeWithTheChildIsCheckedWithProbationWhereTheHarmMayBeSexual() {
        ObjectNode facts = facts(EnumSet.of(HarmKind.GROOMING));
        assertThat(due(facts, Priority.GREEN)).doesNotContain(CheckPartner.PROBATION);
        ((ObjectNode) facts.get("urgency")).put("childWithSuspect", "NOT_KNOWN");
        assertThat(due(facts, Priority.GREEN)).contains(CheckPartner.PROBATION);
    }

    @Test
    void aHistoryOfHarmOfAnyPersonIsCheckedWithProbation() {
        ObjectNode facts = facts(EnumSet.of(HarmKind.CYBERBULLYING));
        ObjectNode lodger = facts.putArray("people").addObject();
        lodger.put("role", "HOUSEHOLD_MEMBER").put("name", "Toni Lodger");
        lodger.putObject("history").put("convictions", "NOT_KNOWN");
        assertThat(due(facts, Priority.GREEN)).contains(CheckPartner.PROBATION, CheckPartner.POLICE);
    }

    @Test
    void nothingIsDueInAConcernOfBeforeTheFirstVersionButAllOfItIsSuggested() {
        Facts facts = Json.read(facts(EnumSet.of(HarmKind.GROOMING)).toString(), Facts.class);
        LocalDate dayBefore = FIRST_DAY.minusDays(1);
        assertThat(CheckRules.on(dayBefore).suggested(facts, Priority.RED, dayBefore))
                .noneMatch(Suggestion::due)
                .hasSameSizeAs(RULES.suggested(facts, Priority.RED, FIRST_DAY));
    }

    @Test
    void eachPartnerHasAWayInWhichItIsAsked() {
        assertThat(CheckRules.versions()).allSatisfy(version -> assertThat(CheckPartner.values())
                .allSatisfy(partner -> assertThat(version.contact(partner)).isPresent()));
    }
}
