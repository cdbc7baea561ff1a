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

/** Acknowledgement and feedback to the referrer; the addition to the approved wording must identify no person. */
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

    private static ReferrerFeedback feedback(@Nullable String addition, Sent.How how, Instant at) {
        return new ReferrerFeedback(WORDS, addition, how, at, "Pat Example");
    }

    private static Verdict acknowledged(String addition) {
        return new Acknowledgement(WORDS, addition, Sent.How.TELEPHONE, Situations.NOW, "Pat Example")
                .ruleOn(Situations.about(FACTS));
    }

    @Test
    void feedbackInTheFutureIsRefused() {
        assertThat(feedback(null, Sent.How.TELEPHONE, Situations.LATEST_ACCEPTED)
                        .ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The referrer was told the outcome, by telephone."));
        assertThat(feedback(null, Sent.How.TELEPHONE, Situations.FUTURE).ruleOn(Situations.today()))
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
    void theRulingNamesTheWayOfTelling(Sent.How how, String way) {
        assertThat(feedback(null, how, Situations.NOW).ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The referrer was told the outcome, " + way + "."));
        assertThat(new Acknowledgement(WORDS, null, how, Situations.NOW, "Pat").ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The concern was acknowledged to the referrer, " + way + "."));
    }

    @ParameterizedTest
    @ValueSource(classes = {Acknowledgement.class, ReferrerFeedback.class})
    void wordingWayTimeAndPersonAreMandatoryAndTheAdditionIsLimited(Class<?> telling) {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(telling, "{}")))
                .containsExactly("at", "how", "toldTo", "wording");
        String whole = "{wording: So, addition: '%s', how: IN_PERSON, at: '%s', toldTo: Pat}";
        assertThat(ConstraintViolations.in(FactsYaml.as(telling, whole.formatted("x".repeat(300), Situations.NOW))))
                .isEmpty();
        assertThat(ConstraintViolations.placesIn(
                        FactsYaml.as(telling, whole.formatted("x".repeat(301), Situations.NOW))))
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
    void anAdditionThatIdentifiesNoPersonIsAccepted(String addition) {
        assertThat(acknowledged(addition)).isInstanceOf(Ruling.class);
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
    void anAdditionThatIdentifiesAPersonIsRefusedWithoutQuotingIt(String addition, String category) {
        assertThat(acknowledged(addition))
                .isEqualTo(new Refusal("Nothing is recorded: the line of your own holds " + category
                        + ", or a word that reads like it. Leave it out, or say it in other words."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask a@b", "see www.x", "see app://x", "see made-up.example", "ring.Now please"})
    void anAdditionWithAnAddressIsRefused(String addition) {
        assertThat(acknowledged(addition))
                .isEqualTo(new Refusal(
                        "Nothing is recorded: the line of your own holds an address or a user name. Leave it out."));
    }

    @Test
    void theAdditionToTheOutcomeIsChecked() {
        assertThat(feedback("Robin is safe.", Sent.How.TELEPHONE, Situations.NOW)
                        .ruleOn(Situations.about(FACTS)))
                .isInstanceOf(Refusal.class);
    }
}
