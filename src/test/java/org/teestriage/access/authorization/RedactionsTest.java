package org.teestriage.access.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part.Jurisdiction;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.FactsYaml;
import org.teestriage.timeline.Signature;

/** From whom the address of a looked-after child, a confidential referrer and LADO content are hidden. */
class RedactionsTest {

    private static final String SCHOOL = "northfield-school";
    private static final Officer SAM = new Officer("sam", "Sam Officer", Role.OFFICER, null, Set.of("chub"));
    private static final Officer REDCAR = new Officer("rae", "Rae Redcar", Role.OFFICER, null, Set.of("redcar-mach"));
    private static final Officer FAR = new Officer("fay", "Fay Faraway", Role.OFFICER, null, Set.of("far-mach"));
    private static final Officer AUDITOR = new Officer("ada", "Ada Auditor", Role.AUDITOR, null, Set.of());
    private static final Officer RAISER = new Officer("robin", "Robin Raiser", Role.REFERRER, SCHOOL, Set.of());

    /** Child 1 belongs to the CHUB, child 2 to Redcar. */
    private static Concern concern(String fields) {
        Concern concern = new Concern(
                new Reference("28T5-CY4T-Y"),
                Instant.parse("2026-09-22T09:00:00Z"),
                SCHOOL,
                "robin",
                FactsYaml.facts(fields),
                "root");
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        concern.addPart("redcar-mach", "E06000003", Jurisdiction.KNOWN, List.of(2));
        return concern;
    }

    private static Concern lookedAfter(Answer first, Answer second) {
        return concern(
                "children: [{name: Jo, lookedAfter: %s}, {name: Max, lookedAfter: %s}]".formatted(first, second));
    }

    private static Concern confidential() {
        return concern("children: [{name: Jo}, {name: Max}]\n"
                + "referrer: {name: Wren Cloudberry, phone: 01632 960777, confidential: true}");
    }

    private static AccessFacts ground(AccessRestriction... restrictions) {
        return new AccessFacts(
                SCHOOL, "robin", Set.of("chub", "redcar-mach"), List.of(restrictions), Set.of(), Set.of());
    }

    private static AccessFacts breakGlassUsers(Officer officer, boolean forDanger) {
        Set<String> users = Set.of(officer.user());
        return new AccessFacts(
                SCHOOL, "robin", Set.of("chub", "redcar-mach"), List.of(), users, forDanger ? users : Set.of());
    }

    private static Redaction of(Officer officer, AccessFacts ground, Concern concern) {
        return Redactions.of(officer, ground, concern, UNREAD, Set.of());
    }

    private static Redaction ofConfidential(Officer officer, AccessFacts ground, Signature... signatures) {
        return Redactions.of(
                officer,
                ground,
                confidential(),
                new Redactions.Known(() -> List.of(signatures), () -> List.of()),
                Set.of());
    }

    private static final Redactions.Known UNREAD = new Redactions.Known(
            () -> {
                throw new AssertionError("signatures are read only if the referrer is hidden");
            },
            List::of);

    // The address of a looked-after child

    @Test
    void eachHubSeesTheAddressesOfItsOwnLookedAfterChildrenOnly() {
        Concern concern = lookedAfter(Answer.YES, Answer.YES);
        assertThat(of(SAM, ground(), concern).children()).containsExactly(2);
        assertThat(of(REDCAR, ground(), concern).children()).containsExactly(1);
    }

    @Test
    void referrersSeeNoAddressOfALookedAfterChild() {
        Concern concern = lookedAfter(Answer.YES, Answer.YES);
        assertThat(of(RAISER, ground(), concern).children()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @EnumSource(value = Answer.class, mode = EnumSource.Mode.EXCLUDE, names = "YES")
    void theAddressOfAChildWhoIsNotKnownToBeLookedAfterIsShown(Answer answer) {
        assertThat(of(RAISER, ground(), lookedAfter(answer, answer)).children()).isEmpty();
    }

    @Test
    void emergencyAccessShowsTheAddressOnlyIfAChildIsInDanger() {
        Concern concern = lookedAfter(Answer.YES, Answer.YES);
        assertThat(of(FAR, breakGlassUsers(FAR, true), concern).children()).isEmpty();
        assertThat(of(FAR, breakGlassUsers(FAR, false), concern).children()).containsExactly(1, 2);
    }

    @Test
    void wordsThatLeadToAHiddenPlaceAreConcealedInEveryText() {
        Concern concern = concern("""
                children:
                  - {name: Jo, lookedAfter: YES, address: {lines: "12 Made Up Street, Hartlepool", postcode: TS24 9ZZ},
                     school: Northfield School, care: {agency: Pretend Fostering}}
                  - {name: Max, school: Southfield School}
                account:
                  - {kind: FACT, text: "He waited at Northfield School, then in 12 Made Up Street (TS249ZZ)."}
                  - {kind: FACT, text: Pretend Fostering and Southfield School know it.}
                """);
        Facts shown = of(REDCAR, ground(), concern).apply(concern.facts());
        assertThat(Json.write(shown))
                .doesNotContain("Northfield School", "Made Up Street", "TS24", "Pretend Fostering")
                .contains("He waited at a withheld place", "Southfield School know it", "\"Jo\"");
        assertThat(of(SAM, ground(), concern).apply(concern.facts())).isEqualTo(concern.facts());
    }

    // The referrer

    @Test
    void everyHubOfTheConcernKnowsAConfidentialReferrer() {
        assertThat(of(SAM, ground(), confidential()).referrer()).isFalse();
        assertThat(of(REDCAR, ground(), confidential()).referrer()).isFalse();
    }

    @Test
    void aConfidentialReferrerIsHiddenFromAllOthers() {
        assertThat(ofConfidential(AUDITOR, ground()).referrer()).isTrue();
        assertThat(ofConfidential(RAISER, ground()).referrer()).isTrue();
        assertThat(ofConfidential(FAR, breakGlassUsers(FAR, true)).referrer()).isTrue();
    }

    @Test
    void aReferrerWhoDidNotAskForConfidentialityIsShownToAll() {
        for (String fields : List.of("confidential: false", "role: Teacher")) {
            Concern open = concern("children: [{name: Jo}, {name: Max}]\n"
                    + "referrer: {name: Wren Cloudberry, phone: 01632 960777, " + fields + "}");
            assertThat(of(RAISER, ground(), open).referrer()).isFalse();
            assertThat(of(RAISER, ground(), open).text("Wren Cloudberry rang.")).isEqualTo("Wren Cloudberry rang.");
        }
    }

    @Test
    void theNamesOfAgencyAccountsAreHiddenAsWellAsTheNameInTheFacts() {
        Redaction redaction = ofConfidential(
                AUDITOR,
                ground(),
                new Signature("robin", "Robin Raiser", "REFERRER", SCHOOL),
                new Signature("quill7", "Tern Quillback", "REFERRER", SCHOOL));
        assertThat(redaction.text("Wren Cloudberry, alias Robin Raiser, told Tern Quillback (quill7)."))
                .isEqualTo("The referrer, alias the referrer, told a colleague of the referrer"
                        + " (a colleague of the referrer).");
        assertThat(redaction.person("quill7")).isEqualTo("A colleague of the referrer");
    }

    @Test
    void aPartnerLearnsNeitherTheNameNorTheAccountOfAConfidentialReferrer() {
        Signature raiser = new Signature("robin", "Robin Raiser", "REFERRER", SCHOOL);
        Redaction redaction = Redactions.towardsPartners(
                confidential(), new Redactions.Known(() -> List.of(raiser), () -> List.of()));
        assertThat(redaction.text("Wren Cloudberry rang; ask Robin Raiser."))
                .isEqualTo("The referrer rang; ask the referrer.");
        assertThat(redaction.children()).isEmpty();
        assertThat(Redactions.towardsPartners(concern("children: [{name: Jo}, {name: Max}]"), UNREAD))
                .isSameAs(Redaction.NOTHING);
    }

    // Auditors

    @Test
    void onlyAuditorsSeeNoContent() {
        Signature raiser = new Signature("robin", "Robin Raiser", "REFERRER", SCHOOL);
        Redaction redaction = Redactions.of(
                AUDITOR,
                ground(),
                lookedAfter(Answer.NO, Answer.NO),
                new Redactions.Known(() -> List.of(raiser), () -> List.of()),
                Set.of());
        assertThat(redaction.content()).isTrue();
        assertThat(redaction.referrer()).isFalse();
        assertThat(redaction.person("Robin Raiser")).isEqualTo("The referrer");
        for (Officer other : List.of(SAM, REDCAR, FAR, RAISER)) {
            assertThat(of(other, ground(), lookedAfter(Answer.NO, Answer.NO)).content())
                    .isFalse();
        }
    }

    // The LADO

    @Test
    void contentAboutTheLadoIsHiddenOnlyFromThoseWhoAreNotNamed() {
        Concern concern = lookedAfter(Answer.NO, Answer.NO);
        AccessRestriction onlySam = new AccessRestriction(AccessRestriction.Kind.NAMED_FOR_LADO, "sam");
        assertThat(of(SAM, ground(onlySam), concern).lado()).isFalse();
        assertThat(of(REDCAR, ground(onlySam), concern).lado()).isTrue();
        assertThat(of(REDCAR, ground(), concern).lado()).isFalse();
        assertThat(Redactions.of(
                                AUDITOR,
                                ground(onlySam),
                                concern,
                                new Redactions.Known(() -> List.of(), () -> List.of()),
                                Set.of())
                        .lado())
                .as("auditors see that it was done")
                .isFalse();
        assertThat(of(REDCAR, ground(new AccessRestriction(AccessRestriction.Kind.NAMED, "rae")), concern)
                        .lado())
                .as("a restriction of the whole concern is another matter")
                .isFalse();
    }

    @Test
    void theHubOfAllChildrenIsRedactedNothing() {
        assertThat(of(SAM, ground(), lookedAfter(Answer.YES, Answer.NO)).hidesNothing())
                .isTrue();
        assertThat(of(SAM, ground(), lookedAfter(Answer.YES, Answer.YES)).hidesNothing())
                .isFalse();
    }
}
