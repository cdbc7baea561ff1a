package org.teestriage.decision;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.decision.Step.Item;
import org.teestriage.testing.client.FactsYaml;

class StepTest {

    private static Stream<Decision> emptyDecisions() {
        return Arrays.stream(Decision.class.getPermittedSubclasses()).map(kind -> (Decision) FactsYaml.as(kind, "{}"));
    }

    @Test
    void everyDecisionIsNamedAfterItsStep() {
        assertThat(emptyDecisions()
                        .collect(toMap(decision -> decision.getClass().getSimpleName(), Decision::step)))
                .hasSameSizeAs(Step.values())
                .allSatisfy((name, step) -> assertThat(step.id())
                        .isEqualTo(name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aStepIsFoundByItsIdAndHasAUniqueTitle(Step step) {
        assertThat(Step.of(step.id())).contains(step);
        assertThat(new HashSet<>(Arrays.stream(Step.values()).map(Step::title).toList()))
                .hasSameSizeAs(Step.values())
                .doesNotContain("");
    }

    @Test
    void anUnknownIdIsNoStep() {
        assertThat(Step.of("CLOSE")).isEmpty();
        assertThat(Step.of("")).isEmpty();
    }

    @Test
    void eachStepOpensOncePerItemOfItsKind() {
        Map<Step, Item> items = Arrays.stream(Step.values()).collect(toMap(step -> step, Step::item));
        assertThat(items)
                .containsEntry(Step.EMERGENCY_CALL, Item.NONE)
                .containsEntry(Step.THRESHOLD_DECISION, Item.PART)
                .containsEntry(Step.SOCIAL_CARE_REFERRAL, Item.CHILD)
                .containsEntry(Step.PLATFORM_DECISION, Item.ACCOUNT)
                .containsEntry(Step.LADO_REFERRAL, Item.SUSPECT)
                .containsEntry(Step.LETTER_CHASE, Item.LETTER)
                .containsEntry(Step.INFORMATION_REVIEW, Item.INFORMATION);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void emergencyCallsReviewsAfterDangerAndRiskChecksTakePrecedence(Step step) {
        assertThat(step.precedence(false))
                .isEqualTo(
                        switch (step) {
                            case EMERGENCY_CALL -> Precedence.EMERGENCY_CALL;
                            case IMMEDIATE_RISK_CHECK -> Precedence.IMMEDIATE_RISK_CHECK;
                            default -> Precedence.OTHER;
                        });
        assertThat(step.precedence(true))
                .isEqualTo(step == Step.INFORMATION_REVIEW ? Precedence.REVIEW_AFTER_DANGER : step.precedence(false));
        assertThat(Precedence.values())
                .containsExactly(
                        Precedence.EMERGENCY_CALL,
                        Precedence.REVIEW_AFTER_DANGER,
                        Precedence.IMMEDIATE_RISK_CHECK,
                        Precedence.OTHER);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aDecisionRestsOnEarlierDecisionsOfItsOwnStepAndOfNoLadoStep(Step step) {
        assertThat(step.restsOn(step, true)).isTrue();
        assertThat(Arrays.stream(Step.values()).filter(Step::isLadoStep))
                .noneMatch(lado -> lado != step && (step.restsOn(lado, true) || step.restsOn(lado, false)));
    }

    @Test
    void aReviewRestsOnAllThatSetsThePriorityAndAPartOnWhatIsDecidedForIt() {
        assertThat(Step.INFORMATION_REVIEW.restsOn(Step.INFORMATION_REVIEW, false))
                .isTrue();
        assertThat(Step.INFORMATION_REVIEW.restsOn(Step.IMMEDIATE_RISK_CHECK, false))
                .isTrue();
        assertThat(Step.INFORMATION_REVIEW.restsOn(Step.POLICE_REPORT, true)).isFalse();
        assertThat(Step.SECOND_READING.restsOn(Step.THRESHOLD_DECISION, true)).isTrue();
        assertThat(Step.SECOND_READING.restsOn(Step.THRESHOLD_DECISION, false))
                .as("another part")
                .isFalse();
        assertThat(Step.CLOSE.restsOn(Step.REFERRER_FEEDBACK, false)).isTrue();
    }

    @Test
    void whatAPersonDoesAtOnceNeedsNoVersion() {
        assertThat(Arrays.stream(Step.values()).filter(step -> !step.restsOnOthers()))
                .contains(Step.EMERGENCY_CALL, Step.IMMEDIATE_RISK_CHECK, Step.WRITTEN_CONCERN, Step.POLICE_REPORT)
                .doesNotContain(Step.INFORMATION_REVIEW, Step.SECOND_READING, Step.CLOSE);
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void theIdOfARouteIsItsNameInCamelCase(Route route) {
        assertThat(route.id().replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT))
                .isEqualTo(route.name());
    }

    @ParameterizedTest
    @EnumSource(PathMessage.class)
    void theIdOfAMessageIsItsNameInKebabCase(PathMessage message) {
        assertThat(message.id().replace('-', '_').toUpperCase(Locale.ROOT)).isEqualTo(message.name());
    }

    @Test
    void everyDecisionBelongsToExactlyOneStep() {
        assertThat(Stream.of(Step.values()).map(Step::decision))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Stream.of(Decision.class.getPermittedSubclasses())
                        .<Class<? extends Decision>>map(type -> type.asSubclass(Decision.class))
                        .toList());
    }
}
