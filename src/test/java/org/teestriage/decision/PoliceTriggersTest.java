package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.ChildrenWhoHarm;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.decision.Report.NotNeeded;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.decision.signal.PoliceTrigger;
import org.teestriage.decision.signal.PoliceTriggers;
import org.teestriage.decision.signal.Signals;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.FactsYaml;

/** Harm between children: when the police are due, and when the designated safeguarding lead may lead the response. */
class PoliceTriggersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 22);

    /** Two pupils exchanged a picture, and every question is answered with no. */
    private static final String PUPILS = """
            urgency: {dangerNow: NO, selfHarmOrSuicide: NO, meetingArranged: NO, abuseLive: NO, childWithSuspect: NO}
            children: [{name: Robin Sample, estimatedAge: 15}]
            suspects: [{realName: Jo Example, ageGroup: UNDER_18, peer: {age: 14, knownOffline: YES}}]
            kinds: [SEXTING]
            images: {exist: YES, adultInvolved: NO, childUnder13: NO}
            betweenChildren: {coerced: NO, unusualOrViolent: NO}
            """;

    private static Facts facts(String yaml) {
        return ChildrenWhoHarm.in(FactsYaml.facts(yaml));
    }

    private static List<PoliceTrigger> triggers(Facts facts) {
        return PoliceTrigger.of(facts, DAY).toList();
    }

    private static PoliceReport ledBySafeguardingLead() {
        return FactsYaml.as(
                PoliceReport.class,
                "report: {kind: NOT_NEEDED, notNeededBecause: DSL_LED_RESPONSE, rationale: Both families met the school}");
    }

    @Test
    void noTriggerAppliesToPupilsWhoExchangedAPicture() {
        assertThat(triggers(facts(PUPILS))).isEmpty();
        Signals signals = Signals.of(facts(PUPILS), DAY);
        assertThat(signals.strangerAlleged()).isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNDER_18, peer                       | ADULT, peer                    | ADULT_OR_AGE_NOT_KNOWN",
                "UNDER_18, peer: {age: 14,            | NOT_KNOWN, peer: {             | ADULT_OR_AGE_NOT_KNOWN",
                "adultInvolved: NO                    | adultInvolved: NOT_KNOWN       | ADULT_OR_AGE_NOT_KNOWN",
                "coerced: NO                          | coerced: YES                   | COERCED_OR_UNABLE_TO_CONSENT",
                "coerced: NO                          | coerced: NOT_KNOWN             | COERCED_OR_UNABLE_TO_CONSENT",
                "coerced: NO,                         | ''                             | COERCED_OR_UNABLE_TO_CONSENT",
                "unusualOrViolent: NO                 | unusualOrViolent: YES          | UNUSUAL_OR_VIOLENT_ACTS",
                "unusualOrViolent: NO                 | unusualOrViolent: NOT_KNOWN    | UNUSUAL_OR_VIOLENT_ACTS",
                "abuseLive: NO                        | abuseLive: NOT_KNOWN           | UNUSUAL_OR_VIOLENT_ACTS",
                "estimatedAge: 15                     | estimatedAge: 12               | UNDER_13",
                "estimatedAge: 15                     | school: Southgate Academy      | UNDER_13",
                "age: 14,                             | 'age: 12,'                     | UNDER_13",
                "age: 14,                             | ''                             | UNDER_13",
                "childUnder13: NO                     | childUnder13: YES              | UNDER_13",
                "dangerNow: NO                        | dangerNow: NOT_KNOWN           | IMMEDIATE_RISK",
                "selfHarmOrSuicide: NO                | selfHarmOrSuicide: YES         | IMMEDIATE_RISK",
                "kinds: [SEXTING]  | 'kinds: [SEXTING]\npattern: {manyChildren: NOT_KNOWN}'  | GROUP_MANY_CHILDREN_OR_TRAFFICKING",
                "kinds: [SEXTING]  | 'kinds: [SEXTING]\npattern: {adultsGroomed: YES}'       | GROUP_MANY_CHILDREN_OR_TRAFFICKING",
                "estimatedAge: 15  | 'estimatedAge: 15, pattern: {trafficked: NOT_KNOWN}'     | GROUP_MANY_CHILDREN_OR_TRAFFICKING"
            })
    void eachTriggerAppliesUnlessItIsKnownNotTo(String known, String instead, PoliceTrigger trigger) {
        assertThat(PUPILS).contains(known);
        assertThat(triggers(facts(PUPILS.replace(known, instead)))).containsExactly(trigger);
    }

    @ParameterizedTest
    @EnumSource(HarmKind.class)
    void aKindOfHarmBesideImagesAndBullyingIsATrigger(HarmKind kind) {
        boolean mild = Stream.of("SEXTING", "IMAGE_SHARING", "AI_MADE_IMAGERY", "CYBERBULLYING", "EMOTIONAL_ABUSE")
                .anyMatch(kind.name()::equals);
        Facts facts = facts(PUPILS.replace("[SEXTING]", "[SEXTING, %s]".formatted(kind)));
        assertThat(triggers(facts).isEmpty()).isEqualTo(mild);
        assertThat(triggers(facts(PUPILS.replace("[SEXTING]", "[]")))).containsExactly(PoliceTrigger.OTHER_HARM);
    }

    @Test
    void aSecondPersonOfUnknownAgeIsATrigger() {
        Facts facts = facts(PUPILS.replace("suspects: [", "suspects: [{claimedName: Alex, claimedAge: '14'}, "));
        assertThat(triggers(facts)).containsExactly(PoliceTrigger.ADULT_OR_AGE_NOT_KNOWN);
    }

    @Test
    void withoutAnyoneAllegedToHaveHarmedTheAgeIsNotKnown() {
        assertThat(triggers(FactsYaml.facts("suspects: []\nkinds: [SEXTING]")))
                .contains(PoliceTrigger.ADULT_OR_AGE_NOT_KNOWN, PoliceTrigger.COERCED_OR_UNABLE_TO_CONSENT);
    }

    @Test
    void theSafeguardingLeadMayLeadTheResponseOnlyIfNoTriggerApplies() {
        assertThat(ledBySafeguardingLead().ruleOn(Situations.about(facts(PUPILS))))
                .isInstanceOf(Ruling.class);
        Verdict coerced = ledBySafeguardingLead()
                .ruleOn(Situations.about(facts(PUPILS.replace("coerced: NO", "coerced: NOT_KNOWN"))));
        assertThat(coerced)
                .isEqualTo(
                        new Refusal(
                                "This is not for the safeguarding lead alone, because a child was, or may have been, coerced, blackmailed or"
                                        + " groomed, or unable to consent. Make the report, or add to the facts what is known by now."));
    }

    @Test
    void aSecondPersonAlwaysDecidesThatTheSafeguardingLeadLeadsTheResponse() {
        assertThat(Stream.of("2020-01-01", "2026-11-28", "2036-01-01"))
                .allSatisfy(day -> assertThat(SecondDecisions.on(LocalDate.parse(day))
                                .whyNotAlone(Step.POLICE_REPORT, NotNeeded.DSL_LED_RESPONSE))
                        .isPresent());
    }

    @Test
    void noOtherPartnerIsLeftOutForAResponseOfTheSafeguardingLead() {
        CeopDecision ceop = FactsYaml.as(
                CeopDecision.class,
                "report: {kind: NOT_NEEDED, notNeededBecause: DSL_LED_RESPONSE, rationale: Both families met}");
        assertThat(ceop.ruleOn(Situations.about(facts(PUPILS)))).isInstanceOf(Refusal.class);
    }

    @Test
    void theTableListsEachTriggerWithAReason() {
        Facts everything = FactsYaml.facts("""
                urgency: {dangerNow: YES, selfHarmOrSuicide: NO, meetingArranged: NO, abuseLive: NO, childWithSuspect: NO}
                suspects: []
                kinds: []
                pattern: {groupOfAbusers: YES}
                """);
        assertThat(triggers(everything)).containsExactly(PoliceTrigger.values());
        assertThat(PoliceTriggers.apply(everything, DAY)).hasSameSizeAs(PoliceTrigger.values());
    }

    @Test
    void factsWithoutTheseAnswersAreWrittenAsBefore() {
        JsonNode written = Json.tree(FactsYaml.facts("suspects: []"));
        assertThat(written.has("betweenChildren")).isFalse();
    }
}
