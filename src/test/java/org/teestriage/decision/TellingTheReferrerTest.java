package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

/** What a referrer is told: when, how and by whom is kept, and the line beside the approved words names nobody. */
class TellingTheReferrerTest {

    private static final String WORDS = "Your concern was received.";

    private static final Facts FACTS = FactsYaml.facts("""
            children:
              - {name: Robin O'Sample, school: Made Up Northfield School}
              - {unknown: true}
              - {name: Zoë Sample, school: St Made Up, knownWorkers: [{name: Toni Exemplar, role: social worker}]}
            suspects:
              - {claimedName: Alex, identities: [{handle: alex.real_99}, {displayName: Foxy}, {phone: 01632 960002}]}
              - realName: Mr A. Nonymous
                workplace: {name: Made Up Swimming Club}
                identities: [{groupOrServer: Year 8 chat}]
            """);

    private static ReferrerFeedback outcome(@Nullable String addition, Sent.How how, Instant at) {
        return new ReferrerFeedback(WORDS, addition, how, at, "Pat Example");
    }

    private static Verdict told(String addition) {
        return new Acknowledgement(WORDS, addition, Sent.How.TELEPHONE, Asked.NOW, "Pat Example")
                .ruleOn(Asked.about(FACTS));
    }

    @Test
    void theReferrerWasToldAndNotWillBe() {
        assertThat(outcome(null, Sent.How.TELEPHONE, Asked.BY_ANOTHER_CLOCK).ruleOn(Asked.today()))
                .isEqualTo(Ruling.of("The referrer was told the outcome, by telephone."));
        assertThat(outcome(null, Sent.How.TELEPHONE, Asked.YET_TO_COME).ruleOn(Asked.today()))
                .isEqualTo(
                        new Refusal("The referrer is said to be told in the future. Tell them first, then record it."));
    }

    @ParameterizedTest
    @CsvSource({
        "TELEPHONE, by telephone",
        "SECURE_MAIL, by secure mail",
        "PARTNER_FORM, in their own form",
        "IN_PERSON, in person"
    })
    void theTimelineSaysInWhichWay(Sent.How how, String way) {
        assertThat(outcome(null, how, Asked.NOW).ruleOn(Asked.today()))
                .isEqualTo(Ruling.of("The referrer was told the outcome, " + way + "."));
        assertThat(new Acknowledgement(WORDS, null, how, Asked.NOW, "Pat").ruleOn(Asked.today()))
                .isEqualTo(Ruling.of("The concern was acknowledged to the referrer, " + way + "."));
    }

    @ParameterizedTest
    @ValueSource(classes = {Acknowledgement.class, ReferrerFeedback.class})
    void theWordsTheWayTheTimeAndThePersonAreKept(Class<?> telling) {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(telling, "{}")))
                .containsExactly("at", "how", "toldTo", "wording");
        String whole = "{wording: So, addition: '%s', how: IN_PERSON, at: '%s', toldTo: Pat}";
        assertThat(ConstraintViolations.in(FactsYaml.as(telling, whole.formatted("x".repeat(300), Asked.NOW))))
                .isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(telling, whole.formatted("x".repeat(301), Asked.NOW))))
                .containsExactly("addition");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We ring you this afternoon.",
                "Please keep the telephone switched on, and ring us at 4 p.m. or at 01632 960009.",
                "The social worker of the school's team will be in touch.",
                "It was made on time.",
                "Thank you, e.g. for the up to date times; mail us.",
                "99"
            })
    void aLineThatNamesNobodyStands(String line) {
        assertThat(told(line)).isInstanceOf(Ruling.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Robin is safe.                         | a name of child 1",
                "The parents of ROBIN know.             | a name of child 1",
                "osample was seen                       | a name of child 1",
                "O’Sample was seen                      | a name of child 1",
                "Zoe was seen.                          | a name of child 3",
                "zoë was seen.                          | a name of child 3",
                "Alex is known to us.                   | a name of suspect 1",
                "Ask about 'foxy', please.              | a name of suspect 1",
                "Mr Nonymous is away.                   | a name of suspect 2",
                "He writes as alex real 99 there.       | a name of suspect 1",
                "The number 01632-960002 is his.        | an account of suspect 1",
                "It is about the year 8 chat.           | an account of suspect 2",
                "We spoke to Northfield.                | a school or worker of child 1",
                "We spoke to St. Made Up.               | a school or worker of child 3",
                "Ask Exemplar.                          | a school or worker of child 3",
                "The swimming is cancelled.             | a place that the concern names"
            })
    void aLineThatNamesSomebodyIsRefusedAndSaysWhomWithoutRepeatingIt(String line, String what) {
        assertThat(told(line))
                .isEqualTo(new Refusal("Nothing is recorded: the line of your own holds " + what
                        + ", or a word that reads like it. Leave it out, or say it in other words."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask a@b", "see www.x", "see app://x", "see made-up.example", "ring.Now please"})
    void aLineHoldsNoAddress(String line) {
        assertThat(told(line))
                .isEqualTo(new Refusal(
                        "Nothing is recorded: the line of your own holds an address or a user name. Leave it out."));
    }

    @Test
    void theOutcomesLineIsCheckedToo() {
        assertThat(outcome("Robin is safe.", Sent.How.TELEPHONE, Asked.NOW).ruleOn(Asked.about(FACTS)))
                .isInstanceOf(Refusal.class);
    }
}
