package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;

class StrategyDiscussionTest {

    /** As the release before stored it. */
    private static final String OF_AN_EARLIER_RELEASE = """
            {"attended":["SOCIAL_CARE","POLICE","HEALTH"],"heldOn":"2026-09-22",\
            "rationale":"Joint enquiries by social care and police.","section47":true}""";

    private static StrategyDiscussion with(@Nullable Object... pathsAndValues) {
        return Json.read(Api.with(Bodies.STRATEGY_DISCUSSION, pathsAndValues).toString(), StrategyDiscussion.class);
    }

    private static StrategyDiscussion withoutThePolice(boolean section47) {
        return with(
                "/present/0/agency",
                "EDUCATION",
                "/children/0/section47",
                section47,
                "/absent",
                Json.read("[{\"agency\": \"POLICE\", \"why\": \"They could not come\"}]", Object.class));
    }

    @Test
    void theRulingSaysForWhichChildrenSection47EnquiriesBegin() {
        assertThat(with().ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The strategy discussion was held; section 47 enquiries begin for child 1."));
        assertThat(with("/children/0/section47", false).ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The strategy discussion was held; no section 47 enquiries."));
        assertThat(with("/children/1", second(false)).ruleOn(Situations.aboutChildren(1, 2)))
                .isEqualTo(Ruling.of("The strategy discussion was held; section 47 enquiries begin for child 1, and not"
                        + " for child 2."));
    }

    private static Object second(boolean section47) {
        return Json.read(
                "{\"child\": 2, \"section47\": %s, \"rationale\": \"Lives elsewhere, no contact.\"}"
                        .formatted(section47),
                Object.class);
    }

    @Test
    void itDecidesForEachChildOfThePartOnceAndForNoOther() {
        assertThat(with().ruleOn(Situations.aboutChildren(1, 2)))
                .isEqualTo(new Refusal(
                        "This discussion is about child 1, 2; decide for each of them, and for no other child."));
        assertThat(with("/children/1", second(true)).ruleOn(Situations.aboutChildren(1)))
                .isEqualTo(new Refusal(
                        "This discussion is about child 1; decide for each of them, and for no other child."));
        assertThat(with("/children/1", second(true), "/children/1/child", 1).ruleOn(Situations.aboutChildren(1)))
                .isEqualTo(new Refusal("A child is decided twice. Decide for each child once."));
    }

    @Test
    void withoutThePoliceItDecidesNothingAgainstSection47() {
        assertThat(withoutThePolice(false).ruleOn(Situations.today()))
                .isEqualTo(
                        new Refusal("Without the police, a discussion cannot decide against section 47 enquiries. Hold"
                                + " it with them, then record it; or record that the enquiries begin."));
        assertThat(withoutThePolice(true).ruleOn(Situations.today())).isInstanceOf(Ruling.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-22, 2026-09-22T09:00:00Z, true",
        "2026-09-23, 2026-09-22T09:00:00Z, false",
        // 00:30 in London in summer is the day before in UTC.
        "2026-09-22, 2026-09-21T23:30:00Z, true",
        "2026-09-23, 2026-09-22T22:59:59Z, false",
        "2026-12-02, 2026-12-01T23:30:00Z, false"
    })
    void aDiscussionAfterTheCurrentDayInLondonIsRefused(String heldOn, Instant now, boolean accepted) {
        Verdict verdict = with("/heldOn", heldOn).ruleOn(Situations.at(now));
        if (accepted) {
            assertThat(verdict).isInstanceOf(Ruling.class);
        } else {
            assertThat(verdict)
                    .isEqualTo(
                            new Refusal("The discussion is said to be in the future. Hold it first, then record it."));
        }
    }

    /** The date of a conference cannot be computed from it: bank holidays are known for some years only. */
    @ParameterizedTest
    @CsvSource({"2025-09-22, true", "2025-09-21, false", "2006-09-22, false"})
    void aDiscussionMoreThanAYearAgoIsRefused(String heldOn, boolean accepted) {
        Verdict verdict = with("/heldOn", heldOn).ruleOn(Situations.today());
        if (accepted) {
            assertThat(verdict).isInstanceOf(Ruling.class);
        } else {
            assertThat(verdict)
                    .isEqualTo(new Refusal("The discussion is said to be more than a year ago. Check its date."));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, police", "1, health"})
    void theAbsenceOfThePoliceOrHealthNeedsAReason(int person, String agency) {
        String body = Api.with(Bodies.STRATEGY_DISCUSSION, "/present/%d/agency".formatted(person), "OTHER")
                .toString();
        assertThat(ConstraintViolations.in(Json.read(body, StrategyDiscussion.class)))
                .containsExactly(
                        "absent: the police and health take part at least; say here why %s did not".formatted(agency));
        assertThat(ConstraintViolations.in(Json.read(
                        Api.with(
                                        body,
                                        "/absent",
                                        Json.read(
                                                "[{\"agency\": \"%s\", \"why\": \"Called away, asked twice\"}]"
                                                        .formatted(agency.toUpperCase(Locale.ROOT)),
                                                Object.class))
                                .toString(),
                        StrategyDiscussion.class)))
                .isEmpty();
    }

    @Test
    void enquiriesAreOfSocialCareAloneOrJoint() {
        assertThat(ConstraintViolations.placesIn(with("/children/0/enquiries", null)))
                .containsExactly("children[0].enquiries");
        assertThat(ConstraintViolations.placesIn(with("/children/0/enquiries", null, "/children/0/section47", false)))
                .isEmpty();
        assertThat(ConstraintViolations.placesIn(with("/children/0/section47", false)))
                .as("enquiries that do not begin")
                .containsExactly("children[0].enquiries");
    }

    @Test
    void anActionHasAnOwnerAndADayThatIsNotBeforeTheDiscussion() {
        String action =
                "{\"what\": \"See the child at school.\", \"agency\": \"SOCIAL_CARE\", \"owner\": \"Lou Worker\","
                        + " \"dueOn\": \"%s\"}";
        assertThat(ConstraintViolations.placesIn(
                        with("/actions", Json.read("[" + action.formatted("2026-09-22") + "]", Object.class))))
                .isEmpty();
        assertThat(ConstraintViolations.placesIn(
                        with("/actions", Json.read("[" + action.formatted("2026-09-21") + "]", Object.class))))
                .containsExactly("actions[0].dueOn");
        assertThat(ConstraintViolations.placesIn(
                        with("/actions", Json.read("[{\"what\": \"See the child.\"}]", Object.class))))
                .containsExactlyInAnyOrder("actions[0].agency", "actions[0].dueOn", "actions[0].owner");
    }

    @Test
    void aPersonIsNamedWithAgencyAndRole() {
        assertThat(ConstraintViolations.placesIn(
                        with("/present/1", Json.read("{\"agency\": \"HEALTH\"}", Object.class), "/chair/name", "-")))
                .containsExactlyInAnyOrder("chair.name", "present[1].name", "present[1].role");
    }

    @Test
    void anEmptyRecordNamesWhatIsMissing() {
        assertThat(ConstraintViolations.placesIn(Json.read("{}", StrategyDiscussion.class)))
                .containsExactlyInAnyOrder("absent", "chair", "children", "heldOn", "how", "known", "present");
    }

    @Test
    void aStoredDiscussionOfAnEarlierReleaseIsReadAsItWas() {
        StrategyDiscussion earlier = Json.read(OF_AN_EARLIER_RELEASE, StrategyDiscussion.class);
        assertThat(earlier.beginsEnquiries()).isTrue();
        assertThat(earlier.forReaders()).isInstanceOf(StrategyDiscussion.Earlier.class);
        assertThat(Json.write(earlier.forReaders())).isEqualTo(OF_AN_EARLIER_RELEASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attended", "whyIncomplete", "section47", "rationale"})
    void aRequestOfTheEarlierFormIsToldWhatIsAsked(String field) {
        String body = Api.with(OF_AN_EARLIER_RELEASE, "/whyIncomplete", "The nurse was called away.")
                .toString();
        assertThat(ConstraintViolations.in(Json.read(body, StrategyDiscussion.class)))
                .contains(field + ": " + StrategyDiscussion.EARLIER);
    }
}
