package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.testing.client.FactsYaml;

class SignalsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The names of the signals that are true, or answered otherwise than NO. */
    private static List<String> raised(String facts) {
        JsonNode signals = JSON.valueToTree(Signals.of(FactsYaml.facts(facts)));
        return signals.properties().stream()
                .filter(signal -> signal.getValue().isBoolean()
                        ? signal.getValue().asBoolean()
                        : !"NO".equals(signal.getValue().asText()))
                .map(signal -> signal.getValue().isBoolean()
                        ? signal.getKey()
                        : signal.getKey() + "=" + signal.getValue().asText())
                .sorted()
                .toList();
    }

    @Test
    void minimalFactsRaiseOnlyThatTheSuspectMayBeAnAdult() {
        assertThat(raised("{}")).containsExactly("adultSuspect");
        assertThat(raised("suspects: []")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dangerNow, dangerNow",
        "selfHarmOrSuicide, selfHarm",
        "meetingArranged, meetingArranged",
        "abuseLive, abuseLive",
        "childWithSuspect, withSuspect"
    })
    void eachUrgencyQuestionIsASignalOfItsOwn(String question, String signal) {
        String urgency = """
                suspects: []
                urgency: {dangerNow: NO, selfHarmOrSuicide: NO, meetingArranged: NO, abuseLive: NO, childWithSuspect: NO}
                """;
        for (String answer : List.of("YES", "NOT_KNOWN")) {
            assertThat(raised(urgency.replace(question + ": NO", question + ": " + answer)))
                    .containsExactly(signal + "=" + answer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CYBERBULLYING                    | bullyingOnly",
                "EMOTIONAL_ABUSE                  | bullyingOnly",
                "CYBERBULLYING, EMOTIONAL_ABUSE   | bullyingOnly",
                "CYBERBULLYING, SEXTING           | crimeSuspected sexual",
                "RADICALISATION                   | crimeSuspected",
                "CYBERBULLYING, RADICALISATION    | crimeSuspected",
                "SEXTORTION                       | coercion crimeSuspected sexual",
                "GROOMING                         | crimeSuspected sexual"
            })
    void kindsOfHarmAreMappedToSignals(String kinds, String signals) {
        assertThat(raised("suspects: []\nkinds: [%s]".formatted(kinds))).containsExactly(signals.split(" ", -1));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CYBERBULLYING", "EMOTIONAL_ABUSE", "RADICALISATION"})
    void everyKindExceptTheListedOnesIsSexualAndACrime(HarmKind kind) {
        assertThat(raised("suspects: []\nkinds: [%s]".formatted(kind))).contains("sexual", "crimeSuspected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{exist: YES, childUnder13: YES}         | imagesExist imagesOfUnder13",
                "{exist: YES, childUnder13: NOT_KNOWN}   | imagesExist",
                "{exist: YES}                            | imagesExist",
                "{exist: NOT_KNOWN, childUnder13: YES}     | ''",
                "{exist: NO, childUnder13: YES}          | ''",
                "{childUnder13: YES}                     | ''"
            })
    void imagesCountOnlyIfTheyAreSaidToExist(String images, String signals) {
        assertThat(raised("suspects: []\nimages: " + images)).containsExactly(words(signals));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ageGroup: ADULT}         | adultSuspect",
                "{ageGroup: NOT_KNOWN}     | adultSuspect",
                "{}                        | adultSuspect",
                "{ageGroup: UNDER_18}      | ''",
                "{ageGroup: UNDER_18}, {ageGroup: ADULT} | adultSuspect",
                "{ageGroup: UNDER_18, worksWithChildren: YES}       | suspectWorksWithChildren",
                "{ageGroup: UNDER_18, worksWithChildren: NOT_KNOWN} | ''",
                "{ageGroup: UNDER_18, identities: [{platform: BlockQuest, handle: alex}]} | accountKnown",
                "{ageGroup: UNDER_18, identities: [{platform: BlockQuest}]} | ''",
                "{ageGroup: UNDER_18, identities: [{handle: alex}]}         | ''"
            })
    void aSuspectCountsAsAnAdultUnlessSaidToBeUnder18(String suspects, String signals) {
        assertThat(raised("suspects: [%s]".formatted(suspects))).containsExactly(words(signals));
    }

    @ParameterizedTest
    @CsvSource({"lookedAfter", "missing"})
    void oneMissingOrLookedAfterChildRaisesTheSignal(String what) {
        assertThat(raised("suspects: []\nchildren: [{unknown: true}, {unknown: true, %s: YES}]".formatted(what)))
                .containsExactly(what);
        assertThat(raised("suspects: []\nchildren: [{unknown: true, %s: NOT_KNOWN}]".formatted(what)))
                .isEmpty();
    }

    @Test
    void continuingContactIsASignal() {
        assertThat(raised("suspects: []\ncontactContinuing: YES")).containsExactly("contactContinuing");
        assertThat(raised("suspects: []\ncontactContinuing: NOT_KNOWN")).isEmpty();
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ", -1);
    }
}
