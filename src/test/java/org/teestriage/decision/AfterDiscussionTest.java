package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.decision.DiscussionActions.Progress;
import org.teestriage.decision.Section47.Decided;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;

/** What follows a strategy discussion: the end of section 47, the shared record, the actions. */
class AfterDiscussionTest {

    private static final ThresholdDecision BEGUN = Json.read(Bodies.SECTION_47, ThresholdDecision.class);
    private static final ThresholdDecision SECTION_17 = Json.read(Bodies.SECTION_17, ThresholdDecision.class);
    private static final StrategyDiscussion WITH = discussion("/children/0/section47", true);
    private static final StrategyDiscussion AGAINST = discussion("/children/0/section47", false);
    private static final EndOfEnquiries AGREED = Json.read(Bodies.SECTION_47_ENDS, EndOfEnquiries.class);
    private static final EndOfEnquiries RETURNED = new EndOfEnquiries(false, "The police still look for the account.");

    private static StrategyDiscussion discussion(Object... pathsAndValues) {
        return Json.read(Api.with(Bodies.STRATEGY_DISCUSSION, pathsAndValues).toString(), StrategyDiscussion.class);
    }

    // Section 47

    private static Set<Integer> standing(Decision... inOrder) {
        return Section47.standing(List.of(inOrder).stream()
                .map(decision -> new Decided(decision, "1", List.of(1, 2)))
                .toList());
    }

    @Test
    void section47StandsUntilAManagerAgreesThatItEnds() {
        assertThat(standing(BEGUN)).containsExactly(1);
        assertThat(standing(BEGUN, AGAINST)).containsExactly(1);
        assertThat(standing(BEGUN, AGAINST, RETURNED)).containsExactly(1);
        assertThat(standing(BEGUN, AGAINST, AGREED)).isEmpty();
        assertThat(standing(BEGUN, WITH, AGAINST, AGREED)).isEmpty();
        assertThat(standing(BEGUN, AGAINST, AGREED, WITH)).containsExactly(1);
    }

    @Test
    void aNewThresholdDecisionReplacesTheOneBeforeAndEndsNothingThatADiscussionBegan() {
        assertThat(standing(BEGUN, SECTION_17)).isEmpty();
        assertThat(standing(BEGUN, WITH, SECTION_17)).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 0"})
    void aDiscussionOfTheEarlierFormCountedAtOnceForAllChildrenOfThePart(boolean section47, int children) {
        StrategyDiscussion earlier = Json.read(
                "{\"attended\": [\"POLICE\"], \"heldOn\": \"2026-09-22\", \"section47\": %s, \"rationale\": \"Joint.\"}"
                        .formatted(section47),
                StrategyDiscussion.class);
        assertThat(standing(BEGUN, earlier)).hasSize(children);
    }

    private static Situation after(StrategyDiscussion held, String recordedBy) {
        return Situations.safeguarding(new Situation.Safeguarding(
                true,
                Set.of(1),
                Optional.of(new Situation.Discussion(held, recordedBy)),
                AgreedActions.of(List.of(held))));
    }

    @Test
    void aDiscussionThatDecidesAgainstSection47SaysThatAManagerDecidesIt() {
        assertThat(AGAINST.ruleOn(after(AGAINST, "ada")))
                .isEqualTo(
                        Ruling.of("The strategy discussion was held; no section 47 enquiries. A manager decides whether"
                                + " they end for child 1; until then they go on."));
    }

    @Test
    void anotherManagerThanTheOneWhoRecordedItDecidesWhetherSection47Ends() {
        assertThat(AGREED.ruleOn(after(AGAINST, Situations.SAM)))
                .isEqualTo(new Refusal("You recorded the discussion. Another manager has to decide this."));
        assertThat(AGREED.ruleOn(after(AGAINST, "ada")))
                .isEqualTo(Ruling.of("A manager agreed: section 47 enquiries end for child 1."));
        assertThat(RETURNED.ruleOn(after(AGAINST, "ada")))
                .isEqualTo(Ruling.of("A manager did not agree: section 47 enquiries go on for child 1."));
    }

    @Test
    void theSafeguardingLeadDoesNotRespondAloneWhereADecisionRestsOnThePolice() {
        PoliceReport lead = Json.read("""
                {"report": {"kind": "NOT_NEEDED", "notNeededBecause": "DSL_LED_RESPONSE", "rationale": "The school leads."}}
                """, PoliceReport.class);
        assertThat(lead.ruleOn(after(WITH, "ada")))
                .isEqualTo(new Refusal(
                        "This is not for the safeguarding lead alone, because a decision for a child rests on"
                                + " the police: section 47 enquiries, or intelligence for them. Make the report."));
    }

    // The record

    private static DiscussionRecord shared(@Nullable Object... pathsAndValues) {
        return Json.read(Api.with(Bodies.DISCUSSION_SHARED, pathsAndValues).toString(), DiscussionRecord.class);
    }

    @Test
    void theRecordGoesToEachWhoTookPart() {
        assertThat(shared().ruleOn(after(WITH, "ada")))
                .isEqualTo(
                        Ruling.of("The record of the strategy discussion was shared with 2 of 2 who took part; 1 said"
                                + " that they have it."));
        for (int person : List.of(1, 3)) {
            assertThat(shared("/people/1/person", person).ruleOn(after(WITH, "ada")))
                    .isEqualTo(new Refusal(
                            "Say of each who took part, numbered from 1 to 2, whether they got the record."));
        }
        assertThat(shared("/people/0/sharedOn", "2026-09-23").ruleOn(after(WITH, "ada")))
                .isEqualTo(
                        new Refusal("The record is said to be shared in the future. Share it first, then record it."));
        assertThat(shared("/people/0/sharedOn", "2026-09-21").ruleOn(after(WITH, "ada")))
                .isEqualTo(new Refusal(
                        "The record is said to be shared before the discussion was held. Check the dates."));
    }

    @Test
    void aReceiptSaysWhenAndHowOrWhyNot() {
        assertThat(ConstraintViolations.in(shared())).isEmpty();
        assertThat(ConstraintViolations.placesIn(shared("/people/0/sharedOn", null, "/people/0/how", null)))
                .containsExactly("people[0].how", "people[0].sharedOn");
        assertThat(ConstraintViolations.placesIn(shared("/people/0/shared", false)))
                .containsExactly("people[0].sharedOn", "people[0].whyNot");
        assertThat(ConstraintViolations.placesIn(shared("/people/0/whyNot", "On leave until Monday.")))
                .containsExactly("people[0].whyNot");
        assertThat(ConstraintViolations.placesIn(shared("/people/0/receivedOn", "2026-09-21")))
                .containsExactly("people[0].receivedOn");
    }

    // Actions

    private static final StrategyDiscussion WITH_ACTIONS = discussion("/actions", Json.read("""
                    [{"what": "See the child.", "owner": "Lou Worker", "agency": "SOCIAL_CARE", "dueOn": "2026-09-23"},
                     {"what": "Ask for the log.", "owner": "Dana Detective", "agency": "POLICE", "dueOn": "2026-09-25"}]
                    """, Object.class));

    private static DiscussionActions results(String... each) {
        return Json.read("{\"results\": [%s]}".formatted(String.join(", ", each)), DiscussionActions.class);
    }

    private static final String FIRST_DONE = "{\"action\": 1, \"state\": \"DONE\"}";
    private static final String SECOND_LATER = "{\"action\": 2, \"state\": \"TO_DO\", \"dueOn\": \"2026-09-30\"}";

    @Test
    void actionsAreNumberedOverAllDiscussionsOfThePartWithWhatBecameOfThem() {
        AgreedActions actions =
                AgreedActions.of(List.of(WITH_ACTIONS, results(FIRST_DONE, SECOND_LATER), WITH_ACTIONS));
        assertThat(actions.lines())
                .extracting(AgreedActions.ActionProgress::number)
                .containsExactly(1, 2, 3, 4);
        assertThat(actions.lines())
                .extracting(AgreedActions.ActionProgress::state)
                .containsExactly(Progress.DONE, Progress.TO_DO, Progress.TO_DO, Progress.TO_DO);
        assertThat(actions.lines().get(1).dueOn()).isEqualTo("2026-09-30");
        assertThat(actions.nextDay()).contains(LocalDate.parse("2026-09-23"));
        assertThat(actions.lines().get(2).overdue(LocalDate.parse("2026-09-23")))
                .isFalse();
        assertThat(actions.lines().get(2).overdue(LocalDate.parse("2026-09-24")))
                .isTrue();
        assertThat(actions.lines().get(0).overdue(LocalDate.parse("2026-10-24")))
                .isFalse();
    }

    @Test
    void eachOpenActionIsAnsweredAndTheNextDayBringsThemBack() {
        Situation situation = after(WITH_ACTIONS, "ada");
        assertThat(results(FIRST_DONE, SECOND_LATER).ruleOn(situation))
                .isEqualTo(Ruling.of("Actions of the strategy discussion: 1 done, 0 not done, 1 still to do."));
        assertThat(results(FIRST_DONE, SECOND_LATER).settlement().orElseThrow().dueAgainOn())
                .isEqualTo("2026-10-01");
        assertThat(results(FIRST_DONE).settlement().orElseThrow().dueAgainOn()).isNull();
        assertThat(results(FIRST_DONE).ruleOn(situation))
                .isEqualTo(new Refusal("Say of each open action what became of it: number 1, 2."));
        assertThat(results(FIRST_DONE, SECOND_LATER.replace("30", "21")).ruleOn(situation))
                .isEqualTo(new Refusal(
                        "An action that is still to be done has a day in the past. Give a day from today on."));
    }

    @Test
    void anActionThatWasNotDoneNeedsAReasonAndOneStillToDoADay() {
        assertThat(ConstraintViolations.in(results(FIRST_DONE, SECOND_LATER))).isEmpty();
        assertThat(ConstraintViolations.placesIn(
                        results("{\"action\": 1, \"state\": \"NOT_DONE\"}", "{\"action\": 2, \"state\": \"TO_DO\"}")))
                .containsExactly("results[0].whyNot", "results[1].dueOn");
    }
}
