package org.teestriage.access.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.AccessRestriction.Kind;
import org.teestriage.concern.Reference;
import org.teestriage.concern.StatusEnquiry;
import org.teestriage.concern.facts.Confidence;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.decision.Step;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.FactsYaml;
import org.teestriage.timeline.ChainLink;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;

/** What is removed from facts, decisions, signatures and timelines, and that the rest stays. */
class RedactionTest {

    private static final Redaction CHILD_2 =
            new Redaction(List.of(2), false, false, false, new Confidence(), "robin", Set.of());
    private static final Redaction LADO =
            new Redaction(List.of(), false, true, false, new Confidence(), "robin", Set.of());
    private static final Redaction REFERRER = new Redaction(
            List.of(),
            true,
            false,
            false,
            new Confidence().named("Wren Cloudberry", Confidence.THE_REFERRER).named("quill7", Confidence.A_COLLEAGUE),
            "robin",
            Set.of());

    private static final Facts FACTS = FactsYaml.facts("""
            referrer: {name: Wren Cloudberry, role: Teacher, organisation: Made Up School, email: wren@school.example,
                       phone: 01632 960777, relationToChild: sister of the lodger}
            children:
            - {name: Jo, school: Made Up School, address: {postcode: TS24 7ZZ}, whereNow: {lines: At the club}}
            - {name: Max, school: Other School, address: {postcode: TS10 1AA}, whereNow: {lines: With an aunt}}
            suspects:
            - {realName: Lee, worksWithChildren: YES, workplace: {name: Quillback Swimming Club},
               identities: [{handle: coach_lee}]}
            account: [{kind: FACT, text: Wren Cloudberry saw the message., saidBy: Wren Cloudberry}]
            """);

    private static JsonNode shown(Redaction redaction) {
        return Json.tree(redaction.apply(FACTS));
    }

    private static JsonNode tree(String json) {
        return Json.read(json, JsonNode.class);
    }

    // Facts

    @Test
    void withoutARedactionTheFactsAreUnchanged() {
        assertThat(Redaction.NOTHING.apply(FACTS)).isSameAs(FACTS);
        assertThat(Redaction.NOTHING.hidesNothing()).isTrue();
        assertThat(Redaction.NOTHING.withheld()).isEmpty();
    }

    @Test
    void onlyTheAddressesOfTheHiddenChildAreRemoved() {
        JsonNode shown = shown(CHILD_2);
        assertThat(shown.at("/children/1").has("address")).isFalse();
        assertThat(shown.at("/children/1").has("whereNow")).isFalse();
        assertThat(shown.at("/children/1/name").asText()).isEqualTo("Max");
        assertThat(shown.at("/children/1").has("school")).isFalse();
        assertThat(shown.at("/children/0")).isEqualTo(Json.tree(FACTS).at("/children/0"));
        assertThat(shown.at("/referrer")).isEqualTo(Json.tree(FACTS).at("/referrer"));
    }

    @Test
    void peopleWhoMayLiveOnlyWithTheHiddenChildLoseNameAndContact() {
        Facts facts = FactsYaml.facts("""
                children: [{name: Jo}, {name: Max}]
                people:
                - {role: PARENT_OR_CARER, name: Carer, contact: 01632 960555, about: [2], concernsKnown: Ill}
                - {role: PARENT_OR_CARER, name: Mother, livesWithChild: NO, about: [2]}
                - {role: HOUSEHOLD_MEMBER, name: Lodger, about: [1]}
                - {role: SIBLING, name: Of Both}
                """);
        assertThat(CHILD_2.apply(facts).people())
                .extracting(person -> person.name(), person -> person.contact(), person -> person.concernsKnown())
                .containsExactly(
                        tuple(null, null, "Ill"),
                        tuple("Mother", null, null),
                        tuple("Lodger", null, null),
                        tuple("Of Both", null, null));
        assertThat(CHILD_2.hides(new FieldChange("people[0].contact", null, "01632 960555")))
                .isTrue();
        assertThat(LADO.hides(new FieldChange("people[0].contact", null, "01632 960555")))
                .isFalse();
        assertThat(LADO.apply(facts)).isEqualTo(facts);
    }

    @Test
    void theIdentityOfTheReferrerIsRemovedAndTheirRoleStays() {
        JsonNode shown = shown(REFERRER);
        for (String field : List.of("name", "email", "phone", "relationToChild")) {
            assertThat(shown.path("referrer").has(field)).as(field).isFalse();
        }
        assertThat(shown.at("/referrer/role").asText()).isEqualTo("Teacher");
        assertThat(shown.at("/referrer/organisation").asText()).isEqualTo("Made Up School");
        assertThat(shown.at("/account/0/text").asText()).isEqualTo("The referrer saw the message.");
        assertThat(shown.at("/account/0/saidBy").asText()).isEqualTo("The referrer");
        assertThat(shown.at("/children")).isEqualTo(Json.tree(FACTS).at("/children"));
    }

    @Test
    void thatASuspectWorksWithChildrenIsRemovedAndTheSuspectStays() {
        JsonNode shown = shown(LADO);
        assertThat(shown.at("/suspects/0").has("worksWithChildren")).isFalse();
        assertThat(shown.at("/suspects/0").has("workplace")).isFalse();
        assertThat(shown.at("/suspects/0/realName").asText()).isEqualTo("Lee");
        assertThat(shown.at("/suspects/0/identities/0/handle").asText()).isEqualTo("coach_lee");
        assertThat(shown.toString()).contains("Wren Cloudberry", "TS10 1AA");
    }

    // Timeline details and decisions

    @Test
    void factsInsideDetailsAreRedactedLikeFacts() {
        String written =
                "{\"facts\": {\"children\": [{}, {\"address\": {\"postcode\": \"TS10 1AA\"}, \"missing\": \"NO\"}]}}";
        assertThat(CHILD_2.apply(tree(written)).toString())
                .isEqualTo("{\"facts\":{\"children\":[{},{\"missing\":\"NO\"}]}}");
    }

    @Test
    void aNameThatOnlyTheWrittenConcernGivesTheReferrerIsHiddenInItsText() {
        JsonNode shown = REFERRER.apply(tree("""
            {"facts": {"referrer": {"name": "Tern Sandpiper", "phone": "01632 960888"},
                       "doneSoFar": "Tern Sandpiper rang; call 01632960888."}}"""));
        assertThat(shown.at("/facts/doneSoFar").asText()).isEqualTo("The referrer rang; call the referrer.");
    }

    @Test
    void toWhomTheOutcomeWasToldIsRemovedForAConfidentialReferrer() {
        String told = "{\"wording\":\"Received.\",\"toldTo\":\"Wren Cloudberry\"}";
        assertThat(REFERRER.apply(tree(told)).toString()).isEqualTo("{\"wording\":\"Received.\"}");
        assertThat(LADO.apply(tree(told)).toString()).isEqualTo(told);
    }

    @Test
    void theOutcomeLadoIsRemovedFromADecisionAndTheOthersStay() {
        String decision = "{\"children\":[{\"child\":1,\"outcomes\":[\"SECTION_17\",\"LADO\"]}]}";
        assertThat(LADO.apply(tree(decision)).at("/children/0/outcomes").toString())
                .isEqualTo("[\"SECTION_17\"]");
        assertThat(CHILD_2.apply(tree(decision)).at("/children/0/outcomes").toString())
                .isEqualTo("[\"SECTION_17\",\"LADO\"]");
    }

    @Test
    void hashesAndListsOfWhatWasLeftOutAreRemovedWithLadoContent() {
        String letter = """
            {"letter": {"contentHash": "abc", "enclosures": ["x"], "number": 2}, "withheld": ["the LADO"]}""";
        assertThat(LADO.apply(tree(letter)).toString()).isEqualTo("{\"letter\":{\"number\":2}}");
        assertThat(CHILD_2.apply(tree(letter)).toString())
                .contains("contentHash", "enclosures")
                .contains("withheld");
    }

    @Test
    void detailsThatAreNoObjectAreReturned() {
        assertThat(LADO.apply(tree("[1]")).toString()).isEqualTo("[1]");
        assertThat(REFERRER.apply(tree("\"Wren Cloudberry rang.\"")).asText()).isEqualTo("The referrer rang.");
    }

    // Readers without access to content

    private static final Redaction AUDIT = new Redaction(
            List.of(),
            false,
            false,
            true,
            new Confidence().named("Robin Raiser", Confidence.THE_REFERRER),
            "robin",
            Set.of());

    @Test
    void onlyCodesNumbersAndTimesOfADecisionAreLeft() {
        assertThat(AUDIT.apply(tree("""
                    {"children": [{"child": 1, "outcomes": ["SECTION_17"], "rationale": "Jo needs it."}],
                     "complexAbuse": false, "whyNotComplex": "One child.", "report": {"kind": "MADE",
                     "sent": {"how": "TELEPHONE", "at": "2026-09-22T09:00:00Z", "to": "Mo", "theirReference": "R"}}}""")).toString())
                .isEqualTo("{\"children\":[{\"child\":1,\"outcomes\":[\"SECTION_17\"]}],\"complexAbuse\":false,"
                        + "\"report\":{\"kind\":\"MADE\",\"sent\":{\"how\":\"TELEPHONE\","
                        + "\"at\":\"2026-09-22T09:00:00Z\"}}}");
        assertThat(AUDIT.apply(tree("{\"facts\": {\"kinds\": [\"GROOMING\"]}}")).isEmpty())
                .isTrue();
    }

    /** A string here would let typed text pass. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void noFieldThatIsLeftOfADecisionHoldsTypedText(Step step) {
        requireNoText(step.decision());
    }

    private static void requireNoText(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (RecordFields.OF_A_DECISION.contains(component.getName())) {
                Class<?> held = component.getGenericType() instanceof ParameterizedType list
                        ? (Class<?>) list.getActualTypeArguments()[0]
                        : component.getType();
                assertThat(held).as("%s.%s", type, component.getName()).isNotEqualTo(String.class);
                if (held.isRecord()) {
                    requireNoText(held);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RAISED       | {"kinds": ["GROOMING"]}                                    |
        DANGER       | {"what": "He is here."}                                    |
        ROUTED       | ["Child 1: all of TS24."]                                  |
        ASSIGNED     | "sam"                                                      |
        GLASS_BROKEN | {"reason": "CHILD_IN_DANGER", "words": "Jo is here."}      | {"reason":"CHILD_IN_DANGER"}
        WALLED       | {"kind": "EXCLUDED_NAME", "subject": "lee", "reason": "R"} | {"kind":"EXCLUDED_NAME"}
        LETTER       | {"letter": 1, "partner": "Chat of Jo", "contentHash": "a"} | {"letter":1}
        """)
    void theDetailsOfAnEntryAreReducedByItsKind(TimelineEvent.Kind kind, String details, @Nullable String left) {
        assertThat(AUDIT.details(entry(1, kind, "", details)).map(JsonNode::toString))
                .isEqualTo(Optional.ofNullable(left));
    }

    @Test
    void factsAndAdditionsAreRefusedToAReaderWithoutContent() {
        assertThatThrownBy(() -> AUDIT.apply(FACTS)).isInstanceOf(IllegalStateException.class);
        assertThat(AUDIT.typed("Jo is safe.")).isEmpty();
        assertThat(AUDIT.toldTo("Wren Cloudberry")).isNull();
        assertThat(AUDIT.subject(new AccessRestriction(Kind.EXCLUDED_NAME, "lee")))
                .isEqualTo("withheld");
        assertThat(AUDIT.subject(new AccessRestriction(Kind.NAMED, "sam"))).isEqualTo("sam");
        assertThat(AUDIT.apply(new Signature("robin", "Robin Raiser", "REFERRER", "northfield-school")))
                .isEqualTo(new Signature("", "The referrer", "REFERRER", "northfield-school"));
        assertThat(AUDIT.withheld()).hasSize(1);
        assertThat(AUDIT.hidesNothing()).isFalse();
    }

    @Test
    void whyAChildGoesToAHubIsHiddenWithItsAddress() {
        Timeline.Line routed =
                entry(2, TimelineEvent.Kind.ROUTED, "", "[\"Child 1: all of TS24.\",\"Child 2: all of TS10.\"]");
        assertThat(CHILD_2.details(routed).orElseThrow().toString()).isEqualTo("[\"Child 1: all of TS24.\"]");
        assertThat(LADO.details(routed).orElseThrow()).hasSize(2);
    }

    @Test
    void aLinkToAConcernThatTheReaderMayNotKnowIsHidden() {
        Redaction unlinked =
                new Redaction(List.of(), false, false, false, new Confidence(), "robin", Set.of("28T5-CY4T-Y"));
        assertThat(unlinked.text("Withdrawn as a duplicate; linked to 28T5-CY4T-Y."))
                .isEqualTo("Withdrawn as a duplicate; linked to another concern.");
        assertThat(unlinked.apply(tree("{\"duplicateOf\":\"28T5-CY4T-Y\",\"rationale\":\"See 28T5-CY4T-Y.\"}"))
                        .toString())
                .doesNotContain("28T5");
        assertThat(unlinked.link(Optional.of(new Reference("28T5-CY4T-Y")))).isEmpty();
        assertThat(REFERRER.link(Optional.of(new Reference("28T5-CY4T-Y")))).isPresent();
        assertThat(unlinked.hidesNothing()).isFalse();
    }

    // Steps, restrictions and timeline entries

    @ParameterizedTest
    @EnumSource(Step.class)
    void onlyTheStepsOfTheLadoAreHidden(Step step) {
        boolean lado = step == Step.LADO_REFERRAL || step == Step.LADO_EVALUATION || step == Step.LADO_LETTER_CHASE;
        assertThat(LADO.hides(step)).isEqualTo(lado);
        assertThat(REFERRER.hides(step)).isFalse();
        assertThat(CHILD_2.hides(step)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "EXCLUDED_USER,      false",
        "EXCLUDED_NAME,      false",
        "EXCLUDED_WORKPLACE, true",
        "NAMED,              false",
        "NAMED_FOR_LADO,     true"
    })
    void aRestrictionThatTellsOfTheLadoIsHidden(Kind kind, boolean hidden) {
        assertThat(LADO.hides(new AccessRestriction(kind, "lee"))).isEqualTo(hidden);
        assertThat(REFERRER.hides(new AccessRestriction(kind, "lee"))).isFalse();
    }

    private static Timeline.Line entry(long sequence, TimelineEvent.Kind kind, String step, @Nullable String details) {
        return new Timeline.Line(
                new ChainLink("28T5-CY4T-Y", sequence, 0, Signature.THE_PATH, kind, step, "", "It happened.", "", ""),
                "hash",
                Optional.ofNullable(details),
                Optional.empty());
    }

    private static String restriction(Kind kind) {
        return Json.write(new RestrictionEntry(kind, "lee", "A reason."));
    }

    @Test
    void hiddenEntriesOfTheTimelineLeaveNoGapInItsNumbers() {
        List<Timeline.Line> timeline = List.of(
                entry(1, TimelineEvent.Kind.RAISED, "", null),
                entry(2, TimelineEvent.Kind.OPENED, "lado-referral", null),
                entry(3, TimelineEvent.Kind.LETTER, "letter-to-lado", null),
                entry(4, TimelineEvent.Kind.DELIVERY, "lado-letter-chase", null),
                entry(5, TimelineEvent.Kind.WALLED, "", restriction(Kind.NAMED_FOR_LADO)),
                entry(6, TimelineEvent.Kind.WALLED, "", restriction(Kind.EXCLUDED_USER)),
                entry(7, TimelineEvent.Kind.UNWALLED, "", restriction(Kind.EXCLUDED_WORKPLACE)),
                entry(8, TimelineEvent.Kind.DECIDED, "police-report", null));
        List<Redaction.Numbered> shown = LADO.shown(timeline);
        assertThat(shown).extracting(Redaction.Numbered::number).containsExactly(1L, 2L, 3L);
        assertThat(shown).extracting(entry -> entry.line().link().sequence()).containsExactly(1L, 6L, 8L);
        assertThat(REFERRER.shown(timeline)).hasSize(8);
    }

    @Test
    void aRestrictionWhoseDetailsWereErasedIsHidden() {
        assertThat(LADO.shown(List.of(entry(1, TimelineEvent.Kind.WALLED, "", null))))
                .isEmpty();
        assertThat(CHILD_2.shown(List.of(entry(1, TimelineEvent.Kind.WALLED, "", null))))
                .hasSize(1);
    }

    // People

    @Test
    void theSignatureOfAnAgencyLosesNameAndAgency() {
        Signature raiser = new Signature("robin", "Robin Raiser", "REFERRER", "northfield-school");
        Signature colleague = new Signature("quill7", "Tern Quillback", "REFERRER", "northfield-school");
        Signature officer = new Signature("sam", "Sam Officer", "OFFICER", "chub");
        assertThat(REFERRER.apply(raiser)).isEqualTo(new Signature("", "The referrer", "REFERRER", ""));
        assertThat(REFERRER.apply(colleague))
                .isEqualTo(new Signature("", "A colleague of the referrer", "REFERRER", ""));
        assertThat(REFERRER.apply(officer)).isEqualTo(officer);
        assertThat(LADO.apply(raiser)).isEqualTo(raiser);
    }

    @Test
    void thePersonWhoCalledThePoliceOrAskedIsHiddenIfTheyAreTheReferrer() {
        Instant at = Instant.parse("2026-09-22T09:00:00Z");
        PoliceContact contact = new PoliceContact(PoliceContact.Rung.RANG_999, "Cloudberry, Wren", at, "CP-1");
        assertThat(REFERRER.apply(contact))
                .isEqualTo(new PoliceContact(PoliceContact.Rung.RANG_999, "The referrer", at, "CP-1"));
        assertThat(LADO.apply(contact)).isEqualTo(contact);
        PoliceContact nobody = new PoliceContact(PoliceContact.Rung.RANG_999, null, at, null);
        assertThat(REFERRER.apply(nobody)).isEqualTo(nobody);
        assertThat(REFERRER.apply(new StatusEnquiry(at, "quill7", null)))
                .isEqualTo(new StatusEnquiry(at, "A colleague of the referrer", null));
    }

    @Test
    void aLaterAdditionIsRedactedOnlyForAConfidentialReferrer() {
        Information told =
                FactsYaml.as(Information.class, "{account: [{kind: FACT, text: Wren Cloudberry rang again.}]}");
        assertThat(Json.write(REFERRER.apply(told))).contains("The referrer rang again.");
        assertThat(LADO.apply(told)).isSameAs(told);
    }

    // Notices

    @Test
    void eachHiddenPartIsNamed() {
        Redaction all = new Redaction(List.of(1, 3), true, true, false, new Confidence(), "robin", Set.of());
        assertThat(all.withheld())
                .containsExactly(
                        "The address, school and care of child 1, who is looked after, and the people there.",
                        "The address, school and care of child 3, who is looked after, and the people there.",
                        "Who the referrer is: they asked for it.",
                        "Some of what is known of a person of concern: it is for named people.");
        assertThat(all.hidesNothing()).isFalse();
        assertThat(CHILD_2.hidesNothing()).isFalse();
        assertThat(LADO.hidesNothing()).isFalse();
        assertThat(REFERRER.hidesNothing()).isFalse();
    }
}
