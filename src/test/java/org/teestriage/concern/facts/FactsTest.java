package org.teestriage.concern.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

/** Mandatory and optional fields of a concern. */
class FactsTest {

    private static final String NO_PLACE =
            "children: give one place where the child lives, is or goes to school, or one online handle";
    private static final String CALL = "\ncall: {takenBy: Kim Officer, at: 2026-09-22T08:00:00Z}";

    // Minimum

    @Test
    void urgencyReferrerChildPlaceAndAccountAreEnough() {
        assertThat(ConstraintViolations.in(FactsYaml.facts())).isEmpty();
    }

    @Test
    void emptyFactsNameEveryMissingField() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(Facts.class, "{}")))
                .containsExactly("account", "children", "children", "referrer", "urgency");
    }

    @Test
    void allFiveUrgencyQuestionsAreMandatory() {
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
    void oneYesToAnUrgencyQuestionMeansDanger(String question) {
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
    void aMissingConsentIsNoViolation(String consents) {
        assertThat(ConstraintViolations.in(FactsYaml.facts(consents))).isEmpty();
    }

    @Test
    void theNoteOfAConsentIsValidated() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.facts("consents: {toSharing: {note: \"a\\u0000b\"}}")))
                .containsExactly("consents.toSharing.note");
    }

    // How to reach the referrer

    @ParameterizedTest
    @ValueSource(strings = {"phone: 01632 960002", "email: pat@school.example"})
    void aPhoneNumberOrAnEmailAddressOfTheReferrerIsEnough(String contact) {
        assertThat(ConstraintViolations.in(FactsYaml.facts("referrer: {name: Pat Example, %s}".formatted(contact))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", phone: ' '", ", email: ''", ", role: Head, organisation: School"})
    void aReferrerWithoutContactDetailsIsRefused(String more) {
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
    void oneOnlineHandleOfAnyKindIsEnough(String kind) {
        assertThat(ConstraintViolations.in(FactsYaml.facts("suspects: [{}, {identities: [{}, {%s: %s}]}]"
                        .formatted(
                                kind,
                                Map.of("phone", "07700 900123", "email", "alex@mail.example")
                                        .getOrDefault(kind, "alex")))))
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
    void factsWithoutAPlaceOrAHandleAreRefused(String facts) {
        assertThat(ConstraintViolations.in(FactsYaml.facts(facts))).containsExactly(NO_PLACE);
    }

    @Test
    void storedFactsThatWouldBeRefusedTodayAreStillRead() {
        Facts stored = FactsYaml.facts("""
                referrer: {name: \u3164, email: nomail, phone: abc}
                children: [{dateOfBirth: 2062-01-01, address: {postcode: hello}}]
                suspects: [{identities: [{handle: a, firstContact: 2030-01-01, lastContact: 2027-01-01}]}]
                account: [{kind: FACT, text: "data:image/png;base64,AAAA", on: 2062-01-01}]
                """);
        assertThat(ConstraintViolations.placesIn(stored)).hasSizeGreaterThan(5);
        assertThat(Json.read(Json.write(stored), Facts.class)).isEqualTo(stored);
    }

    @Test
    void aTelephoneCallNeedsNoPlaceOrHandle() {
        assertThat(ConstraintViolations.in(FactsYaml.facts("suspects: []" + CALL)))
                .isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.facts("suspects: []\ncall: {}")))
                .containsExactly("call.at", "call.takenBy");
    }

    @Test
    void nullListElementsAreReportedByTheirPath() {
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
                "estimatedAge: 13",
                "school: Made Up Primary",
                "address: {postcode: TS24 7ZZ}",
                "whereNow: {lines: At her aunt's}"
            })
    void oneIdentifyingFieldOrUnknownIsEnoughForAChild(String child) {
        assertThat(ConstraintViolations.in(FactsYaml.facts("children: [{%s}]".formatted(child))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown: false", "name: ' '", "name: \"\\u3164\"", "lookedAfter: YES, address: {}"})
    void aChildWithoutIdentifyingFieldsMustBeMarkedUnknown(String child) {
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
    void aChildHasAtMostOneAgeField(String ages) {
        assertThat(ConstraintViolations.in(FactsYaml.facts("children: [{unknown: true, %s}]".formatted(ages))))
                .containsExactly("children[0].dateOfBirth: give a date of birth, a due date or an estimated age, not"
                        + " several");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "17, true", "18, false"})
    void anEstimatedAgeIsFrom0To17(int age, boolean valid) {
        assertThat(ConstraintViolations.placesIn(
                        FactsYaml.facts("children: [{unknown: true, estimatedAge: %d}]".formatted(age))))
                .isEqualTo(valid ? List.of() : List.of("children[0].estimatedAge"));
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
    void theHomePostcodePrefersTheAddressOverTheCurrentPlace(String child, String postcode) {
        assertThat(FactsYaml.as(Child.class, "{" + child + "}").homePostcode()).isEqualTo(postcode);
    }

    // Suspects and accounts

    @Test
    void accountsAreTheIdentitiesOfAllSuspectsWithAPlatformAndAHandle() {
        Facts facts = FactsYaml.facts("""
                suspects:
                  - identities: [{platform: BlockQuest, handle: a}, {platform: BlockQuest}, {handle: b}]
                  - {}
                  - identities: [{platform: ' ', handle: c}, {platform: ChatNow, phone: 01632 960003}]
                """);
        assertThat(facts.accounts())
                .extracting(account -> account.identity().platform())
                .containsExactly("BlockQuest", "ChatNow");
    }

    @Test
    void suspectsWhoWorkWithChildrenKeepTheirNumbers() {
        assertThat(FactsYaml.facts("suspects: [{worksWithChildren: YES}, {}, {worksWithChildren: YES},"
                                + " {worksWithChildren: NOT_KNOWN}]")
                        .suspectsAtWork())
                .containsExactly(1, 3);
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
    void everyKindOfHarmIsSexualExceptTheListedOnes(HarmKind kind) {
        assertThat(kind.sexual()).isTrue();
    }

    // Normalisation and further information

    @Test
    void kindsAndChannelsAreSortedWithoutDuplicates() {
        assertThat(FactsYaml.facts("kinds: [SEXTORTION, GROOMING, SEXTORTION]").kinds())
                .containsExactly(HarmKind.GROOMING, HarmKind.SEXTORTION);
        assertThat(FactsYaml.facts("channels: [OTHER, EMAIL]").channels())
                .containsExactly(Channel.EMAIL, Channel.OTHER);
    }

    @Test
    void furtherInformationNeedsACompleteAccount() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(Information.class, "{}")))
                .containsExactly("account");
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(Information.class, "account: [{}]")))
                .containsExactly("account[0].kind", "account[0].text");
        assertThat(ConstraintViolations.in(
                        FactsYaml.as(Information.class, "account: [{kind: HEARSAY, text: A friend saw it}]")))
                .isEmpty();
    }

    @Test
    void anAdultIsTakenToWorkWithChildrenUnlessThatIsKnownNotToBeSo() {
        assertThat(FactsYaml.facts("""
                        suspects:
                          - {claimedName: A, ageGroup: ADULT, worksWithChildren: YES}
                          - {claimedName: B, ageGroup: ADULT, worksWithChildren: NO}
                          - {claimedName: C, ageGroup: ADULT, worksWithChildren: NOT_KNOWN}
                          - {claimedName: D, ageGroup: ADULT}
                          - {claimedName: E, ageGroup: NOT_KNOWN}
                          - {claimedName: F, ageGroup: NOT_KNOWN, workplace: {name: Made Up Club}}
                          - {claimedName: G, ageGroup: UNDER_18, worksWithChildren: YES}
                        """).adultsWhoMayWorkWithChildren()).containsExactly(1, 3, 4, 6);
    }
}
