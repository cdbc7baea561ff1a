package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
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
            people: [{role: SIBLING, relationToChild: brother}, {role: PARENT_OR_CARER, name: Kim Stell, contact: 01632 960444}]
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
                "Ms Stell knows.                        | a name or number of person 2 around the children",
                "Ring 01632 960444.                     | a name or number of person 2 around the children",
                "Alex is known to us.                   | a name of person of concern 1",
                "Ask about 'foxy', please.              | a name of person of concern 1",
                "Mr Nonymous is away.                   | a name of person of concern 2",
                "He writes as alex real 99 there.       | a name of person of concern 1",
                "The number 01632-960002 is his.        | an account of person of concern 1",
                "It is about the year 8 chat.           | an account of person of concern 2",
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

    private static final Facts MAY = FactsYaml.facts("""
            children:
              - name: May Hope
                school: St Anne's School
                address: {lines: "12 Quillfeather Rd\nHartlepool", postcode: TS24 7ZZ}
                whereNow: {lines: "Flat 2, 3 Elm St., 5 Park Hill, Stockton"}
                knownWorkers: [{name: Social care team, contact: 01632 960777}]
            suspects:
              - claimedName: Fox Tindle
                workplace: {name: Made Up Swimming Club, address: {lines: 4 Marrowbone Lane}}
                identities:
                  - {handle: alex_plays_99, displayName: The Real One, phone: +44 1632 960002}
                  - {email: foxtail77@mail.example, profileUrl: 'https://social.example/u/silverbrush'}
            """);

    private static Optional<String> fault(String line) {
        return DisclosureCheck.fault(line, MAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "May's mother knows.                        | a name of child 1",
                "We met the Hopes.                          | a name of child 1",
                "We spoke to May.                           | a name of child 1",
                "May is safe.                               | a name of child 1",
                "WE MET MAY TODAY.                          | a name of child 1",
                "Tindle's car was seen.                     | a name of person of concern 1",
                "He is the Real One there.                  | a name of person of concern 1",
                "He is alexplays99.                         | an account of person of concern 1",
                "He is alex plays there.                    | an account of person of concern 1",
                "He is foxtail77 there.                     | an account of person of concern 1",
                "He is Silver-Brush there.                  | an account of person of concern 1",
                "His number is 016 3296 0002.               | an account of person of concern 1",
                "Call +44 (0)1632 and then 960 and 002.     | an account of person of concern 1",
                "It ends in nine six oh, zero zero two.     | an account of person of concern 1",
                "Call 01632-960 777 for it.                 | a school or worker of child 1",
                "We spoke to St Annes.                      | a school or worker of child 1",
                "It was in Marrowbone Lane.                 | a place that the concern names",
                "A car waits in Quillfeather Road.          | an address of child 1",
                "A car waits in quillfeather.               | an address of child 1",
                "It is Elm Street.                          | an address of child 1",
                "It is on Park Hill.                        | an address of child 1"
            })
    void namesAccountsNumbersAndPlacesAreRefusedInEverySpelling(String line, String what) {
        assertThat(fault(line)).hasValueSatisfying(fault -> assertThat(fault).contains(" " + what + ","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the school at TS24 7ZZ",
                "the school at ts247zz",
                "It is near SW1A\u00a01AA.",
                "It is near \uFF34\uFF332 1\uFF21\uFF21.",
                "It is near T\u200BS2 1AA."
            })
    void everyPostcodeIsRefused(String line) {
        assertThat(fault(line)).contains("holds a postcode. Leave it out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write to a\uFF20b", "see made\u200Bup.exam\u200Bple", "see w\u00ADww.x"})
    void addressesAreFoundBehindCharactersThatShowNothing(String line) {
        assertThat(fault(line)).contains("holds an address or a user name. Leave it out.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We may call you, we hope.",
                "May we ring you tomorrow?",
                "Hope this helps.",
                "It is due in May, or by 3 May at the latest.",
                "The social care team will ring you from Hartlepool.",
                "Ring the team in Stockton at 01632 960009 between 9 and 10.",
                "We met in the street and on the road.",
                "He is the real one to ask.",
                "At 4 pm on the 2nd, or 5th; year 8 is told.",
                "We will play it safe."
            })
    void ordinaryWordsPass(String line) {
        assertThat(fault(line)).isEmpty();
    }
}
