package org.teestriage.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.client.ConcernWalker;
import org.teestriage.testing.server.MySqlResource;

/**
 * Ten cases as practice meets them: raised, learnt more of, and walked to the close. The test prints and checks what each
 * partner finally knew.
 */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class PracticeCasesTest extends ConcernJourney {

    private static final String POLICE = "POLICE_REPORT/";
    private static final String CEOP = "CEOP_REPORT/";
    private static final String PLATFORM = "PLATFORM_REPORT/1";
    private static final String LADO = "LADO_REFERRAL/1";
    private static final String CHILD_1 = "SOCIAL_CARE_REFERRAL/1";
    private static final String CHILD_2 = "SOCIAL_CARE_REFERRAL/2";

    /**
     * @param learnt further information, told after the first decisions
     * @param outcomes of each child
     * @param knew words that a partner finally knew, by purpose and item of its letters
     * @param knewNot words that it must not know
     */
    record Case(
            String name,
            JsonNode facts,
            Object learnt,
            List<String> outcomes,
            Map<String, List<String>> knew,
            Map<String, List<String>> knewNot) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "MEETING_ARRANGED_IN_A_GAME",
                        Api.with(Bodies.GROOMING, "/urgency/meetingArranged", "YES"),
                        statement("He wrote from a second account.", List.of()),
                        List.of("SECTION_47"),
                        Map.of(
                                POLICE,
                                        knows(
                                                "A meeting is arranged: yes",
                                                "He wrote from a second account.",
                                                "alex_plays_99"),
                                CEOP, knows("He wrote from a second account."),
                                PLATFORM, knows("alex_plays_99"),
                                CHILD_1, knows("Robin Sample", "He wrote from a second account.")),
                        Map.of(PLATFORM, knows("Robin", "TS24"))),
                new Case(
                        "SUICIDAL_AFTER_SEXTORTION_SHARED_BY_PEERS",
                        Api.with(
                                Bodies.withoutAge(Bodies.GROOMING),
                                "/children/0/dateOfBirth",
                                "2011-03-01",
                                "/urgency/selfHarmOrSuicide",
                                "YES",
                                "/kinds",
                                List.of("SEXTORTION", "IMAGE_SHARING"),
                                "/suspects/0/realName",
                                "Jo Peer",
                                "/suspects/0/ageGroup",
                                "UNDER_18",
                                "/suspects/0/peer",
                                Map.of("age", 15)),
                        statement("Robin has tablets hidden at home.", List.of(1)),
                        List.of("SECTION_47"),
                        Map.of(
                                POLICE, knows("Robin has tablets hidden at home.", "Jo Peer"),
                                CHILD_1, knows("Self-harm or suicide: yes", "Robin has tablets hidden at home."),
                                CHILD_2, knows("Jo Peer", "alleged to have harmed", "Estimated age: 15")),
                        Map.of(
                                PLATFORM, knows("tablets", "Robin"),
                                CHILD_2, knows("tablets", "Robin", "Claims to be"))),
                new Case(
                        "SECRET_CONTACT_WITH_A_LOOKED_AFTER_CHILD",
                        Api.with(
                                Bodies.GROOMING,
                                "/children/0/lookedAfter",
                                "YES",
                                "/kinds",
                                List.of("NOT_SURE"),
                                "/suspects/0",
                                Map.of(
                                        "realName",
                                        "Dan Example",
                                        "ageGroup",
                                        "ADULT",
                                        "worksWithChildren",
                                        "NO",
                                        "relationToChild",
                                        "birth father")),
                        statement("He was seen outside the placement.", List.of()),
                        List.of("SECTION_47"),
                        Map.of(
                                POLICE, knows("Dan Example", "birth father", "He was seen outside the placement."),
                                CHILD_1, knows("Looked after: yes", "He was seen outside the placement.")),
                        Map.of()),
                new Case(
                        "PARTNER_OF_THE_MOTHER_WITH_A_CONVICTION",
                        Api.with(
                                Bodies.GROOMING,
                                "/kinds",
                                List.of("NOT_SURE"),
                                "/suspects/0",
                                Map.of(
                                        "realName",
                                        "Lee Example",
                                        "ageGroup",
                                        "ADULT",
                                        "worksWithChildren",
                                        "NO",
                                        "relationToChild",
                                        "new partner of the mother",
                                        "accessToOtherChildren",
                                        "YES",
                                        "otherChildren",
                                        "A daughter of his own, every second week."),
                                "/people",
                                List.of(Map.of(
                                        "role", "PARENT_OR_CARER", "name", "Toni Sample", "livesWithChild", "YES"))),
                        statement("He was convicted of an offence with images.", List.of()),
                        List.of("SECTION_47"),
                        Map.of(
                                POLICE, knows("Lee Example", "Toni Sample", "A daughter of his own", "convicted"),
                                CHILD_1, knows("Lee Example", "Toni Sample", "A daughter of his own", "convicted")),
                        Map.of()),
                new Case(
                        "TEACHING_ASSISTANT_AND_PUPILS_OF_TWO_AUTHORITIES",
                        Api.with(
                                Bodies.COACH,
                                "/suspects/0/realName",
                                "Chris Invented",
                                "/suspects/0/ageGroup",
                                "ADULT",
                                "/suspects/0/workplace/role",
                                "Teaching assistant",
                                "/children/1",
                                Bodies.SECOND_CHILD,
                                "/children/2",
                                Bodies.CHILD_IN_REDCAR),
                        statement("Jamie got a picture.", List.of(2)),
                        List.of("SECTION_47"),
                        Map.of(
                                POLICE,
                                knows("Robin Sample", "Jamie Sample", "Chris Example", "Jamie got a picture."),
                                LADO,
                                knows("Chris Invented", "Teaching assistant"),
                                CHILD_2,
                                knows("Jamie got a picture."),
                                "SOCIAL_CARE_REFERRAL/3",
                                knows("Chris Example")),
                        Map.of(
                                CHILD_1,
                                knows("Jamie got a picture."),
                                "SOCIAL_CARE_REFERRAL/3",
                                knows("Jamie got a picture.", "Robin Sample"))),
                new Case(
                        "UNBORN_SIBLING",
                        Api.with(
                                Bodies.GROOMING,
                                "/children/1",
                                Map.of(
                                        "name",
                                        "Unborn Sample",
                                        "dueDate",
                                        "2026-12-01",
                                        "address",
                                        Map.of("postcode", "TS24 7ZZ"))),
                        statement("The same man visits the mother.", List.of()),
                        List.of("SECTION_47"),
                        Map.of(
                                CHILD_2, knows("Due date: ", "The same man visits the mother."),
                                POLICE, knows("Due date: ")),
                        Map.of()),
                new Case(
                        "AI_MADE_PICTURES_OF_CLASSMATES",
                        Api.with(
                                Bodies.GROOMING,
                                "/kinds",
                                List.of("AI_MADE_IMAGERY"),
                                "/suspects/0/ageGroup",
                                "UNDER_18",
                                "/children/1",
                                Bodies.SECOND_CHILD),
                        statement("Robin says that nothing matters any more.", List.of(1)),
                        List.of("SECTION_17"),
                        Map.of(
                                POLICE,
                                knows("Robin says that nothing matters any more."),
                                CHILD_1,
                                knows("Robin says that nothing matters any more."),
                                CHILD_2,
                                knows("Jamie Sample"),
                                "SOCIAL_CARE_REFERRAL/3",
                                knows("alleged to have harmed")),
                        Map.of(
                                CHILD_2,
                                knows("Robin says that nothing matters any more."),
                                "SOCIAL_CARE_REFERRAL/3",
                                knows("Robin says that nothing matters any more.", "Claims to be"))),
                new Case(
                        "ONLY_A_HANDLE_AND_A_SERVER",
                        Api.with(
                                Bodies.GROOMING,
                                "/children/0",
                                Map.of("unknown", true),
                                "/suspects/0/identities/0/groupOrServer",
                                "made-up-server"),
                        statement("The child writes in English.", List.of()),
                        List.of("POLICE_INTELLIGENCE"),
                        Map.of(POLICE, knows("alex_plays_99", "made-up-server", "The child writes in English.")),
                        Map.of()),
                new Case(
                        "LIVES_IN_HARTLEPOOL_AND_IS_IN_DURHAM",
                        Api.with(
                                Bodies.GROOMING,
                                "/children/0/school",
                                "Stockton Made Up School",
                                "/children/0/whereNow",
                                Map.of("postcode", "TS28 5AA")),
                        statement("The father's flat has no telephone.", List.of()),
                        List.of("SECTION_17"),
                        Map.of(
                                CHILD_1,
                                knows("Hartlepool", "Durham", "The father's flat has no telephone."),
                                "SOCIAL_CARE_REFERRAL/1-now",
                                knows("Durham", "The father's flat has no telephone."),
                                "POLICE_REPORT/1-now",
                                knows("The father's flat has no telephone.")),
                        Map.of()),
                new Case(
                        "POLICE_ASK_THAT_THE_PLATFORM_IS_NOT_TOLD",
                        Api.with(Bodies.GROOMING),
                        statement("The police asked for silence.", List.of()),
                        List.of("SECTION_17"),
                        Map.of(PLATFORM, knows("alex_plays_99"), POLICE, knows("The police asked for silence.")),
                        Map.of(PLATFORM, knows("silence"))));
    }

    private static List<String> knows(String... words) {
        return List.of(words);
    }

    private static Object statement(String text, List<Integer> about) {
        return Map.of(
                "account", List.of(Map.of("kind", "FACT", "text", text, "saidBy", "Pat Example", "about", about)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyPartnerFinallyKnowsWhatConcernsThemAndNothingElse(Case practice) {
        Api.ConcernClient concern = raise(practice.facts().toString());
        ConcernWalker walker = ConcernWalker.deciding(concern, practice.outcomes());
        walker.decideAll();
        if (practice.name().equals("POLICE_ASK_THAT_THE_PLATFORM_IS_NOT_TOLD")) {
            concern.decide(OFFICER, "platform-decision/1", Bodies.REPORT_HELD);
        }
        concern.tell(REFERRER, "information", practice.learnt());
        walkToTheClose(walker);

        Map<String, String> known = known(walker);
        known.forEach((partner, words) ->
                System.out.printf("CASE %s: %s was told %d characters%n", practice, partner, words.length()));
        practice.knew()
                .forEach((partner, words) ->
                        assertThat(known.get(partner)).as(partner).contains(words));
        practice.knewNot()
                .forEach((partner, words) ->
                        assertThat(known.getOrDefault(partner, "")).as(partner).doesNotContain(words));
        if (practice.name().equals("ONLY_A_HANDLE_AND_A_SERVER")) {
            assertThat(known.keySet()).noneMatch(partner -> partner.startsWith("SOCIAL_CARE"));
            assertThat(concern.seenBy(OFFICER).at("/hubs/0/authority").isMissingNode())
                    .isTrue();
        }
    }

    /** All that each partner was told, by purpose and item of the letters. */
    private static Map<String, String> known(ConcernWalker walker) {
        Map<String, Set<String>> texts = new TreeMap<>();
        walker.readers().forEach(officer -> Api.each(
                        walker.concern().seenBy(officer).get("letters"))
                .filter(letter -> !letter.get("state").asText().equals("REPLACED"))
                .forEach(letter -> texts.computeIfAbsent(
                                letter.get("purpose").asText() + "/"
                                        + letter.get("item").asText(),
                                place -> new TreeSet<>())
                        .add(letter.get("partner").asText() + "\n"
                                + walker.concern()
                                        .read(
                                                officer,
                                                "/letters/"
                                                        + letter.get("number").asInt())
                                        .get("text")
                                        .asText())));
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> String.join("\n", each.getValue())));
    }
}
