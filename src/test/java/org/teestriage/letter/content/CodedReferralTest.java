package org.teestriage.letter.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.facts.ChildDetails;
import org.teestriage.concern.facts.Referrer;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.PlainConcerns;
import org.teestriage.testing.client.FactsYaml;

/** The codes of the children in need census in the referral of a child. */
class CodedReferralTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private static JsonNode coded(String child) {
        PartnerView told = PartnerView.of(
                PlainConcerns.atTheChub("children: [%s]".formatted(child)), List.of(), Redaction.NOTHING);
        return Json.tree(CodedReferral.of(told.about(1), false, Assessed.notYet()))
                .path("child");
    }

    private static List<String> names(Enum<?>[] codes) {
        return Stream.of(codes).map(Enum::name).toList();
    }

    @Test
    void ethnicitiesAndDisabilitiesAreTheCodesOfTheCensus() {
        assertThat(names(ChildDetails.Ethnicity.values()))
                .containsExactly(
                        ("WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH"
                                        + " REFU NOBT")
                                .split(" ", -1));
        assertThat(names(ChildDetails.Disability.values()))
                .containsExactly("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA".split(" ", -1));
    }

    @Test
    void referralSourcesAreTheCodesOfTheCensus() {
        assertThat(ReferralSources.CODES)
                .containsExactlyInAnyOrder(
                        "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10".split(" ", -1));
        assertThatThrownBy(() -> new ReferralSources.Row("2C", List.of("school"), false))
                .hasMessageContaining("the census has no code 2C");
    }

    @Test
    void whatIsNotKnownHasTheCodesForUnknown() {
        JsonNode child = coded("{name: Robin Sample}");
        assertThat(child.get("sex").asText()).isEqualTo("U");
        assertThat(child.get("ethnicity").asText()).isEqualTo("NOBT");
        assertThat(child.get("disabilities")).isEmpty();
        assertThat(child.has("firstLanguage")).isFalse();
        assertThat(child.has("nhsNumber")).isFalse();
    }

    @Test
    void whatOfficersAddedIsCoded() {
        JsonNode child = coded(
                "{name: Robin Sample, disabled: YES, details: {sex: FEMALE, ethnicity: MWAS, firstLanguage: Polish,"
                        + " interpreter: YES, disabilities: [HEAR, AUT], nhsNumber: 943 476 5919}}");
        assertThat(child.get("sex").asText()).isEqualTo("F");
        assertThat(child.get("ethnicity").asText()).isEqualTo("MWAS");
        assertThat(child.get("firstLanguage").asText()).isEqualTo("Polish");
        assertThat(child.get("interpreterNeeded").asText()).isEqualTo("YES");
        assertThat(child.get("disabilities").toString()).isEqualTo("[\"AUT\",\"HEAR\"]");
        assertThat(coded("{name: Robin Sample, details: {sex: MALE}}")
                        .get("sex")
                        .asText())
                .isEqualTo("M");
    }

    @Test
    void aTraffickedChildHasTheFactorOfTheCensusAndOnlyIfItIsKnown() {
        for (String answer : List.of("YES", "NOT_KNOWN")) {
            PartnerView told = PartnerView.of(
                    PlainConcerns.atTheChub(
                            "children: [{name: Robin Sample, pattern: {trafficked: %s}}]".formatted(answer)),
                    List.of(),
                    Redaction.NOTHING);
            assertThat(Json.tree(CodedReferral.of(told.about(1), false, Assessed.notYet()))
                            .get("assessmentFactorsProposed")
                            .toString()
                            .contains("12A"))
                    .isEqualTo(answer.equals("YES"));
        }
    }

    @Test
    void anUnbornChildHasNoSexInTheCensus() {
        assertThat(coded("{name: Unborn Sample, dueDate: 2027-01-01, details: {sex: MALE}}")
                        .get("sex")
                        .asText())
                .isEqualTo("U");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "943 476 5919 | true",
                "9434765919   | true",
                "943-476-5919 | true",
                "943 476 5918 | false",
                "934 476 5919 | false",
                "94347659     | false",
                "94347659190  | false",
                "943476591X   | false"
            })
    void theDigitsOfAnNhsNumberBelongTogether(String number, boolean valid) {
        assertThat(ConstraintViolations.in(FactsYaml.as(ChildDetails.class, "nhsNumber: '%s'".formatted(number)))
                        .isEmpty())
                .isEqualTo(valid);
    }

    @Test
    void noDisabilityExcludesTheOthers() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(ChildDetails.class, "disabilities: [NONE, HEAR]")))
                .containsExactly("disabilities");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "School nurse               | ''              | Made Up NHS Trust  | 3C",
                "Safeguarding lead          | Made Up Academy | ''                 | 2A",
                "Safeguarding lead          | ''              | northfield-school  | 2A",
                "Police school liaison      | ''              | ''                 | 6",
                "GP                         | ''              | ''                 | 3A",
                "Mother                     | ''              | ''                 | 1A",
                "Parent support adviser     | Made Up School  | ''                 | 2A",
                "Volunteer                  | Made Up Charity | ''                 | 8",
                "Safeguarding lead          | ''              | Somewhere          | 10",
                "''                         | ''              | ''                 | 10"
            })
    void theRoleOfTheReferrerDecidesTheSource(String role, String organisation, String agency, String code) {
        Referrer referrer = new Referrer("Pat Example", role, organisation, null, "01632 960001", null, null);
        assertThat(ReferralSources.on(DAY).of(referrer, agency)).isEqualTo(code);
    }
}
