package org.teestriage.concern.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.Growth;
import org.teestriage.testing.client.FactsYaml;

/** Concealment of a confidential referrer's name, telephone number and e-mail address. */
class ConfidenceTest {

    private static final Confidence PAT = Confidence.of(FactsYaml.as(
            Referrer.class,
            "{name: Mrs Pat Zoë O'Example, phone: 01632 960001, email: pat@school.example, confidential: true}"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Pat Zoë O'Example rang.               | The referrer rang.
        I spoke with PAT ZOE O'EXAMPLE twice. | I spoke with the referrer twice.
        Seen by O'Example, Pat Zoe's class.   | Seen by the referrer's class.
        It was  Pat   O'Example               | It was  the referrer
        Ask Mrs O'Example. Mr O'Example too.  | Ask the referrer. The referrer too.
        Danger: Pat Zoë O'Example says so.    | Danger: The referrer says so.
        Ring 01632960001 or (01632) 960 001.  | Ring the referrer or (the referrer.
        Write to PAT@school.example!          | Write to the referrer!
        """)
    void namesNumbersAndAddressesAreConcealedInTheirUsualSpellings(String text, String shown) {
        assertThat(PAT.text(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "For example, a pat on the back.",
                "Patricia Zoë O'Example",
                "Pat Zoë O'Examples",
                "Pat Other",
                "101632 9600012",
                "Zoë’s café"
            })
    void similarTextIsNotConcealed(String text) {
        assertThat(PAT.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pat zoe o'example   | The referrer
        O’Example, Pat      | The referrer
        Dr Pat O'Example    | The referrer
        Pat                 | Pat
        Robin Sample        | Robin Sample
        """)
    void personFieldsAreComparedWithoutOrderTitleAndAccents(String name, String shown) {
        assertThat(PAT.person(name)).isEqualTo(shown);
    }

    private static final Confidence OTHER_LETTERS = Confidence.of(FactsYaml.as(
            Referrer.class,
            "{name: Łucja Müller-Østby, phone: '01632 960001', email: l@school.example, confidential: true}"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łucja Müller-Østby",
                "Lucja Muller-Ostby",
                "Lucja Mueller-Oestby",
                "LUCJA MÜLLER ØSTBY",
                "Lucja Mullerostby",
                "Łuc\u200Bja Mül\u00ADler‑Østby",
                "\uFF2Cucja Mu\u0308ller-Østby",
                "+44 1632 960001",
                "+44 (0)1632 960001",
                "\uFF10\uFF11\uFF16\uFF13\uFF12 960001",
                "L\u200B@school.example"
            })
    void everySpellingIsReplaced(String spelling) {
        assertThat(OTHER_LETTERS.text("I rang " + spelling + ", twice."))
                .isIn("I rang the referrer, twice.", "I rang +the referrer, twice.");
    }

    @Test
    void textWithoutAMatchKeepsItsLetters() {
        String text = "Zoe\u0301 — Mueller’s café, l school example";
        assertThat(OTHER_LETTERS.text(text)).isEqualTo(text);
    }

    @Test
    void aSingleWordIsConcealedOnlyAsAWholeWordUnlessTooShortOrTheRole() {
        Confidence account = new Confidence().named("quill7", Confidence.A_COLLEAGUE);
        assertThat(account.text("Quill7 says so; quill77 does not."))
                .isEqualTo("A colleague of the referrer says so; quill77 does not.");
        Confidence plain =
                new Confidence().named("referrer", Confidence.THE_REFERRER).named("Jo", "The referrer");
        assertThat(plain.text("The referrer says: jo!")).isEqualTo("The referrer says: jo!");
        assertThat(plain.person("referrer")).isEqualTo("The referrer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pat Example said so. ", "Pat and Zoë, ", "pat ", "0 1 6 3 2 "})
    void aTextIsConcealedInLinearTime(String part) {
        Growth.assertLinear("concealing " + part, 10_000, size -> {
            String text = part.repeat(size / part.length());
            return () -> PAT.text(text);
        });
    }

    @Test
    void aLongTextWithoutAMatchIsUnchanged() {
        String text = "Pat and Zoë, ".repeat(20_000);
        assertThat(PAT.text(text)).isEqualTo(text);
    }

    @Test
    void factsAreConcealedExceptTheNamesOfChildrenAndSuspects() {
        Facts facts = FactsYaml.facts("""
            referrer: {name: Pat Example, phone: 01632 960001, organisation: A school, confidential: true}
            policeContact: {rung: RANG_101, by: 'Example, Pat'}
            call: {takenBy: Pat Example, at: 2026-09-22T08:00:00Z}
            children: [{name: Pat Example, knownWorkers: [{name: Mr Pat Example, contact: 01632960001}]}]
            suspects: [{realName: Pat Example, claimedName: pat example,
                        identities: [{handle: pat.example, displayName: Pat Example}]}]
            account: [{kind: FACT, text: Pat Example saw it., saidBy: PAT EXAMPLE}]
            images: {exist: YES, heldBy: Pat Example, heldWhere: with Pat Example}
            devices: [{heldBy: Pat Example, description: telephone of Pat Example}]
            consents: {toSharing: {given: NO, note: Pat Example asked.}}
            doneSoFar: Pat Example rang home.
            """);

        String shown = Json.write(Confidence.of(facts.referrer()).over(Json.tree(facts)));

        assertThat(shown.split("(?i)pat.example", -1))
                .as("one name of the child and four of the suspect")
                .hasSize(6);
        assertThat(shown)
                .doesNotContain("01632", "Example, Pat")
                .contains(
                        "\"by\":\"The referrer\"",
                        "\"takenBy\":\"The referrer\"",
                        "\"saidBy\":\"The referrer\"",
                        "The referrer saw it.",
                        "with the referrer",
                        "telephone of the referrer",
                        "The referrer asked.",
                        "The referrer rang home.",
                        "A school");
    }
}
