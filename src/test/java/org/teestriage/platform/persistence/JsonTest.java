package org.teestriage.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.concern.facts.Statement;
import org.teestriage.testing.client.FactsYaml;

class JsonTest {

    /** Sets every field; a test below fails if a new field is missing here. */
    private static final String FULL = """
            version: 2
            urgency: {dangerNow: YES, selfHarmOrSuicide: NO, meetingArranged: NOT_KNOWN, abuseLive: NO, childWithSuspect: NO,
                      selfHarm: {plan: NO, means: NOT_KNOWN, intent: NO, withChildNow: Her aunt}}
            policeContact: {rung: RANG_999, by: Pat Example, at: 2026-09-22T08:00:00.123456789Z, policeReference: CLV-0001}
            call: {takenBy: Kim Officer, at: 2026-09-22T08:05:00Z}
            referrer: {name: Pat Example, role: Head, organisation: Made Up Primary, email: pat@school.example,
                       phone: 01632 960001, relationToChild: Teacher, confidential: true}
            children:
              - unknown: false
                name: Robin O’Sample 👧🏽
                roles: [HARMED, ALLEGED_TO_HAVE_HARMED]
                dateOfBirth: 2013-02-28
                dueDate: 2027-01-31
                estimatedAge: 13
                address: {lines: "1 Made Up Street\\nHartlepool", postcode: TS24 7ZZ}
                whereNow: {lines: At her aunt's, postcode: TS1 1ZZ}
                school: Made Up Primary
                lookedAfter: YES
                missing: NO
                disabled: NOT_KNOWN
                disability: Hears little
                knownWorkers: [{name: Jo Worker, role: Social worker, contact: 01632 960004}]
                answers: {dangerNow: NO, selfHarmOrSuicide: YES, meetingArranged: NO, abuseLive: NO, childWithSuspect: NOT_KNOWN,
                          selfHarm: {plan: NO, means: NOT_KNOWN, intent: NO, withChildNow: Her aunt}}
                consents:
                  parentsInformed: {given: YES, missingBecause: REFUSED, note: Rung on Monday}
                  toReferral: {given: YES, missingBecause: REFUSED, note: The mother agrees}
                  toSharing: {given: YES, missingBecause: REFUSED, note: Rung twice}
                  toService: {given: YES, missingBecause: REFUSED, note: Asked on Monday}
                details: {sex: FEMALE, ethnicity: WBRI, firstLanguage: Polish, interpreter: NO, disabilities: [HEAR],
                          nhsNumber: 943 476 5919, gp: Made Up Surgery, legalStatus: Interim care order}
                care: {placingAuthority: Leeds, socialWorker: Jo Worker, reviewingOfficer: Sam Reviewer, agency: Made Up Fostering,
                       locationDisclosed: NO, orderBreached: NO, placementAtRisk: NOT_KNOWN}
                pattern: {familyBefriended: YES, familyKnown: Gifts, targetedAsIsolated: YES, targetedForHistory: NO,
                          targetingKnown: Seen alone, trafficked: YES, traffickingKnown: Taken to another town}
                view: {wants: To stay at home, askedBy: Jo Worker, askedOn: 2026-09-21}
                withdrawn: true
            suspects:
              - claimedName: Alex
                claimedAge: '14'
                realName: Al Example
                ageGroup: ADULT
                relationToChild: None
                worksWithChildren: YES
                workplace: {name: Made Up Club, role: Coach, address: {lines: 2 Made Up Street, postcode: TS18 1ZZ}}
                accessToOtherChildren: YES
                otherChildren: Two of his sister's
                withdrawn: true
                identities:
                  - {platform: BlockQuest, handle: alex_plays_99, displayName: Alex, profileUrl: 'https://blockquest.example/alex',
                     groupOrServer: Night Owls, phone: 01632 960005, email: alex@mail.example, paymentHandle: $alex,
                     firstContact: 2026-08-01, lastContact: 2026-09-21, number: 1, withdrawn: true}
                allegation: {alleged: He wrote at night, about: [1], happened: In September, otherWork: YES, otherWorkWhere: A choir,
                             ownChildren: YES, ownChildrenWho: Two sons, employerKnows: YES, employerKnewAt: '2026-09-21T09:00:00Z',
                             employerToldBy: The head, suspended: YES, employerDid: Sent him home}
                history: {staysWithChild: NO, convictions: YES, convictionsKnown: Theft, registeredSexOffender: YES,
                          registrationKnown: Until 2030, conditions: YES, conditionsKnown: No contact, mappa: YES, mappaKnown: Level 1}
                peer: {age: 14, knownOffline: YES, child: 1, added: true}
            people:
              - {role: PARENT_OR_CARER, name: Toni Sample, dateOfBirth: 1990-01-02, estimatedAge: 36, relationToChild: Mother,
                 about: [1], parentalResponsibility: YES, livesWithChild: YES, contact: 01632 960006,
                 concernsKnown: None, withdrawn: true,
                 history: {staysWithChild: NO, convictions: YES, convictionsKnown: Theft, registeredSexOffender: YES,
                          registrationKnown: Until 2030, conditions: YES, conditionsKnown: No contact, mappa: YES, mappaKnown: Level 1}}
            kinds: [GROOMING, SEXTORTION]
            channels: [GAME_VOICE_CHAT, OTHER]
            contactContinuing: YES
            account:
              - {kind: CHILDS_WORDS, text: "He said:\\n\\t\\"keep it secret\\"", saidBy: Robin, on: 2026-09-21, about: [1],
                 taken: {time: At noon, place: The office, present: The head, writtenBy: Pat Example}, withdrawn: true}
              - {kind: HEARSAY, text: A friend saw it, saidBy: A friend, on: 2026-09-20, about: [1],
                 taken: {time: At noon, place: The office, present: The head, writtenBy: Pat Example}, withdrawn: false}
            images: {exist: YES, heldWhere: On the tablet, heldBy: Her mother, adultInvolved: NO, childUnder13: NO, madeByAi: NOT_KNOWN,
                     spread: {sentTo: [ONE_PERSON, PUBLIC_SITE], sentToWhom: A cousin, seenAgain: [{on: 2026-09-21, where: A board, withdrawn: true}]}}
            devices: [{description: Tablet, heldBy: Her mother, where: At home, secured: YES, withdrawn: true,
                       captured: {how: Photographs of the screen, by: Pat Example, 'on': 2026-09-21}}]
            consents:
              parentsInformed: {given: YES, missingBecause: REFUSED, note: Rung on Monday}
              toReferral: {given: NO, missingBecause: RISK_TO_CHILD, note: The father is named}
              toSharing: {given: NOT_KNOWN, missingBecause: COULD_NOT_BE_REACHED, note: Rung twice}
              toService: {given: NO, missingBecause: PARENT_IS_SUSPECT, note: Not asked}
            doneSoFar: The tablet was kept as it was.
            betweenChildren: {coerced: NO, unusualOrViolent: NOT_KNOWN}
            pattern: {manyChildren: YES, howMany: 30, groupOfAbusers: YES, groupKnown: A server, adultsGroomed: YES, adultsKnown: Two aunts}
            """;

    private static Stream<Object> emptyFields(Object part) {
        if (part instanceof Collection<?> many) {
            return many.isEmpty() ? Stream.of("an empty list") : many.stream().flatMap(JsonTest::emptyFields);
        }
        if (!(part instanceof Record)) {
            return Stream.empty();
        }
        return Arrays.stream(part.getClass().getRecordComponents()).flatMap(component -> value(component, part)
                .map(JsonTest::emptyFields)
                .orElse(Stream.of(part.getClass().getSimpleName() + "." + component.getName())));
    }

    private static Optional<Object> value(RecordComponent component, Object part) {
        try {
            return Optional.ofNullable(component.getAccessor().invoke(part));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFullFactsSetEveryField() {
        assertThat(emptyFields(FactsYaml.as(Facts.class, FULL))).isEmpty();
    }

    @Test
    void theFullFactsSurviveARoundTrip() {
        Facts facts = FactsYaml.as(Facts.class, FULL);
        assertThat(Json.read(Json.write(facts), Facts.class)).isEqualTo(facts);
    }

    @Test
    void theMinimalFactsSurviveARoundTrip() {
        Facts facts = FactsYaml.facts();
        assertThat(Json.read(Json.write(facts), Facts.class)).isEqualTo(facts);
    }

    @Test
    void equalContentGivesEqualText() {
        String written = Json.write(FactsYaml.as(Facts.class, FULL));
        assertThat(Json.write(Json.read(written, Facts.class))).isEqualTo(written);
        assertThat(Json.write(FactsYaml.facts("{kinds: [GROOMING, SEXTING], channels: [EMAIL, OTHER]}")))
                .isEqualTo(Json.write(FactsYaml.facts("{channels: [OTHER, EMAIL], kinds: [SEXTING, GROOMING]}")));
    }

    @Test
    void keysAreSortedInstantsAreTextAndAbsentFieldsAreOmitted() {
        assertThat(Json.write(FactsYaml.as(
                        PoliceContact.class, "{rung: RANG_999, by: Pat Example, at: 2026-09-22T08:00:00.123456789Z}")))
                .isEqualTo("{\"at\":\"2026-09-22T08:00:00.123456789Z\",\"by\":\"Pat Example\",\"rung\":\"RANG_999\"}");
        assertThat(Json.write(FactsYaml.as(Statement.class, "{kind: FACT, text: Seen, on: 2026-09-21}")))
                .isEqualTo("{\"kind\":\"FACT\",\"on\":\"2026-09-21\",\"text\":\"Seen\"}");
    }

    @Test
    void valuesThatCannotBeReadOrWrittenAreErrors() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Json.read("{\"surprise\":1}", Statement.class))
                .withMessage("stored JSON cannot be read as class org.teestriage.concern.facts.Statement");
        assertThatIllegalArgumentException().isThrownBy(() -> Json.write(new Object()));
    }
}
