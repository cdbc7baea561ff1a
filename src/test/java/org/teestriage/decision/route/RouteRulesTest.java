package org.teestriage.decision.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.route.RouteRules.Suggestion;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Bodies;

class RouteRulesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-28");
    private static final RouteRules.Version RULES = RouteRules.on(DAY);

    private static Facts facts(Set<HarmKind> kinds) {
        ObjectNode facts = (ObjectNode) Json.tree(Json.read(Bodies.GROOMING, Facts.class));
        ArrayNode names = facts.putArray("kinds");
        kinds.forEach(kind -> names.add(kind.name()));
        return Json.read(facts.toString(), Facts.class);
    }

    private static List<Suggestion> suggested(Set<HarmKind> kinds, Set<Outcome> outcomes) {
        return RULES.suggested(facts(kinds), Map.of(1, outcomes), DAY);
    }

    private static Stream<RouteKind> routes(HarmKind kind) {
        return suggested(EnumSet.of(kind), Set.of()).stream().map(Suggestion::kind);
    }

    /** What is or may be sexual is due to the police by reports-due.dmn. */
    @ParameterizedTest
    @EnumSource(HarmKind.class)
    void everyKindOfHarmReachesARoad(HarmKind kind) {
        boolean police = facts(EnumSet.of(kind)).sexual() != Answer.NO;
        assertThat(police
                        || !RULES.suggested(withoutUnknowns(kind), Map.of(), DAY)
                                .isEmpty())
                .isTrue();
    }

    /** With every question about danger answered with no, so that only the kind suggests. */
    private static Facts withoutUnknowns(HarmKind kind) {
        ObjectNode facts = (ObjectNode) Json.tree(facts(EnumSet.of(kind)));
        ObjectNode urgency = (ObjectNode) facts.get("urgency");
        urgency.fieldNames().forEachRemaining(name -> urgency.put(name, "NO"));
        return Json.read(facts.toString(), Facts.class);
    }

    /** The reports and referrals of the path, the routes of this table, or an answer to the referrer alone. */
    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeReachesARoad(Outcome outcome) {
        boolean route = suggested(EnumSet.of(HarmKind.CYBERBULLYING), EnumSet.of(outcome)).stream()
                .anyMatch(Suggestion::byOutcome);
        boolean path = outcome.goesToSocialCare() || outcome == Outcome.LADO || outcome == Outcome.POLICE_INTELLIGENCE;
        boolean referrerAlone = outcome == Outcome.ADVICE || outcome == Outcome.NO_FURTHER_ACTION;
        assertThat(Stream.of(route, path, referrerAlone).filter(each -> each)).hasSize(1);
    }

    @Test
    void aKindOfHarmTakesNoSuggestionOfAnotherAway() {
        for (HarmKind one : HarmKind.values()) {
            for (HarmKind other : HarmKind.values()) {
                assertThat(suggested(EnumSet.of(one, other), Set.of()))
                        .as("%s and %s", one, other)
                        .containsAll(suggested(EnumSet.of(one), Set.of()));
            }
        }
    }

    @Test
    void theRoutesOfTheGuidanceAreSuggestedForTheirKinds() {
        assertThat(routes(HarmKind.SEXUAL_EXPLOITATION))
                .contains(RouteKind.VEMT, RouteKind.NATIONAL_REFERRAL_MECHANISM);
        assertThat(routes(HarmKind.GROOMING)).contains(RouteKind.VEMT);
        assertThat(routes(HarmKind.RADICALISATION)).contains(RouteKind.PREVENT);
        assertThat(routes(HarmKind.SEXTORTION)).contains(RouteKind.REPORT_REMOVE, RouteKind.TAKE_IT_DOWN);
        assertThat(routes(HarmKind.IMAGE_SHARING))
                .contains(RouteKind.INTERNET_WATCH_FOUNDATION, RouteKind.ONLINE_SAFETY_HELPLINE);
        assertThat(routes(HarmKind.COERCED_SELF_HARM)).contains(RouteKind.HEALTH_CRISIS);
    }

    @Test
    void theReferralToVemtIsDueOnlyByItsOutcome() {
        assertThat(suggested(EnumSet.of(HarmKind.GROOMING), Set.of()))
                .allMatch(each -> each.dueWithinWorkingDays() == null);
        assertThat(suggested(EnumSet.of(HarmKind.GROOMING), EnumSet.of(Outcome.VEMT)))
                .filteredOn(each -> each.dueWithinWorkingDays() != null)
                .extracting(Suggestion::kind, Suggestion::number)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(RouteKind.VEMT, 1));
    }

    @Test
    void anAdultWithAHistoryOfHarmIsCheckedWithThePoliceAndProbationAndTheDisclosureSchemeIsOffered() {
        assertThat(routesOf("{\"registeredSexOffender\": \"YES\"}")).contains(ABOUT_ADULTS);
        assertThat(routesOf("{\"convictions\": \"NOT_KNOWN\"}")).contains(ABOUT_ADULTS);
        assertThat(routesOf("{\"convictions\": \"NO\", \"mappa\": \"NO\"}")).doesNotContain(ABOUT_ADULTS);
        assertThat(routesOf("{}")).as("not asked").doesNotContain(ABOUT_ADULTS);
    }

    private static final RouteKind[] ABOUT_ADULTS = {
        RouteKind.POLICE_CHECK, RouteKind.DISCLOSURE_SCHEME, RouteKind.PROBATION
    };

    private static Stream<RouteKind> routesOf(String history) {
        ObjectNode facts = (ObjectNode) Json.tree(facts(EnumSet.of(HarmKind.CYBERBULLYING)));
        ObjectNode lodger = facts.putArray("people").addObject();
        lodger.put("role", "HOUSEHOLD_MEMBER").put("name", "Toni Lodger");
        lodger.set("history", Json.read(history, ObjectNode.class));
        return RULES.suggested(Json.read(facts.toString(), Facts.class), Map.of(), DAY).stream()
                .filter(each -> each.about() == RouteAbout.PERSON)
                .map(Suggestion::kind);
    }

    @Test
    void theNationalReferralMechanismIsSuggestedForTheChildWhoMayHaveBeenTrafficked() {
        assertThat(forTrafficking("NOT_KNOWN"))
                .containsExactlyInAnyOrder(RouteKind.NATIONAL_REFERRAL_MECHANISM, RouteKind.VEMT);
        assertThat(forTrafficking("NO")).isEmpty();
    }

    private static Stream<RouteKind> forTrafficking(String answer) {
        ObjectNode facts = (ObjectNode) Json.tree(facts(EnumSet.of(HarmKind.CYBERBULLYING)));
        facts.withArray("children")
                .addObject()
                .put("name", "Jo Sample")
                .putObject("pattern")
                .put("trafficked", answer);
        return RULES.suggested(Json.read(facts.toString(), Facts.class), Map.of(), DAY).stream()
                .filter(each -> each.because().contains("trafficked") && each.number() == 2)
                .map(Suggestion::kind);
    }

    @Test
    void eachTimeImagesAreSeenAgainSuggestsTheirRemovalAnew() {
        List<Suggestion> never = seenAgain("[]");
        List<Suggestion> once = seenAgain("[{\"where\": \"A board\"}]");
        List<Suggestion> twice = seenAgain("[{\"where\": \"A board\"}, {\"where\": \"The same\"}]");
        assertThat(never).noneMatch(each -> each.because().contains("seen again"));
        assertThat(once).containsAll(never);
        assertThat(twice).containsAll(once);
        assertThat(removals(once)).containsExactlyInAnyOrder(REMOVAL);
        assertThat(removals(twice.stream().filter(each -> !once.contains(each)).toList()))
                .containsExactlyInAnyOrder(REMOVAL);
        assertThat(seenAgain("[{\"where\": \"A board\", \"withdrawn\": true}]"))
                .as("said to be wrong since")
                .isEqualTo(never);
    }

    private static final RouteKind[] REMOVAL = {
        RouteKind.REPORT_REMOVE, RouteKind.TAKE_IT_DOWN, RouteKind.INTERNET_WATCH_FOUNDATION
    };

    private static Stream<RouteKind> removals(List<Suggestion> suggestions) {
        return suggestions.stream()
                .filter(each -> each.because().contains("seen again"))
                .map(Suggestion::kind);
    }

    private static List<Suggestion> seenAgain(String times) {
        ObjectNode facts = (ObjectNode) Json.tree(facts(EnumSet.of(HarmKind.CYBERBULLYING)));
        ObjectNode images = facts.putObject("images");
        images.put("exist", "NO").putObject("spread").set("seenAgain", Json.read(times, ArrayNode.class));
        return RULES.suggested(Json.read(facts.toString(), Facts.class), Map.of(), DAY);
    }

    @Test
    void everyRouteSaysHowItIsReachedOrThatThisIsUnknown() {
        RouteRules.versions().forEach(version -> assertThat(Arrays.stream(RouteKind.values()))
                .allMatch(kind -> !version.contactsOf(kind).isEmpty()));
    }

    @Test
    void aRuleAboutSomethingThatTheRouteIsNeverAboutIsRefused() {
        assertThatThrownBy(() -> new RouteRules.Rule(
                        RouteKind.VEMT, RouteAbout.ACCOUNT, null, null, null, null, "because", "source"))
                .hasMessageContaining("VEMT is never about ACCOUNT");
    }
}
