package org.teestriage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://triage.example, triage.example",
        "https://triage.example:8443, triage.example:8443",
        "http://localhost:8080, localhost:8080"
    })
    void anAddressWithoutAPathIsTaken(String address, String authority) {
        assertThat(PublicAddress.authority(address)).isEqualTo(authority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "triage.example",
                "https://triage.example/",
                "https://triage.example/desk",
                "https://user@triage.example",
                "https://triage.example?x",
                "ftp://triage.example",
                "https://",
                "https://a b"
            })
    void everythingElseIsRefusedWithAnExample(String address) {
        assertThatThrownBy(() -> PublicAddress.authority(address))
                .hasMessageContaining("tees-triage.http.public-address")
                .hasMessageContaining("https://triage.example");
    }

    @Test
    void onlyAddressesOfTheServiceItselfBecomeRelative() {
        assertThat(PublicAddress.within("http://triage.example/raise/7?told=x", "triage.example"))
                .contains("/raise/7?told=x");
        assertThat(PublicAddress.within("https://triage.example/", "triage.example"))
                .contains("/");
        assertThat(PublicAddress.within("https://login.example/?to=https://triage.example/desk", "triage.example"))
                .isEmpty();
        assertThat(PublicAddress.within("https://triage.example.evil.example/", "triage.example"))
                .isEmpty();
        assertThat(PublicAddress.within("/raise/7", "triage.example")).isEmpty();
        assertThat(PublicAddress.within("https://null/", null)).isEmpty();
    }
}
