package org.teestriage.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeTest {

    @ParameterizedTest
    @CsvSource({
        "'TS1 1AA', 'TS1 1AA', TS1",
        "'ts11aa', 'TS1 1AA', TS1",
        "'  Ts 1  1 aA ', 'TS1 1AA', TS1",
        "'TS101AA', 'TS10 1AA', TS10",
        "'ts1\u00a01aa', 'TS1 1AA', TS1",
        "'TS1\u202f1AA', 'TS1 1AA', TS1",
        "'TS1\u20091AA', 'TS1 1AA', TS1",
        "'\ufeffTS1\u200b1A\u00adA\u3000', 'TS1 1AA', TS1",
        "'DL2 1HP', 'DL2 1HP', DL2",
        "'sw1a2aa', 'SW1A 2AA', SW1A",
        "'m11ae', 'M1 1AE', M1",
        "'W1A 0AX', 'W1A 0AX', W1A",
    })
    void aFullPostcodeIsReadWhateverItsCaseAndSpaces(String typed, String written, String district) {
        assertThat(Postcode.parse(typed)).hasValueSatisfying(postcode -> {
            assertThat(postcode.value()).isEqualTo(written);
            assertThat(postcode.district()).isEqualTo(district);
        });
        assertThat(Postcode.districtIn(typed)).hasValue(district);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "TS",
                "TS1",
                "1AA",
                "TS1 1A",
                "TS1 AAA",
                "TS1 1CA",
                "TS123 1AA",
                "ABC1 1AA",
                "1S1 1AA",
                "TS1 1AA 1AA",
                "not known",
                "TS1-1AA",
                "TS1 1AA; DROP",
                "ＴＳ１ １ＡＡ"
            })
    void otherTextIsNotAPostcode(String typed) {
        assertThat(Postcode.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TS7, TS7",
        "' ts7 ', TS7",
        "ts 10, TS10",
        "'TS7 0', TS7",
        "TS10, TS10",
        "'TS1 0', TS1",
        "'TS10 1', TS10",
        "'TS10\u202f1', TS10",
        "'TS10\u200b', TS10"
    })
    void aDistrictOrASectorGivesItsDistrict(String typed, String district) {
        assertThat(Postcode.districtIn(typed)).hasValue(district);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "TS", "7", "Hartlepool", "TS7 0A", "TS1 1CA", "TS123"})
    void otherTextIsNotADistrict(String typed) {
        assertThat(Postcode.districtIn(typed)).isEmpty();
    }

    @Test
    void onlyTheCanonicalFormIsAPostcodeValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Postcode("ts1 1aa"))
                .withMessage("not a full UK postcode");
    }

    @Test
    void aPostcodePrintsOnlyItsDistrict() {
        assertThat(new Postcode("TS7 0AB")).hasToString("Postcode[TS7]");
    }
}
