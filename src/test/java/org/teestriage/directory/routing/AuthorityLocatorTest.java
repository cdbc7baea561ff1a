package org.teestriage.directory.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.directory.Authority;
import org.teestriage.directory.Directory;
import org.teestriage.directory.HubsYaml;
import org.teestriage.directory.OnspdFile;
import org.teestriage.directory.Postcode;
import org.teestriage.directory.TeesPostcodes;

class AuthorityLocatorTest {
    private final Directory directory = HubsYaml.shipped();
    private final Map<Postcode, String> imported = new HashMap<>();
    private final AuthorityLocator locator =
            new AuthorityLocator(directory, postcode -> Optional.ofNullable(imported.get(postcode)));

    @Test
    void afterTheImportEveryTeesPostcodeIsLocatedCorrectly() {
        List<OnspdFile.Line> all = TeesPostcodes.all();
        all.forEach(line -> imported.put(line.postcode(), line.authority()));

        assertThat(all).hasSize(TeesPostcodes.COUNT).allSatisfy(line -> assertThat(
                        locator.locate(line.postcode().value()))
                .isInstanceOfSatisfying(
                        LocatedAuthority.Known.class,
                        known -> assertThat(known.authority().code()).isEqualTo(line.authority())));
    }

    @Test
    void withoutTheImportTheTableOfDistrictsIsNeverWrong() {
        assertThat(TeesPostcodes.all()).allSatisfy(line -> {
            LocatedAuthority located = locator.locate(line.postcode().value());
            if (located instanceof LocatedAuthority.Known known) {
                assertThat(known.authority().code()).isEqualTo(line.authority());
            } else {
                assertThat(located).isInstanceOfSatisfying(LocatedAuthority.Ambiguous.class, ambiguous -> assertThat(
                                ambiguous.candidates())
                        .extracting(Authority::code)
                        .contains(line.authority()));
            }
        });
    }

    @Test
    void theTableListsTheAuthoritiesOfEachDistrictMostLikelyFirst() {
        Map<String, Map<String, Long>> counted = TeesPostcodes.all().stream()
                .collect(Collectors.groupingBy(
                        line -> line.postcode().district(),
                        TreeMap::new,
                        Collectors.groupingBy(OnspdFile.Line::authority, Collectors.counting())));

        counted.forEach((district, postcodes) -> assertThat(directory.sharing(district))
                .as(district)
                .extracting(Authority::code)
                .containsExactlyElementsOf(postcodes.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList()));
    }

    @Test
    void aKnownPostcodeInTeesIsExplainedWithoutQuotingIt() {
        imported.put(new Postcode("TS7 0AB"), "E06000003");

        assertThat(locator.locate("ts70ab"))
                .isEqualTo(new LocatedAuthority.Known(
                        directory.authority("E06000003"),
                        "The ONS Postcode Directory places this postcode in Redcar and Cleveland."));
    }

    @Test
    void theImportTakesPrecedenceOverTheTableOfDistricts() {
        imported.put(new Postcode("TS4 2AB"), "E06000003");

        assertThat(authorityOf("TS4 2AB")).isEqualTo("E06000003");
        assertThat(authorityOf("TS4 2AD")).isEqualTo("E06000002");
    }

    @Test
    void aKnownPostcodeOutsideTeesNamesTheContactThere() {
        assertThat(locator.locate("TS28 5AA"))
                .isEqualTo(new LocatedAuthority.Known(
                        directory.authority("E06000047"),
                        "All of postcode district TS28 lies in County Durham."
                                + " That is outside Tees: the right place to turn to is County Durham First Contact."));
    }

    @Test
    void anUnknownAuthorityIsOutsideTeesAndNoError() {
        imported.put(new Postcode("NE1 1AA"), "E08000021");

        assertThat(locator.locate("NE1 1AA")).isInstanceOfSatisfying(LocatedAuthority.Known.class, known -> {
            assertThat(known.authority().inTees()).isFalse();
            assertThat(known.how())
                    .isEqualTo("The ONS Postcode Directory places this postcode in the authority with code E08000021."
                            + " That is outside Tees: the right place to turn to is the front door of the authority with code E08000021."
                            + " No number is on file: look it up on that council's website.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"TS7 0ZZ", "ts7", "TS7 0"})
    void aSharedDistrictIsAmbiguous(String typed) {
        assertThat(locator.locate(typed))
                .isEqualTo(new LocatedAuthority.Ambiguous(
                        List.of(
                                directory.authority("E06000002"),
                                directory.authority("E06000003"),
                                directory.authority("E06000065")),
                        "Postcode district TS7 is shared by Middlesbrough, Redcar and Cleveland and North Yorkshire."
                                + " Choose the one where the child lives."));
    }

    @Test
    void aDarlingtonPostcodeMayLieInStockton() {
        assertThat(locator.locate("dl2 1hp"))
                .isInstanceOfSatisfying(
                        LocatedAuthority.Ambiguous.class, ambiguous -> assertThat(ambiguous.candidates())
                                .extracting(Authority::name)
                                .containsExactly("Darlington", "County Durham", "North Yorkshire", "Stockton-on-Tees"));

        imported.put(new Postcode("DL2 1HP"), "E06000004");
        assertThat(authorityOf("dl2 1hp")).isEqualTo("E06000004");
    }

    @Test
    void aDistrictThatIsNotOnFileIsUnknown() {
        assertThat(locator.locate("LS1 1AA"))
                .isEqualTo(new LocatedAuthority.Unknown(
                        "No full postcode is on file for it, and nothing is known about postcode district LS1."));
    }

    @ParameterizedTest
    @CsvSource({"SR8 1AA, E06000047", "DH1 1AA, E06000047", "YO22 4AA, E06000065"})
    void aChildOfANeighbourIsSentToItsDoorAndNotToTheHubForUnclearPlaces(String postcode, String authority) {
        assertThat(authorityOf(postcode)).isEqualTo(authority);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aMissingPostcodeIsUnknown(String typed) {
        assertThat(locator.locate(typed)).isEqualTo(new LocatedAuthority.Unknown("No postcode was given."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moved to Redcar", "TS1 1CA", "12345", "TS", "<script>", "TS7 0AB TS7 0AB"})
    void otherTextIsUnknownAndNotQuoted(String typed) {
        assertThat(locator.locate(typed))
                .isEqualTo(new LocatedAuthority.Unknown("What was typed is not a UK postcode."));
    }

    private String authorityOf(String typed) {
        return ((LocatedAuthority.Known) locator.locate(typed)).authority().code();
    }
}
