package org.teestriage.decision.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.testing.client.FactsYaml;

class SignalsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2026, 9, 22);

    /** Answers to every question, none of which raises a signal. */
    private static final String CALM = """
            children: [{unknown: true, estimatedAge: 15, lookedAfter: NO, missing: NO}]
            suspects: [{ageGroup: UNDER_18, worksWithChildren: NO}]
            kinds: [RADICALISATION]
            contactContinuing: NO
            images: {exist: NO}
            """;

    private static final Set<String> OF_OTHER_TESTS = Set.of("crimeSuspected", "strangerAlleged");

    private static Signals of(String facts) {
        return Signals.of(FactsYaml.facts(facts), DAY);
    }

    /** The names of the signals that are true, or answered otherwise than NO. {@code facts} replace lines of CALM. */
    private static List<String> raised(String facts) {
        JsonNode signals = JSON.valueToTree(of(calmExcept(facts)));
        return signals.properties().stream()
                .filter(signal -> signal.getValue().isBoolean()
                        ? signal.getValue().asBoolean()
                        : !"NO".equals(signal.getValue().asText()))
                .map(signal -> signal.getValue().isBoolean()
                        ? signal.getKey()
                        : signal.getKey() + "=" + signal.getValue().asText())
                .filter(signal -> !OF_OTHER_TESTS.contains(signal.split("=", -1)[0]))
                .sorted()
                .toList();
    }

    private static String calmExcept(String facts) {
        List<String> replaced = facts.lines().map(line -> line.split(":", 2)[0]).toList();
        return facts.strip() + "\n"
                + CALM.lines()
                        .filter(line -> !replaced.contains(line.split(":", 2)[0]))
                        .reduce("", (all, line) -> all + line + "\n");
    }

    @Test
    void factsThatAnswerEveryQuestionWithNoRaiseNoSignal() {
        assertThat(raised("doneSoFar: Told the head.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sentTo: [ONE_PERSON] | YES", "seenAgain: [{where: A board}] | YES", "sentToWhom: None | NO"})
    void imagesThatWereSentOrSeenAgainExistWhateverWasAnswered(String spread, Answer exist) {
        assertThat(of("images: {exist: NO, spread: {%s}}".formatted(spread)).imagesExist())
                .isEqualTo(exist);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pattern: {manyChildren: YES, howMany: 30}  | groupOrManyChildren",
                "pattern: {manyChildren: NOT_KNOWN}         | groupOrManyChildren",
                "pattern: {groupOfAbusers: NOT_KNOWN}       | groupOrManyChildren",
                "pattern: {adultsGroomed: NOT_KNOWN}        | adultsGroomed",
                "pattern: {adultsGroomed: NO}               | ",
                "pattern: {manyChildren: NO}                | "
            })
    void anAnswerAboutThePatternIsASignalUnlessItIsNo(String pattern, @Nullable String signal) {
        List<String> signals = signal == null ? List.of() : List.of(signal);
        assertThat(raised(pattern)).isEqualTo(signals);
        assertThat(of("suspects: [{ageGroup: UNDER_18}]\nkinds: [CYBERBULLYING]\n" + pattern)
                        .crimeSuspected())
                .isEqualTo(signal != null);
    }

    @Test
    void aChildWhoIsNotBornYetIsASignal() {
        assertThat(raised("children: [{name: Baby Sample, dueDate: 2026-12-01, lookedAfter: NO, missing: NO}]"))
                .containsExactly("unborn");
    }

    @Test
    void everyUnansweredQuestionIsNotKnown() {
        Signals minimal = of("suspects: []");
        assertThat(List.of(
                        minimal.sexual(),
                        minimal.adultSuspect(),
                        minimal.imagesExist(),
                        minimal.imagesOfUnder13(),
                        minimal.imagesWithAdult(),
                        minimal.contactContinuing(),
                        minimal.lookedAfter(),
                        minimal.missing()))
                .containsOnly(Answer.NOT_KNOWN);
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
        String urgency =
                "urgency: {dangerNow: NO, selfHarmOrSuicide: NO, meetingArranged: NO, abuseLive: NO, childWithSuspect: NO}";
        for (String answer : List.of("YES", "NOT_KNOWN")) {
            assertThat(raised(urgency.replace(question + ": NO", question + ": " + answer)))
                    .containsExactly(signal + "=" + answer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dangerNow, dangerNow",
        "selfHarmOrSuicide, selfHarm",
        "meetingArranged, meetingArranged",
        "abuseLive, abuseLive",
        "childWithSuspect, withSuspect"
    })
    void anAnswerOfAChildRaisesASignalAndLowersNone(String question, String signal) {
        String calm = "{unknown: true, estimatedAge: 15, lookedAfter: NO, missing: NO}";
        String child =
                "children: [%s, {unknown: true, estimatedAge: 15, lookedAfter: NO, missing: NO, answers: {%s: %s}}]";
        assertThat(raised(child.formatted(calm, question, "YES"))).containsExactly(signal + "=YES");
        assertThat(raised(child.formatted(calm, question, "NOT_KNOWN"))).containsExactly(signal + "=NOT_KNOWN");
        String urgency =
                "urgency: {dangerNow: YES, selfHarmOrSuicide: YES, meetingArranged: YES, abuseLive: YES, childWithSuspect: YES}";
        assertThat(raised(child.formatted(calm, question, "NO") + "\n" + urgency))
                .contains(signal + "=YES");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                               | sexual=NOT_KNOWN",
                "NOT_SURE                         | sexual=NOT_KNOWN",
                "CYBERBULLYING, NOT_SURE          | sexual=NOT_KNOWN",
                "GROOMING, NOT_SURE               | sexual=YES",
                "CYBERBULLYING                    | bullyingOnly",
                "EMOTIONAL_ABUSE                  | bullyingOnly",
                "CYBERBULLYING, EMOTIONAL_ABUSE   | bullyingOnly",
                "CYBERBULLYING, SEXTING           | sexual=YES",
                "CYBERBULLYING, RADICALISATION    | ''",
                "COERCED_SELF_HARM                | selfHarmCoerced",
                "SEXTORTION                       | coercion sexual=YES",
                "FINANCIAL_SEXTORTION             | coercion sexual=YES",
                "STALKING_HARASSMENT              | ''",
                "SEXUAL_PRESSURE                  | sexual=YES"
            })
    void kindsOfHarmAreMappedToSignals(String kinds, String signals) {
        assertThat(raised("kinds: [%s]".formatted(kinds))).containsExactly(words(signals));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "CYBERBULLYING",
                "EMOTIONAL_ABUSE",
                "RADICALISATION",
                "COERCED_SELF_HARM",
                "STALKING_HARASSMENT",
                "CRIMINAL_EXPLOITATION",
                "THREATS",
                "NOT_SURE"
            })
    void everyKindExceptTheListedOnesIsSexualAndACrime(HarmKind kind) {
        Signals signals = of("kinds: [%s]".formatted(kind));
        assertThat(signals.sexual()).isEqualTo(Answer.YES);
        assertThat(signals.crimeSuspected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CYBERBULLYING     | false",
                "NOT_SURE          | false",
                "RADICALISATION    | true",
                "STALKING_HARASSMENT | true",
                "CRIMINAL_EXPLOITATION | true",
                "THREATS | true",
                "EMOTIONAL_ABUSE | false",
                "COERCED_SELF_HARM | true",
                "SEXTORTION        | true"
            })
    void aCrimeIsSuspectedWhereTheKindOfHarmIsOne(String kind, boolean crime) {
        assertThat(of("kinds: [%s]".formatted(kind)).crimeSuspected()).isEqualTo(crime);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{exist: YES}                                | imagesExist=YES",
                "{exist: YES, childUnder13: YES}             | imagesExist=YES imagesOfUnder13=YES",
                "{exist: NO, childUnder13: YES}              | ''",
                "{exist: NOT_KNOWN, childUnder13: YES}       | imagesExist=NOT_KNOWN imagesOfUnder13=NOT_KNOWN",
                "{childUnder13: YES}                         | imagesExist=NOT_KNOWN imagesOfUnder13=NOT_KNOWN",
                "{exist: YES, adultInvolved: YES}            | imagesExist=YES imagesWithAdult=YES",
                "{exist: YES, adultInvolved: NOT_KNOWN}      | imagesExist=YES imagesWithAdult=NOT_KNOWN",
                "{exist: NOT_KNOWN, adultInvolved: YES}      | imagesExist=NOT_KNOWN imagesWithAdult=NOT_KNOWN",
                "{exist: YES, adultInvolved: NO}             | imagesExist=YES"
            })
    void imagesAreSignalsUnlessTheyAreSaidNotToExist(String images, String signals) {
        assertThat(raised("images: " + images)).containsExactly(words(signals));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dateOfBirth: 2014-01-05 | YES",
                "dateOfBirth: 2013-09-23 | YES",
                "dateOfBirth: 2013-09-22 | NO",
                "dueDate: 2026-12-01     | YES",
                "estimatedAge: 12        | YES",
                "estimatedAge: 13        | NO",
                "school: Made Up School  | NOT_KNOWN"
            })
    void theAgeComesFromTheDateOfBirthOnTheDayOfTheConcern(String age, Answer under13) {
        String child = "children: [{unknown: true, %s}]\n".formatted(age);
        assertThat(of(child + "images: {exist: YES}").imagesOfUnder13()).isEqualTo(under13);
        assertThat(of(child + "images: {exist: YES, childUnder13: NO}").imagesOfUnder13())
                .as("an age overrules the answer")
                .isEqualTo(under13 == Answer.YES ? Answer.YES : Answer.NO);
        assertThat(of(child + "images: {exist: YES, childUnder13: YES}").imagesOfUnder13())
                .isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ageGroup: ADULT}         | adultSuspect=YES",
                "{ageGroup: NOT_KNOWN}     | adultSuspect=NOT_KNOWN",
                "{}                        | adultSuspect=NOT_KNOWN",
                "''                        | adultSuspect=NOT_KNOWN",
                "{ageGroup: UNDER_18}      | ''",
                "{ageGroup: UNDER_18}, {ageGroup: ADULT} | adultSuspect=YES",
                "{ageGroup: UNDER_18}, {}                | adultSuspect=NOT_KNOWN",
                "{ageGroup: UNDER_18, identities: [{platform: BlockQuest, handle: alex}]} | accountKnown",
                "{ageGroup: UNDER_18, identities: [{platform: BlockQuest}]} | ''",
                "{ageGroup: UNDER_18, identities: [{handle: alex}]}         | ''"
            })
    void aSuspectMayBeAnAdultUnlessAllAreSaidToBeUnder18(String suspects, String signals) {
        assertThat(raised("suspects: [%s]".formatted(suspects))).containsExactly(words(signals));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "worksWithChildren: YES                                      | true",
                "worksWithChildren: NOT_KNOWN                                | false",
                "workplace: {name: Made Up Swimming Club}                    | true",
                "worksWithChildren: NOT_KNOWN, workplace: {name: Made Up Swimming Club} | true",
                "worksWithChildren: NO, workplace: {name: Made Up Depot}     | false",
                "workplace: {role: coach}                                    | false"
            })
    void aNamedWorkplaceMeansWorkWithChildrenUnlessTheAnswerIsNo(String suspect, boolean works) {
        assertThat(of("suspects: [{%s}]".formatted(suspect)).suspectWorksWithChildren())
                .isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                                        NOT_KNOWN",
        "'care: {orderBreached: YES}',                              YES",
        "'care: {locationDisclosed: YES, orderBreached: NO}',       YES",
        "'care: {locationDisclosed: NO}',                           NOT_KNOWN",
        "'care: {locationDisclosed: NO, orderBreached: NO}',        NO"
    })
    void thePlacementOfALookedAfterChildCountsAsBreachedUntilBothAnswersAreNo(String care, Answer breached) {
        String child = "children: [{name: Jo, lookedAfter: %s, %s}]";
        assertThat(of(child.formatted("YES", care)).placementBreached()).isEqualTo(breached);
        assertThat(of("children: [{name: Jo}]").placementBreached()).isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @CsvSource({"lookedAfter", "missing"})
    void oneMissingOrLookedAfterChildRaisesTheSignal(String what) {
        String other = what.equals("missing") ? "lookedAfter: NO" : "missing: NO";
        String calm = "{unknown: true, estimatedAge: 15, lookedAfter: NO, missing: NO}";
        String child = "children: [%s, {unknown: true, estimatedAge: 15, %s, %s: %s}]";
        assertThat(raised(child.formatted(calm, other, what, "YES"))).contains(what + "=YES");
        assertThat(raised(child.formatted(calm, other, what, "NOT_KNOWN"))).containsExactly(what + "=NOT_KNOWN");
    }

    @Test
    void contactContinuesUnlessItIsSaidToHaveEnded() {
        assertThat(raised("contactContinuing: YES")).containsExactly("contactContinuing=YES");
        assertThat(raised("contactContinuing: NOT_KNOWN")).containsExactly("contactContinuing=NOT_KNOWN");
        assertThat(raised("contactContinuing: null")).containsExactly("contactContinuing=NOT_KNOWN");
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ", -1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                   | NOT_KNOWN",
                "{ageGroup: UNDER_18}                                 | NOT_KNOWN",
                "{ageGroup: UNDER_18, peer: {knownOffline: NOT_KNOWN}} | NOT_KNOWN",
                "{ageGroup: UNDER_18, peer: {knownOffline: NO}}       | YES",
                "{ageGroup: UNDER_18, peer: {knownOffline: YES}}      | NO",
                "{ageGroup: NOT_KNOWN, peer: {knownOffline: YES}}     | NOT_KNOWN",
                "{ageGroup: ADULT, peer: {knownOffline: YES}}         | YES",
                "{ageGroup: UNDER_18, peer: {knownOffline: YES}}, {}  | NOT_KNOWN"
            })
    void onlyClassmatesAreNoStrangers(String suspects, Answer stranger) {
        assertThat(of("suspects: [%s]".formatted(suspects)).strangerAlleged()).isEqualTo(stranger);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dateOfBirth: 2012-01-01 | NO",
                "dateOfBirth: 2008-01-01 | YES",
                "estimatedAge: 15        | NO",
                "school: Southgate Academy | NOT_KNOWN"
            })
    void aChildAllegedToHaveHarmedIsAnAdultOnTheirEighteenthBirthday(String age, Answer adult) {
        String child = "children: [{name: Jo Example, roles: [ALLEGED_TO_HAVE_HARMED], %s}]\n".formatted(age);
        assertThat(of(child + "suspects: []").adultSuspect()).isEqualTo(adult);
        assertThat(of(child + "suspects: [{ageGroup: UNDER_18, peer: {child: 1}}]")
                        .adultSuspect())
                .as("said to be under 18")
                .isEqualTo(adult == Answer.YES ? Answer.YES : Answer.NO);
    }
}
