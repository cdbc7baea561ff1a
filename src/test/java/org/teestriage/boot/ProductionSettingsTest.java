package org.teestriage.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSettingsTest {

    private static final String PUBLIC_ADDRESS = "tees-triage.http.public-address";
    private static final Map<String, String> GOOD = Map.of(
            PUBLIC_ADDRESS,
            "https://triage.example",
            "quarkus.oidc.credentials.secret",
            "made-up-client-0123456789abcdefgh",
            "tees-triage.cookies.key",
            "made-up-cookie-0123456789abcdefgh",
            "tees-triage.forms.token-key",
            "made-up-forms-0123456789abcdefghi",
            "tees-triage.drafts.key",
            "made-up-drafts-0123456789abcdefgh");

    private static Optional<String> faultWith(String name, String value) {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put(name, value);
        return ProductionSettings.fault(
                setting -> Optional.ofNullable(settings.get(setting)).filter(text -> !text.isEmpty()));
    }

    @Test
    void fourDifferentLongSecretsAreAccepted() {
        assertThat(ProductionSettings.fault(name -> Optional.ofNullable(GOOD.get(name))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.oidc.credentials.secret",
                "tees-triage.cookies.key",
                "tees-triage.forms.token-key",
                "tees-triage.drafts.key"
            })
    void aMissingShortOrRepeatedSecretIsNamedWithTheRemedy(String name) {
        assertThat(faultWith(name, "").orElseThrow())
                .contains(name + " is missing", "openssl rand -base64 33")
                .doesNotContain("made-up");
        assertThat(faultWith(name, "made-up-0123456789abcdefghijklm").orElseThrow())
                .contains(name + " has fewer than 32 characters")
                .doesNotContain("made-up");
        GOOD.forEach((other, value) -> {
            if (!other.equals(name) && !other.equals(PUBLIC_ADDRESS)) {
                assertThat(faultWith(name, value).orElseThrow())
                        .contains(name, other, " is the same as ")
                        .doesNotContain("made-up");
            }
        });
    }

    @Test
    void aMissingPublicAddressIsNamed() {
        assertThat(faultWith(PUBLIC_ADDRESS, "").orElseThrow()).contains(PUBLIC_ADDRESS + " is missing");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThat(ProductionSettings.fault(name -> Optional.empty()).orElseThrow())
                .contains("credentials.secret is missing", "cookies.key is missing", "token-key is missing")
                .contains("drafts.key is missing");
    }

    @Test
    void thePreviousDraftsKeyMayBeTheClientSecretThatItOnceWasButNotTheKeyInUse() {
        assertThat(faultWith("tees-triage.drafts.previous-key", good("quarkus.oidc.credentials.secret")))
                .isEmpty();
        assertThat(faultWith("tees-triage.drafts.previous-key", "short")).isEmpty();
        assertThat(faultWith("tees-triage.drafts.previous-key", good("tees-triage.drafts.key")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("previous-key is the same as"));
    }

    private static String good(String setting) {
        return Objects.requireNonNull(GOOD.get(setting));
    }
}
