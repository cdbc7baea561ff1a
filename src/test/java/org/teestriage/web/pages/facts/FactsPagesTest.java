package org.teestriage.web.pages.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.browser.BrowserUser;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** Officers add to, correct and withdraw facts on pages, and read who said what. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class FactsPagesTest extends ConcernJourney {

    private static String page(Api.ConcernClient concern, String below) {
        return "/concerns/" + concern.reference() + "/facts" + below;
    }

    @Test
    void anOfficerCorrectsAPersonAndReadsWhatWasSaidBefore() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/" + concern.reference());
            officer.follow("Add to or correct the facts");
            officer.look("facts");
            officer.follow("Correct person 1").look("facts-correct-person");
            officer.choose("suspect.worksWithChildren", "YES")
                    .write("suspect.workplace.name", "Made Up Swimming Club")
                    .write("said.saidBy", "Ms Made Up, the club")
                    .press("Save");
            assertThat(officer.page().title()).startsWith("Error: ");
            assertThat(officer.main()).contains("Enter why what was said before is wrong");
            officer.look("facts-correct-person-wrong");
            officer.write("said.why", "The club rang back.").press("Save");

            assertThat(officer.main())
                    .contains("The facts are updated", "Revision 2: added or corrected", "Said by Ms Made Up, the club")
                    .containsSubsequence(
                            "Person 1: Do they work or volunteer with children?",
                            "Yes",
                            "Was: No",
                            "Revision 1: raised");
            officer.look("facts-history");
        }
        assertThat(concern.seenBy(OFFICER)
                        .at("/facts/suspects/0/identities/0/handle")
                        .asText())
                .as("the account of the corrected person")
                .isEqualTo("alex_plays_99");
    }

    @Test
    void anOfficerAddsAChildAnAccountAndAKindOfHarm() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(page(concern, ""));
            officer.follow("Add a child")
                    .write("child.name", "Jo Sample")
                    .write("said.saidBy", "Robin")
                    .press("Save");
            officer.follow("Add an account of person 1")
                    .write("account.platform", "ChatBox")
                    .write("account.handle", "alex.real")
                    .write("said.saidBy", "Robin")
                    .press("Save");
            officer.open(page(concern, "/harm"));
            officer.look("facts-harm")
                    .choose("kinds", "SEXTORTION")
                    .choose("urgency.meetingArranged", "YES")
                    .write("said.saidBy", "Robin")
                    .press("Save");
        }
        assertThat(concern.seenBy(OFFICER).at("/facts/children/1/name").asText())
                .isEqualTo("Jo Sample");
        assertThat(concern.seenBy(OFFICER)
                        .at("/facts/suspects/0/identities/1/number")
                        .asInt())
                .isEqualTo(2);
        assertThat(concern.seenBy(OFFICER).at("/facts/kinds").toString()).isEqualTo("[\"GROOMING\",\"SEXTORTION\"]");
        assertThat(concern.openSteps(OFFICER)).contains("emergency-call");
    }

    @Test
    void anOfficerSaysWhomAStatementIsAboutAndAddsAParentAndTheAnswersOfAChild() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/children/1", Bodies.SECOND_CHILD));
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(page(concern, ""));
            officer.follow("Correct statement 1")
                    .look("facts-statement")
                    .choose("statement.about", "2")
                    .write("said.saidBy", "Robin")
                    .press("Save");
            officer.follow("Add a family member or professional")
                    .choose("person.role", "PARENT_OR_CARER")
                    .write("person.name", "Toni Sample")
                    .choose("person.about", "1")
                    .look("facts-person")
                    .write("said.saidBy", "Robin")
                    .press("Save");
            officer.follow("Correct child 2")
                    .choose("child.roles", "ALLEGED_TO_HAVE_HARMED")
                    .choose("child.answers.dangerNow", "NOT_KNOWN")
                    .write("child.details.nhsNumber", "943 476 5919")
                    .choose("child.details.ethnicity", "MWAS")
                    .write("child.view.wants", "Wants to stay at the school")
                    .write("child.view.askedBy", "Pat Example")
                    .look("facts-child")
                    .write("said.saidBy", "Robin")
                    .press("Save");
            assertThat(officer.main())
                    .contains("Family, household and professionals", "Toni Sample")
                    .containsSubsequence(
                            "Revision 4", "Child 2: Is this child safe now?: Is this child in danger right now?")
                    .contains("Wants to stay at the school", "943 476 5919", "White and Asian")
                    .containsSubsequence("Revision 2", "Statement 1: Which children is this about?", "Child 2");
            officer.look("facts-people");
            officer.open("/concerns/" + concern.reference());
            assertThat(officer.main()).contains("Family, household and professionals");
            officer.look("concern-people");
            officer.open("/concerns/%s/steps/immediate-risk-check/1".formatted(concern.reference()));
            assertThat(officer.main()).contains("Child 2: Is this child in danger right now?");
        }
        try (BrowserUser referrer = BrowserUser.as(REFERRER)) {
            referrer.open(page(concern, "/child/2"));
            assertThat(referrer.main()).contains("Full name").doesNotContain("NHS number");
        }
    }

    @Test
    void anOfficerSaysWhereImagesWentAndThatTheyWereSeenAgain() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(page(concern, "/images"));
            officer.choose("images.exist", "YES")
                    .choose("images.spread.sentTo", "SCHOOL_GROUP")
                    .write("images.spread.sentToWhom", "A chat of year nine")
                    .look("facts-images")
                    .write("said.saidBy", "Robin")
                    .write("said.why", "The school found them.")
                    .press("Save");
            officer.follow("Add a sighting of images")
                    .write("sighting.where", "A message board")
                    .look("facts-seen-again")
                    .write("said.saidBy", "Robin")
                    .press("Save");
            assertThat(officer.main())
                    .contains("A group at a school", "A chat of year nine", "Sighting of images 1", "A message board");
            officer.look("facts-images-known");
            officer.follow("other routes");
            assertThat(officer.main()).contains("Images were seen again after their removal");
        }
        assertThat(concern.seenBy(OFFICER)
                        .at("/facts/images/spread/seenAgain/0/where")
                        .asText())
                .isEqualTo("A message board");
    }

    @Test
    void anOfficerSaysHowTheAbuseIsDoneAndThePoliceAreDue() {
        Api.ConcernClient concern = raise(
                Api.with(Bodies.GROOMING, "/kinds", List.of("CYBERBULLYING"), "/suspects/0/identities", List.of()));
        assertThat(concern.openSteps(OFFICER)).doesNotContain("police-report");
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(page(concern, "/pattern"));
            officer.choose("pattern.manyChildren", "YES")
                    .write("pattern.howMany", "30")
                    .choose("pattern.groupOfAbusers", "NOT_KNOWN")
                    .look("facts-pattern")
                    .write("said.saidBy", "Robin")
                    .press("Save");
            officer.open(page(concern, "/child/1"));
            officer.choose("child.pattern.trafficked", "NOT_KNOWN")
                    .look("facts-child-pattern")
                    .write("said.saidBy", "Robin")
                    .press("Save");
            assertThat(officer.main())
                    .containsSubsequence("Pattern of the abuse", "How many, as far as is known?", "30");
            officer.open("/concerns/" + concern.reference());
            assertThat(officer.main()).contains("National Referral Mechanism for child 1");
        }
        assertThat(concern.openSteps(OFFICER)).contains("police-report");
    }

    @Test
    void anOfficerAddsTheCareOfALookedAfterChildAndDecidesOnItsContactPlan() {
        Api.ConcernClient concern = raise(Api.with(Bodies.GROOMING, "/children/0/lookedAfter", "YES"));
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(page(concern, "/child/1"));
            officer.write("child.care.placingAuthority", "Leeds")
                    .write("child.care.socialWorker", "Jo Worker")
                    .choose("child.care.locationDisclosed", "YES")
                    .choose("child.care.orderBreached", "NOT_KNOWN")
                    .write("said.saidBy", "The foster carer")
                    .press("Save");
            assertThat(officer.main()).contains("Leeds", "Jo Worker");
            concern.decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER);

            officer.open("/concerns/%s/steps/threshold-decision/1".formatted(concern.reference()));
            assertThat(officer.main())
                    .contains(
                            "What becomes of the contact plan?",
                            "Was information about this child kept from an agency?");
            officer.choose("children[0].outcomes", "SECTION_17")
                    .write("children[0].rationale", "The contact goes on, and the placement may not hold.")
                    .choose("children[0].level", "HSSCP-3")
                    .write("children[0].notShared.from", "The club")
                    .write("children[0].notShared.because", "It would lead the father to the placement.")
                    .choose("complexAbuse", "true")
                    .press("Continue")
                    .press("Decide");
            assertThat(officer.page().locator(".govuk-error-summary").innerText())
                    .contains("Child 1 is looked after. Say what becomes of the contact plan.");
            officer.look("threshold-without-contact-plan");
            officer.choose("children[0].contactPlan.contact", "STOPS_FOR_NOW")
                    .write("children[0].contactPlan.because", "Agreed with the placing authority today.")
                    .look("threshold-of-a-looked-after-child")
                    .press("Continue");
            String[] said = {
                "Level 3, complex needs (child in need)",
                "Providing the right support to meet a child's needs (Hartlepool and Stockton-on-Tees)",
                "It would lead the father to the placement.",
                "Contact stops for now",
                "Agreed with the placing authority today."
            };
            assertThat(officer.main()).contains("Check before you decide").contains(said);
            officer.look("confirm-of-a-looked-after-child").press("Decide");
            assertThat(officer.main()).contains("It is recorded.");
            officer.open("/concerns/" + concern.reference());
            officer.look("concern-of-a-looked-after-child");
        }
        assertThat(concern.openSteps(OFFICER)).contains("social-care-referral/1-placing");
    }

    @Test
    void aStatementIsWithdrawnWithAReasonAndStaysReadable() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open(page(concern, "/statement/1/withdraw"));
            officer.look("facts-withdraw")
                    .write("said.saidBy", "Pat Example")
                    .write("said.why", "It was about another boy.")
                    .press("Withdraw");
            assertThat(officer.main())
                    .contains(
                            "Statement 1 WITHDRAWN".replace(" WITHDRAWN", ""),
                            "Withdrawn",
                            "He asked me to keep it secret.");
        }
        assertThat(concern.read(OFFICER, "/letters/2").get("text").asText())
                .doesNotContain("He asked me to keep it secret.");
    }

    @Test
    void whatAnotherPersonChangedMeanwhileIsNotOverwrittenAndNothingTypedIsLost() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser one = BrowserUser.as(OFFICER);
                BrowserUser other = BrowserUser.as(MANAGER)) {
            for (BrowserUser each : new BrowserUser[] {one, other}) {
                each.open(page(concern, "/child/1"));
                each.write("said.saidBy", "Robin").write("said.why", "They asked.");
            }
            one.write("child.school", "Southfield School").press("Save");
            other.write("child.school", "Westfield School").press("Save");
            assertThat(other.page().locator(".govuk-error-summary").innerText())
                    .contains("NOT submitted, and nothing is overwritten", "officer.hartlepool");
            assertThat(other.field("child.school").inputValue()).isEqualTo("Westfield School");
        }
        assertThat(concern.seenBy(OFFICER).at("/facts/children/0/school").asText())
                .isEqualTo("Southfield School");
    }

    @Test
    void fromAStepThePageOfTheFactsOpensBesideWhatIsTyped() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        try (BrowserUser officer = BrowserUser.as(OFFICER)) {
            officer.open("/concerns/%s/steps/immediate-risk-check/1".formatted(concern.reference()));
            officer.write("rationale", "At home with both parents.");
            Page facts = officer.page().waitForPopup(() -> officer.follow("Add to or correct the facts"));
            facts.waitForLoadState();
            assertThat(facts.url()).endsWith(page(concern, ""));
            assertThat(officer.field("rationale").inputValue()).isEqualTo("At home with both parents.");
        }
    }

    @Test
    void aReferrerCorrectsWhatTheAgencySaidAndSeesNothingOfTheHub() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        concern.tell(
                OFFICER,
                "amendments",
                "{\"saidBy\": \"A neighbour\", \"devices\": [{\"operation\": \"ADD\", \"device\": {\"description\": \"Hub laptop\"}}]}");
        try (BrowserUser referrer = BrowserUser.as(REFERRER)) {
            referrer.open("/concerns/" + concern.reference());
            referrer.follow("Add to or correct the facts").look("facts-referrer");
            assertThat(referrer.main())
                    .contains("As your agency told them")
                    .doesNotContain("Hub laptop", "A neighbour");
            referrer.follow("Correct child 1")
                    .write("child.school", "Southfield School")
                    .write("said.saidBy", "Robin")
                    .press("Save");
            assertThat(referrer.main()).contains("Revision 2", "Southfield School");
        }
        assertThat(concern.seenBy(OFFICER).at("/facts/children/0/school").asText())
                .isEqualTo("Southfield School");
        assertThat(concern.seenBy(OFFICER).at("/facts/devices/0/description").asText())
                .isEqualTo("Hub laptop");
        assertThat(concern.openSteps(OFFICER)).contains("information-review/1");
        assertThat(concern.read(REFERRER, "/sent").get("entries").toString()).contains("Southfield School");
    }

    @Test
    void anotherHubAnotherAgencyAndAuditorsHaveNoPageOfTheFacts() {
        Api.ConcernClient concern = raise(Bodies.GROOMING);
        for (String user : new String[] {"referrer2", "officer.redcar", "auditor"}) {
            try (BrowserUser reader = BrowserUser.as(user)) {
                assertThat(reader.open(page(concern, ""))).as(user).isIn(403, 404);
            }
        }
    }
}
