package org.teestriage.concern.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

/** What must be told before a concern is taken, and what must never be asked for first. */
class FactsTest {

    private static final String NO_PLACE =
            "children: give one place where the child lives, is or goes to school, or one online handle";
    private static final String CALL = "\ncall: {takenBy: Kim Officer, at: 2026-09-22T08:00:00Z}";

    // The least there is

    @Test
    void urgencyAReferrerAChildAPlaceAndAnAccountAreEnough() {
        assertThat(ConstraintViolations.in(FactsYaml.facts())).isEmpty();
    }

    @Test
    void nothingAtAllNamesAllThatIsMissing() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(Facts.class, "{}")))
                .containsExactly("account", "children", "children", "referrer", "urgency");
    }

    @Test
    void noneOfTheFiveUrgentQuestionsMayGoUnasked() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.facts("urgency: {}")))
                .containsExactly(
                        "urgency.abuseLive",
                        "urgency.childWithSuspect",
                        "urgency.dangerNow",
                        "urgency.meetingArranged",
                        "urgency.selfHarmOrSuicide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dangerNow", "selfHarmOrSuicide", "meetingArranged", "abuseLive", "childWithSuspect"})
    void eachOfThemAloneSaysDanger(String question) {
        String urgency =
                "{dangerNow: NO, selfHarmOrSuicide: NO, meetingArranged: NO, abuseLive: NO, childWithSuspect: NO}";
        Urgency yes = FactsYaml.as(Urgency.class, urgency.replace(question + ": NO", question + ": YES"));
        Urgency notKnown = FactsYaml.as(Urgency.class, urgency.replace(question + ": NO", question + ": NOT_KNOWN"));
        assertThat(yes.saysDanger()).isTrue();
        assertThat(notKnown.saysDanger()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consents: {}",
                "consents: {parentsInformed: {given: NO}, toReferral: {given: NO, missingBecause: REFUSED}}",
                "consents: {toSharing: {given: NOT_KNOWN}, toService: {}}"
            })
    void aMissingConsentNeverHoldsAConcernUp(String consents) {
        assertThat(ConstraintViolations.in(FactsYaml.facts(consents))).isEmpty();
    }

    @Test
    void aConsentIsStillReadLikeAnyOtherText() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.facts("consents: {toSharing: {note: \"a\\u0000b\"}}")))
                .containsExactly("consents.toSharing.note");
    }

    // How to reach the referrer

    @ParameterizedTest
    @ValueSource(strings = {"phone: 01632 960002", "email: pat@school.example"})
    void aNumberOrAnAddressToReachTheReferrerIsEnough(String reach) {
        assertThat(ConstraintViolations.in(FactsYaml.facts("referrer: {name: Pat Example, %s}".formatted(reach))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", phone: ' '", ", email: ''", ", role: Head, organisation: School"})
    void aReferrerNobodyCanReachIsNoReferrer(String more) {
        assertThat(ConstraintViolations.in(FactsYaml.facts("referrer: {name: Pat Example%s}".formatted(more))))
                .containsExactly("referrer.phone: give a telephone number or an e-mail address to reach you");
    }

    // One place or handle

    @ParameterizedTest
    @ValueSource(
            strings = {
                "children: [{unknown: true, school: Made Up Primary}]",
                "children: [{unknown: true, address: {lines: 1 Made Up Street}}]",
                "children: [{unknown: true, address: {postcode: TS24 7ZZ}}]",
                "children: [{unknown: true, whereNow: {lines: At her aunt's}}]",
                "children: [{unknown: true}, {unknown: true, school: Made Up Primary}]",
            })
    void onePlaceOfAnyChildIsEnough(String children) {
        assertThat(ConstraintViolations.in(FactsYaml.facts(children + "\nsuspects: []")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"handle", "displayName", "profileUrl", "groupOrServer", "phone", "email", "paymentHandle"})
    void oneHandleOfAnySortIsEnough(String sort) {
        assertThat(ConstraintViolations.in(
                        FactsYaml.facts("suspects: [{}, {identities: [{}, {%s: alex}]}]".formatted(sort))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suspects: []",
                "suspects: [{realName: Alex}]",
                "suspects: [{identities: [{platform: BlockQuest}]}]",
                "suspects: [{identities: [{handle: ' '}]}]",
                "{suspects: [], children: [{name: Robin Sample}]}",
                "{suspects: [], children: [{unknown: true, address: {}, whereNow: {postcode: ' '}, school: ''}]}"
            })
    void withoutAPlaceOrAHandleNobodyCouldBegin(String told) {
        assertThat(ConstraintViolations.in(FactsYaml.facts(told))).containsExactly(NO_PLACE);
    }

    @Test
    void aCallIsTakenEvenWithoutAPlace() {
        assertThat(ConstraintViolations.in(FactsYaml.facts("suspects: []" + CALL)))
                .isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.facts("suspects: []\ncall: {}")))
                .containsExactly("call.at", "call.takenBy");
    }

    @Test
    void somethingMissingInAListIsNamedAndNotStumbledOver() {
        assertThat(ConstraintViolations.placesIn(
                        FactsYaml.facts("children: [null]\nsuspects: [null, {identities: [null]}]")))
                .containsExactly(
                        "children",
                        "children[0].<list element>",
                        "suspects[0].<list element>",
                        "suspects[1].identities[0].<list element>");
    }

    // Children

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown: true",
                "name: Robin Sample",
                "dateOfBirth: 2013-02-03",
                "dueDate: 2027-01-31",
                "school: Made Up Primary",
                "address: {postcode: TS24 7ZZ}",
                "whereNow: {lines: At her aunt's}"
            })
    void aChildIsUnknownOrIdentifiedByAnyOneThing(String child) {
        assertThat(ConstraintViolations.in(FactsYaml.facts("children: [{%s}]".formatted(child))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown: false", "estimatedAge: 13", "name: ' '", "lookedAfter: YES, address: {}"})
    void aChildOfWhomNothingIsSaidIsSaidToBeUnknown(String child) {
        assertThat(ConstraintViolations.in(FactsYaml.facts("children: [{unknown: true}, {%s}]".formatted(child))))
                .containsExactly("children[1].name: give something that identifies the child, or say that the child is"
                        + " unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dateOfBirth: 2013-02-03, dueDate: 2027-01-31",
                "dateOfBirth: 2013-02-03, estimatedAge: 13",
                "dueDate: 2027-01-31, estimatedAge: 0"
            })
    void aChildHasOneAge(String ages) {
        assertThat(ConstraintViolations.in(FactsYaml.facts("children: [{unknown: true, %s}]".formatted(ages))))
                .containsExactly("children[0].dateOfBirth: give a date of birth, a due date or an estimated age, not"
                        + " several");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "17, true", "18, false"})
    void anEstimatedAgeIsThatOfAChild(int age, boolean sound) {
        assertThat(ConstraintViolations.placesIn(
                        FactsYaml.facts("children: [{unknown: true, estimatedAge: %d}]".formatted(age))))
                .isEqualTo(sound ? List.of() : List.of("children[0].estimatedAge"));
    }

    @ParameterizedTest
    @CsvSource({
        "'address: {postcode: TS24 7ZZ}, whereNow: {postcode: TS1 1ZZ}', TS24 7ZZ",
        "'address: {postcode: '' ''}, whereNow: {postcode: TS1 1ZZ}', TS1 1ZZ",
        "'address: {lines: 1 Made Up Street}, whereNow: {postcode: TS1 1ZZ}', TS1 1ZZ",
        "'address: {postcode: TS24 7ZZ}', TS24 7ZZ",
        "'whereNow: {lines: At her aunt''s}',",
        "'unknown: true',"
    })
    void whereAChildLivesComesBeforeWhereItIs(String child, String postcode) {
        assertThat(FactsYaml.as(Child.class, "{" + child + "}").homePostcode()).isEqualTo(postcode);
    }

    // Suspects and accounts

    @Test
    void accountsAreNumberedThroughAllSuspectsAndOnlyThoseWithAPlatformAndAHandle() {
        Facts facts = FactsYaml.facts("""
                suspects:
                  - identities: [{platform: BlockQuest, handle: a}, {platform: BlockQuest}, {handle: b}]
                  - {}
                  - identities: [{platform: ' ', handle: c}, {platform: ChatNow, phone: 01632 960003}]
                """);
        assertThat(facts.accounts()).extracting(OnlineIdentity::platform).containsExactly("BlockQuest", "ChatNow");
    }

    @Test
    void suspectsAtWorkKeepTheirNumbers() {
        assertThat(FactsYaml.facts("suspects: [{worksWithChildren: YES}, {}, {worksWithChildren: YES},"
                                + " {worksWithChildren: NOT_KNOWN}]")
                        .suspectsAtWork())
                .containsExactly(1, 3);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CYBERBULLYING", "EMOTIONAL_ABUSE", "RADICALISATION"})
    void aNewKindOfHarmIsTakenForSexualUntilSaidOtherwise(HarmKind kind) {
        assertThat(kind.sexual()).isTrue();
    }

    // What was said stays as it was said

    @Test
    void kindsAndChannelsAreKeptInOneOrderAndOnce() {
        assertThat(FactsYaml.facts("kinds: [SEXTORTION, GROOMING, SEXTORTION]").kinds())
                .containsExactly(HarmKind.GROOMING, HarmKind.SEXTORTION);
        assertThat(FactsYaml.facts("channels: [OTHER, EMAIL]").channels())
                .containsExactly(Channel.EMAIL, Channel.OTHER);
    }

    @Test
    void furtherInformationIsAnAccountToo() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(Information.class, "{}")))
                .containsExactly("account");
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(Information.class, "account: [{}]")))
                .containsExactly("account[0].kind", "account[0].text");
        assertThat(ConstraintViolations.in(
                        FactsYaml.as(Information.class, "account: [{kind: HEARSAY, text: A friend saw it}]")))
                .isEmpty();
    }
}
