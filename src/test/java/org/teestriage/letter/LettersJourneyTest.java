package org.teestriage.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.document.Sha256;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.LetterJourney;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PartnerWorld;

/** Letters of typical cases: each reader gets what the purpose of the letter needs and nothing else. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
@WithTestResource(PartnerWorld.class)
class LettersJourneyTest extends LetterJourney {

    private static final String[] WORDS_OF_THE_CHILD = {"Robin", "Made Up Street", "TS24", "Northfield"};

    /** Raises a concern and records its police report, so that the reports to CEOP and platforms are prepared. */
    private static Api.ConcernClient reportedToPolice(Object facts) {
        return raise(facts).decide(OFFICER, "police-report", Bodies.REPORT_MADE);
    }

    private static String text(Api.ConcernClient concern, String purpose, String item) {
        return preview(concern, OFFICER, purpose, item).get("text").asText();
    }

    private static List<String> enclosed(Api.ConcernClient concern, String purpose, String item) {
        return Api.each(preview(concern, OFFICER, purpose, item).get("enclosures"))
                .map(each -> each.get("name").asText())
                .toList();
    }

    private static byte[] enclosure(Api.ConcernClient concern, String purpose, String item, String name) {
        int number = preview(concern, OFFICER, purpose, item).get("number").asInt();
        return Api.as(OFFICER)
                .get(concern.address() + "/letters/" + number + "/enclosures/" + name)
                .asByteArray();
    }

    private static JsonNode json(Api.ConcernClient concern, String purpose, String item, String name) {
        return Json.read(new String(enclosure(concern, purpose, item, name), StandardCharsets.UTF_8), JsonNode.class);
    }

    private static Api.ConcernClient referred(Object facts, String threshold) {
        return raise(facts)
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", threshold);
    }

    @Test
    void groomingInAGameIsReportedToThePlatformWithoutTheChild() {
        Api.ConcernClient concern = reportedToPolice(Bodies.GROOMING);
        assertThat(text(concern, "POLICE_REPORT", ""))
                .contains("Robin Sample", "Claims to be: Alex, 14", "Age group: not known", "game voice chat")
                .contains("A meeting is arranged: no");
        assertThat(text(concern, "CEOP_REPORT", "")
                        .lines()
                        .filter(line -> line.equals(line.toUpperCase(java.util.Locale.ROOT)) && !line.isBlank()))
                .as("in the order in which CEOP's form asks")
                .containsExactly("REFERRER", "ACCOUNT", "HARM", "CHILD", "PERSON OF CONCERN", "ONLINE ACCOUNT");
        assertThat(enclosed(concern, "PLATFORM_REPORT", "1"))
                .as("an account in a game has no URL, and none is invented")
                .isEmpty();
        assertThat(text(concern, "PLATFORM_REPORT", "1"))
                .contains("alex_plays_99", "BlockQuest")
                .contains("No file in the format XARF is enclosed: no web address of the account is known")
                .doesNotContain(WORDS_OF_THE_CHILD)
                .doesNotContain("secret");
    }

    @Test
    void aConfidentialReferrerIsNamedInNoLetter() throws Exception {
        Api.ConcernClient concern = referred(
                Api.with(
                        Bodies.COACH,
                        "/referrer/confidential",
                        true,
                        "/referrer/name",
                        "Secret Teller",
                        "/account/1",
                        Map.of("kind", "FACT", "text", "She cried.", "saidBy", "secret teller"),
                        "/policeContact",
                        Map.of("rung", "RANG_101", "by", "Secret Teller")),
                Bodies.SECTION_17);
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);
        for (JsonNode line : concern.seenBy(OFFICER).get("letters")) {
            String letter = concern.read(
                            OFFICER, "/letters/" + line.get("number").asInt())
                    .get("text")
                    .asText();
            assertThat(letter)
                    .as("%s", line.get("purpose"))
                    .doesNotContainIgnoringCase("Secret Teller", "01632 960001");
        }
        assertThat(json(concern, "POLICE_REPORT", "", "report.json")
                        .get("referrer")
                        .toString())
                .contains("Referrer asked not to be named")
                .doesNotContainIgnoringCase("Secret Teller", "960001");
        assertThat(json(concern, "SOCIAL_CARE_REFERRAL", "1", "referral.json").toString())
                .doesNotContainIgnoringCase("Secret Teller", "960001");
    }

    @Test
    void sextortionIsReportedToThePlatformAsAnXarfDocument() {
        Api.ConcernClient concern = raise(Api.with(
                Bodies.GROOMING,
                "/urgency/meetingArranged",
                "YES",
                "/kinds",
                List.of("SEXTORTION"),
                "/suspects/0/identities/0/profileUrl",
                "https://Block-Quest.example/u/alex_plays_99",
                "/suspects/0/identities/0/lastContact",
                "2026-09-20"));
        assertThat(concern.seenBy(REFERRER).at("/instruction/say").asText()).contains("999");
        assertThat(text(concern, "POLICE_REPORT", "")).contains("A meeting is arranged: yes", "sextortion");
        concern.decide(OFFICER, "police-report", Bodies.REPORT_MADE);

        JsonNode xarf = json(concern, "PLATFORM_REPORT", "1", "xarf.json");
        assertThat(xarf.get("timestamp").asText()).isEqualTo("2026-09-20T00:00:00Z");
        assertThat(xarf.get("url").asText()).isEqualTo("https://block-quest.example/u/alex_plays_99");
        assertThat(xarf.get("exploitation_type").asText()).isEqualTo("sextortion");
        assertThat(xarf.get("platform").asText()).isEqualTo("gaming_platform");
        assertThat(xarf.at("/perpetrator_indicators/account_id").asText()).isEqualTo("alex_plays_99");
        for (String who : List.of("reporter", "sender")) {
            assertThat(xarf.get(who).toString())
                    .isEqualTo("{\"contact\":\"abuse@triage.example\",\"domain\":\"triage.example\",\"org\":\"Made Up"
                            + " Hub\"}");
        }
        assertThat(xarf.has("evidence") || xarf.has("classification") || xarf.has("_internal") || xarf.has("tags"))
                .isFalse();
        assertThat(xarf.toString()).doesNotContain(WORDS_OF_THE_CHILD).doesNotContain("payload");

        approve(concern, OFFICER, "platform-decision/1", "PLATFORM_REPORT", "1");
        round();
        assertThat(PartnerWorld.http().arrivals("/blockquest"))
                .as("sent exactly as stored")
                .anyMatch(arrival -> Json.read(arrival.body(), JsonNode.class).equals(xarf));
    }

    @Test
    void thePlaceOfResharedImagesIsReportedToThePoliceButNotToThePlatform() {
        Api.ConcernClient concern = reportedToPolice(Api.with(
                Bodies.GROOMING,
                "/kinds",
                List.of("IMAGE_SHARING", "CYBERBULLYING"),
                "/suspects/0/ageGroup",
                "UNDER_18",
                "/suspects/0/identities/0/groupOrServer",
                "Year 8 chat",
                "/images",
                Map.of("exist", "YES", "heldWhere", "telephones of the class", "heldBy", "pupils")));
        assertThat(text(concern, "POLICE_REPORT", ""))
                .contains("Images exist, not held by us: telephones of the class, held by pupils");
        assertThat(text(concern, "PLATFORM_REPORT", "1"))
                .contains("Year 8 chat")
                .doesNotContain(WORDS_OF_THE_CHILD)
                .doesNotContain("telephones of the class");
    }

    @Test
    void theLadoOfTheWorkplaceLearnsTheAllegationEachChildAndWhatTheEmployerKnows() throws Exception {
        Api.ConcernClient concern = raise(Api.with(
                Bodies.COACH,
                "/suspects/0/realName",
                "Mr A. Nonymous",
                "/suspects/0/ageGroup",
                "ADULT",
                "/suspects/0/otherChildren",
                "Jamie Sample is in the same class",
                "/suspects/0/allegation",
                Map.ofEntries(
                        Map.entry("alleged", "Sent messages at night that ask for pictures"),
                        Map.entry("happened", "October 2025, after training"),
                        Map.entry("otherWork", "YES"),
                        Map.entry("otherWorkWhere", "Sunday league of the Invented Rowing Club"),
                        Map.entry("ownChildren", "YES"),
                        Map.entry("ownChildrenWho", "Toby, 4, lives with him"),
                        Map.entry("employerKnows", "YES"),
                        Map.entry("employerToldBy", "the parent of a swimmer"),
                        Map.entry("suspended", "NOT_KNOWN"),
                        Map.entry("employerDid", "Moved him to the office"))));
        String letter = text(concern, "LADO_REFERRAL", "1");
        assertThat(letter)
                .contains("Mr A. Nonymous", "Made Up Swimming Club", "Works with children: yes")
                .contains("Sent messages at night that ask for pictures", "October 2025")
                .contains("Invented Rowing Club", "Toby, 4", "Jamie Sample is in the same class")
                .contains("The employer knows: yes", "the parent of a swimmer", "Suspended: not known", "office")
                .contains("Position of the police: none on record yet")
                .contains("Name: Robin", "keep it secret")
                .doesNotContain("Placeholder Way");
        assertThat(preview(concern, OFFICER, "LADO_REFERRAL", "1")
                        .get("recipient")
                        .asText())
                .as("where the adult works, not where the child lives")
                .isEqualTo("LADO of Middlesbrough");
        approve(concern, OFFICER, "lado-referral/1", "LADO_REFERRAL", "1");
        round();
        JsonNode sent = preview(concern, OFFICER, "LADO_REFERRAL", "1");
        assertThat(stateOf(sent)).isEqualTo("DELIVERED");
        assertThat(PartnerWorld.mail().getReceivedMessages()).anySatisfy(mail -> {
            assertThat(mail.getMessageID()).contains(sent.get("dispatchId").asText());
            assertThat(mail.getContent().toString()).contains("Made Up Swimming Club");
        });
        time.pass(java.time.Duration.ofHours(24));
        round();
        assertThat(concern.openSteps(OFFICER))
                .contains("lado-letter-chase/" + sent.get("number").asInt());
    }

    @Test
    void theReferralOfALookedAfterChildHoldsItsStatutoryCodes() {
        Api.ConcernClient concern = referred(
                Api.with(
                        Bodies.GROOMING,
                        "/children/0/lookedAfter",
                        "YES",
                        "/children/0/disabled",
                        "YES",
                        "/suspects/0/relationToChild",
                        "birth father, contact is supervised",
                        "/suspects/0/ageGroup",
                        "ADULT",
                        "/kinds",
                        List.of("EMOTIONAL_ABUSE")),
                Bodies.SECTION_47);
        JsonNode coded = json(concern, "SOCIAL_CARE_REFERRAL", "1", "referral.json");
        assertThat(coded.at("/child/lookedAfter").asText()).isEqualTo("YES");
        assertThat(coded.at("/child/disabilities").toString()).isEqualTo("[\"DDA\"]");
        assertThat(coded.at("/child/ethnicity").asText()).isEqualTo("NOBT");
        assertThat(coded.at("/child/sex").asText()).isEqualTo("U");
        assertThat(coded.get("primaryNeed").asText()).isEqualTo("N1");
        assertThat(coded.get("referralSource").asText()).as("a school").isEqualTo("2A");
        assertThat(coded.get("categoryOfAbuseProposed").asText()).isEqualTo("EMO");
        assertThat(coded.get("assessmentFactorsProposed").toString()).isEqualTo("[\"17A\"]");
        assertThat(coded.get("outcomes").toString()).isEqualTo("[\"SECTION_47\",\"VEMT\"]");
        assertThat(coded.get("rationale").asText()).isEqualTo("Likely significant harm.");
        assertThat(text(concern, "SOCIAL_CARE_REFERRAL", "1"))
                .contains("birth father, contact is supervised", "Looked after: yes", "section 47");
    }

    @Test
    void theNewPartnerOfAParentIsDescribedToThePoliceButNotToThePlatform() {
        Api.ConcernClient concern = reportedToPolice(Api.with(
                Bodies.GROOMING,
                "/suspects/0/relationToChild",
                "new partner of Robin's mother",
                "/suspects/0/ageGroup",
                "ADULT",
                "/suspects/0/accessToOtherChildren",
                "YES",
                "/channels",
                List.of("DATING_SITE")));
        assertThat(text(concern, "POLICE_REPORT", ""))
                .contains("new partner of Robin's mother", "Access to other children: yes", "dating site");
        assertThat(text(concern, "PLATFORM_REPORT", "1"))
                .doesNotContain(WORDS_OF_THE_CHILD)
                .doesNotContain("mother");
    }

    @Test
    void harmByAnotherChildIsReferredForBothWithoutTheOthersSchool() throws Exception {
        Object facts = Api.with(
                Bodies.GROOMING,
                "/kinds",
                List.of("SEXUAL_ABUSE"),
                "/children/0/school",
                "Northfield School",
                "/children/1",
                Map.of(
                        "name",
                        "Jamie Sample",
                        "estimatedAge",
                        15,
                        "school",
                        "Southgate Academy",
                        "address",
                        Map.of("postcode", "TS25 1AA")),
                "/suspects/0/ageGroup",
                "UNDER_18",
                "/suspects/0/identities",
                List.of());
        Api.ConcernClient concern = referred(facts, Bodies.BOTH_CHILDREN);
        assertThat(concern.openSteps(OFFICER)).contains("social-care-referral/1", "social-care-referral/2");
        Map<String, String> others = Map.of("1", "Southgate Academy", "2", "Northfield School");
        others.forEach((child, otherSchool) -> {
            assertThat(text(concern, "SOCIAL_CARE_REFERRAL", child)).doesNotContain(otherSchool);
            JsonNode coded = json(concern, "SOCIAL_CARE_REFERRAL", child, "referral.json");
            assertThat(coded.get("assessmentFactorsProposed").toString()).isEqualTo("[\"19B\"]");
            assertThat(coded.toString()).doesNotContain(otherSchool);
        });
        byte[] pdf = enclosure(concern, "SOCIAL_CARE_REFERRAL", "1", "referral.pdf");
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Referral to children's social care", "Robin Sample", "He asked me to keep it secret.")
                    .doesNotContain("Jamie", "Southgate");
        }
        assertThat(Api.each(concern.seenBy(OFFICER).get("letters"))
                        .map(letter -> letter.get("partner").asText()))
                .as("no letter to a school")
                .noneMatch(partner -> partner.contains("School") || partner.contains("Academy"));
    }

    /** Of two children one is suicidal; the other, whose account is told too, is also listed as a suspect. */
    @Test
    void whatIsSaidOfOneChildStandsInItsOwnReferralAndInTheReportToThePoliceOnly() {
        Object facts = Api.with(
                Bodies.GROOMING,
                "/children/0/answers",
                Map.of("selfHarmOrSuicide", "YES"),
                "/children/0/view",
                Map.of("wants", "Wants to stay with an aunt.", "askedBy", "Pat Example"),
                "/children/1",
                Bodies.SECOND_CHILD,
                "/children/1/roles",
                List.of("ALLEGED_TO_HAVE_HARMED"),
                "/account/1",
                Map.of("kind", "CHILDS_WORDS", "text", "I want it to stop for ever.", "about", List.of(1)),
                "/account/2",
                Map.of("kind", "FACT", "text", "The picture is on the tablet.", "about", List.of(2)),
                "/suspects/1",
                Map.of("realName", "Jamie Sample", "ageGroup", "UNDER_18"),
                "/people",
                List.of(
                        Map.of(
                                "role",
                                "PARENT_OR_CARER",
                                "name",
                                "Toni Parent",
                                "livesWithChild",
                                "YES",
                                "about",
                                List.of(1)),
                        Map.of(
                                "role",
                                "ADULT_OF_CONCERN",
                                "relationToChild",
                                "lodger",
                                "concernsKnown",
                                "On bail for images")));
        Api.ConcernClient concern = raise(facts);
        assertThat(concern.seenBy(OFFICER).get("priority").asText()).isEqualTo("RED");
        concern.decide(OFFICER, "emergency-call", Bodies.RANG_999)
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.BOTH_CHILDREN);
        concern.tell(REFERRER, "danger", "{\"what\": \"She has left for the bridge.\", \"about\": [1]}");
        concern.tell(
                REFERRER,
                "information",
                "{\"account\": [{\"kind\": \"FACT\", \"text\": \"Cuts on the arm.\", \"about\": [1]}]}");
        concern.tell(
                OFFICER,
                "amendments",
                "{\"saidBy\": \"Ward sister\", \"answers\": [{\"question\": \"DANGER_NOW\", \"answer\": \"YES\", \"child\": 1}]}");

        String[] ofTheFirst = {
            "I want it to stop for ever.",
            "Wants to stay with an aunt.",
            "She has left for the bridge.",
            "Cuts on the arm.",
            "Ward sister",
            "Toni Parent",
            "Self-harm or suicide: yes",
            "In danger now: yes"
        };
        assertThat(text(concern, "SOCIAL_CARE_REFERRAL", "1"))
                .contains(ofTheFirst)
                .contains("On bail for images", "Jamie Sample", "Of these alleged to have harmed: 1")
                .doesNotContain("The picture is on the tablet.");
        JsonNode first = json(concern, "SOCIAL_CARE_REFERRAL", "1", "referral.json");
        assertThat(first.get("assessmentFactorsProposed").toString()).isEqualTo("[\"15A\",\"19B\"]");

        String second = text(concern, "SOCIAL_CARE_REFERRAL", "2");
        assertThat(second)
                .contains("The picture is on the tablet.", "On bail for images", "Self-harm or suicide: no")
                .doesNotContain(ofTheFirst);
        assertThat(second.lines().filter("PERSON OF CONCERN"::equals))
                .as("not its own suspect")
                .hasSize(1);
        JsonNode coded = json(concern, "SOCIAL_CARE_REFERRAL", "2", "referral.json");
        assertThat(coded.get("assessmentFactorsProposed").toString()).isEqualTo("[\"20\"]");
        assertThat(coded.at("/urgency/selfHarmOrSuicide").asText()).isEqualTo("NO");
        assertThat(coded.at("/child/roles/0").asText()).isEqualTo("ALLEGED_TO_HAVE_HARMED");
        for (String file : List.of("referral.json", "referral.html")) {
            assertThat(new String(enclosure(concern, "SOCIAL_CARE_REFERRAL", "2", file), StandardCharsets.UTF_8))
                    .doesNotContain(
                            "stop for ever",
                            "the bridge",
                            "Cuts on the arm",
                            "Ward sister",
                            "Toni Parent",
                            "Robin Sample");
        }

        assertThat(text(concern, "POLICE_REPORT", ""))
                .contains(ofTheFirst)
                .contains(
                        "Robin Sample: Self-harm or suicide: yes",
                        "The picture is on the tablet.",
                        "On bail for images")
                .contains("In the child's own words (about Robin Sample)", "Seen or known (about Jamie Sample)");
    }

    @Test
    void aPdfIsAPictureOfThePageThatWasFixedAndStaysTheSame() throws Exception {
        Api.ConcernClient concern = referred(Bodies.GROOMING, Bodies.SECTION_17);
        byte[] page = enclosure(concern, "SOCIAL_CARE_REFERRAL", "1", "referral.html");
        byte[] pdf = enclosure(concern, "SOCIAL_CARE_REFERRAL", "1", "referral.pdf");

        assertThat(enclosure(concern, "SOCIAL_CARE_REFERRAL", "1", "referral.pdf"))
                .isEqualTo(pdf);
        assertThat(Api.each(preview(concern, OFFICER, "SOCIAL_CARE_REFERRAL", "1")
                                .get("enclosures"))
                        .map(each -> each.get("name").asText() + " "
                                + each.path("hash").asText()))
                .contains("referral.html " + Sha256.of(page), "referral.pdf " + Sha256.of(pdf));
        assertThat(concern.timeline(OFFICER).stream()
                        .filter(entry -> entry.get("kind").asText().equals("LETTER"))
                        .map(entry -> entry.get("details").toString()))
                .as("the timeline proves the page, of which the PDF is made")
                .anyMatch(details -> details.contains(Sha256.of(page)));
    }

    @Test
    void thePdfKeepsEveryLineAndMarksCharactersThatItCannotPrint() throws Exception {
        String name = "Zoë Łukasz \u202Eevil \uD83D\uDE00 \uE123";
        Api.ConcernClient concern = referred(
                Api.with(
                        Bodies.GROOMING,
                        "/children/0/name",
                        name,
                        "/account/0/text",
                        "long".repeat(200) + "\n" + "word ".repeat(2_000)),
                Bodies.SECTION_17);
        try (PDDocument paper = Loader.loadPDF(enclosure(concern, "SOCIAL_CARE_REFERRAL", "1", "referral.pdf"))) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(text)
                    .contains("Zoë Łukasz [character U+202E]evil \uD83D\uDE00", "U+E123", "cannot be printed here");
            assertThat(text.split("word", -1))
                    .as("2,000 words and the heading of the child's words")
                    .hasSize(2_002);
            assertThat(paper.getNumberOfPages()).isGreaterThan(2);
        }
        assertThat(json(concern, "SOCIAL_CARE_REFERRAL", "1", "referral.json")
                        .at("/child/name")
                        .asText())
                .isEqualTo(name);
    }
}
