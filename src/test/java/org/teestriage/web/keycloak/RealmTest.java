package org.teestriage.web.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.teestriage.access.Role;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Signer;
import org.teestriage.testing.server.RealKeycloak;

/** The shipped realm after import, read from the Keycloak server instead of the file. */
class RealmTest {

    private static RealKeycloak keycloak;
    private static JsonNode realm;

    @BeforeAll
    static void start() {
        keycloak = RealKeycloak.shared();
        realm = keycloak.admin("");
    }

    @Test
    void wrongPasswordsLockNoAccountAndThePasswordPolicyIsSet() {
        assertThat(realm.get("permanentLockout").asBoolean()).isFalse();
        assertThat(realm.get("maxTemporaryLockouts").asInt()).isZero();
        assertThat(realm.get("failureFactor").asInt()).isEqualTo(1_000_000);
        assertThat(realm.get("maxFailureWaitSeconds").asInt()).isEqualTo(1);
        assertThat(realm.get("quickLoginCheckMilliSeconds").asInt()).isZero();
        assertThat(realm.get("bruteForceProtected").asBoolean())
                .as("counts wrong one-time codes, which need the password")
                .isTrue();
        assertThat(realm.get("maxSecondaryAuthFailures").asInt()).isEqualTo(20);
        assertThat(realm.get("passwordPolicy").asText())
                .isEqualTo("length(12) and notUsername and notContainsUsername and passwordHistory(5)");
    }

    @Test
    void oneTimeCodesAreTimeBasedAndNotReusable() {
        assertThat(realm.get("otpPolicyType").asText()).isEqualTo("totp");
        assertThat(realm.get("otpPolicyDigits").asInt()).isEqualTo(6);
        assertThat(realm.get("otpPolicyPeriod").asInt()).isEqualTo(30);
        assertThat(realm.get("otpPolicyCodeReusable").asBoolean()).isFalse();
        assertThat(find(keycloak.admin("/authentication/required-actions"), "alias", "CONFIGURE_TOTP")
                        .get("defaultAction")
                        .asBoolean())
                .as("the sign-in of staff asks for it; referrers need none")
                .isFalse();
    }

    @Test
    void tokenAndSessionLifetimesAreLimited() {
        assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(5 * 60);
        assertThat(realm.get("accessCodeLifespan").asInt()).isEqualTo(60);
        assertThat(realm.get("ssoSessionIdleTimeout").asLong())
                .as("the idle timeout that pages warn of")
                .isEqualTo(30 * 60)
                .isEqualTo(ConfigProvider.getConfig()
                        .getValue("tees-triage.session.idle", Duration.class)
                        .toSeconds());
        assertThat(realm.get("ssoSessionMaxLifespan").asInt()).isEqualTo(10 * 60 * 60);
        assertThat(realm.get("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.get("refreshTokenMaxReuse").asInt()).isZero();
        assertThat(realm.get("rememberMe").asBoolean()).isFalse();
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.get("resetPasswordAllowed").asBoolean()).isFalse();
        assertThat(realm.get("editUsernameAllowed").asBoolean()).isFalse();
    }

    @Test
    void theSecondAuthenticationLevelIsACodeOrASecurityKey() {
        assertThat(Json.read(realm.at("/attributes/acr.loa.map").asText(), JsonNode.class))
                .isEqualTo(Json.read("{\"1\": 1, \"2\": 2}", JsonNode.class));
        String flow = realm.get("browserFlow").asText();
        JsonNode steps = keycloak.admin("/authentication/flows/" + flow.replace(" ", "%20") + "/executions");
        List<String> factor = List.of(
                "conditional-user-configured",
                "auth-otp-form",
                "webauthn-authenticator",
                "conditional-sub-flow-executed",
                "conditional-user-role",
                "webauthn-authenticator",
                "conditional-sub-flow-executed",
                "conditional-user-role",
                "auth-otp-form");
        assertThat(texts(steps, "providerId"))
                .containsExactlyElementsOf(Stream.of(
                                List.of(
                                        "auth-cookie",
                                        "conditional-level-of-authentication",
                                        "auth-username-password-form",
                                        "conditional-level-of-authentication"),
                                factor,
                                List.of("conditional-user-role", "conditional-sub-flow-executed"),
                                factor)
                        .flatMap(List::stream)
                        .toList());
        assertThat(level(steps, "not a referrer"))
                .isEqualTo(Json.read("{\"condUserRole\": \"REFERRER\", \"negate\": \"true\"}", JsonNode.class));
        assertThat(level(steps, "level 1").get("loa-condition-level").asText()).isEqualTo("1");
        assertThat(level(steps, "level 2").get("loa-condition-level").asText()).isEqualTo("2");
        assertThat(level(steps, "level 2").get("loa-max-age").asText()).isEqualTo("300");
    }

    @Test
    void securityKeysCanBeRegisteredAndNeedNoCertificateOfTheirMaker() {
        JsonNode action = find(keycloak.admin("/authentication/required-actions"), "alias", "webauthn-register");
        assertThat(action.get("enabled").asBoolean()).isTrue();
        assertThat(action.get("defaultAction").asBoolean()).isFalse();
        assertThat(realm.get("webAuthnPolicyRpEntityName").asText()).isEqualTo("Tees Triage");
        assertThat(realm.get("webAuthnPolicyAttestationConveyancePreference").asText())
                .isEqualTo("none");
        assertThat(realm.get("webAuthnPolicyAvoidSameAuthenticatorRegister").asBoolean())
                .isTrue();
    }

    private static JsonNode level(JsonNode steps, String alias) {
        return keycloak.admin("/authentication/config/"
                        + find(steps, "alias", alias)
                                .get("authenticationConfig")
                                .asText())
                .get("config");
    }

    @Test
    void signInEventsAreStoredForHalfAYear() {
        assertThat(realm.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(texts(realm.get("enabledEventTypes")))
                .contains("LOGIN_ERROR", "CODE_TO_TOKEN_ERROR", "LOGIN", "LOGOUT");
        assertThat(realm.get("eventsExpiration").asInt()).isEqualTo(180 * 24 * 60 * 60);
        assertThat(realm.get("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("adminEventsDetailsEnabled").asBoolean()).isTrue();
    }

    @Test
    void theRealmHasOurRolesAndHubsAndGivesNewAccountsNoRole() {
        List<String> ours = Stream.of(Role.values()).map(Role::name).toList();
        assertThat(texts(keycloak.admin("/roles"), "name")).containsAll(ours).contains("safeguarding-lead");
        JsonNode hubs = keycloak.admin(
                "/groups/" + keycloak.group("/hubs").get("id").asText() + "/children?briefRepresentation=false");
        assertThat(texts(hubs, "name")).containsExactlyInAnyOrder("chub", "middlesbrough-mach", "redcar-mach");
        hubs.forEach(hub -> assertThat(hub.at("/attributes/hub/0").asText())
                .isEqualTo(hub.get("name").asText()));
        assertThat(texts(
                        keycloak.admin("/roles/" + realm.at("/defaultRole/name").asText() + "/composites"), "name"))
                .as("a new account has no role")
                .doesNotContainAnyElementsOf(ours);
    }

    @Test
    void ourClientHasOnlyTheCodeFlowWithPkceAndExactRedirectUris() {
        JsonNode client = keycloak.admin("/clients?clientId=tees-triage").get(0);
        assertThat(client.get("publicClient").asBoolean()).isFalse();
        assertThat(client.get("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(client.get("implicitFlowEnabled").asBoolean()).isFalse();
        assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.get("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(keycloak.ourOwnRights())
                .as("the rights of our own client in Keycloak")
                .containsExactlyInAnyOrder("view-events", "view-users");
        assertThat(texts(client.get("redirectUris"))).containsExactly(keycloak.service() + "/signed-in");
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(client.at("/attributes/post.logout.redirect.uris").asText()).isEqualTo(keycloak.service() + "/");
        assertThat(client.at("/attributes/backchannel.logout.url").asText())
                .isEqualTo(keycloak.service() + "/back-channel-logout");
        assertThat(texts(client.get("defaultClientScopes")))
                .containsExactlyInAnyOrder("basic", "acr", "person", "tees-triage-api");
        assertThat(client.get("optionalClientScopes")).isEmpty();
        assertThat(client.get("fullScopeAllowed").asBoolean())
                .as("tokens with every role of the user")
                .isFalse();
    }

    @Test
    void noShippedClientAllowsThePasswordGrant() {
        List<String> ours = texts(keycloak.admin("/clients"), "clientId").stream()
                .filter(client -> !client.startsWith("test-") && !client.equals("another-service"))
                .toList();
        assertThat(ours).contains("tees-triage", "admin-cli");
        assertThat(keycloak.admin("/clients"))
                .filteredOn(client -> ours.contains(client.get("clientId").asText()))
                .allSatisfy(client -> assertThat(
                                client.get("directAccessGrantsEnabled").asBoolean())
                        .as(client.get("clientId").asText())
                        .isFalse());
    }

    @Test
    void aTokenHasTheNameTheRolesAndTheHubsOrTheAgency() {
        JsonNode officer = Signer.claims(keycloak.token("olive.officer"));
        assertThat(officer.get("name").asText()).isEqualTo("Olive Officer");
        assertThat(officer.get("preferred_username").asText()).isEqualTo("olive.officer");
        assertThat(texts(officer.get("hubs"))).containsExactly("chub");
        assertThat(texts(officer.get("roles"))).as("only ours").containsExactly("OFFICER");
        assertThat(officer.get("aud").asText()).isEqualTo("tees-triage");
        assertThat(officer.has("agency")).isFalse();
        assertThat(officer.has("email")).as("no unneeded claim").isFalse();

        JsonNode referrer = Signer.claims(keycloak.token("rita.referrer"));
        assertThat(referrer.get("agency").asText()).isEqualTo("northfield-school");
        assertThat(referrer.has("hubs")).isFalse();
    }

    @Test
    void usersCannotEditTheirAttributesOrAddOthers() {
        JsonNode profile = keycloak.admin("/users/profile");
        assertThat(profile.has("unmanagedAttributePolicy"))
                .as("undefined attributes are not stored")
                .isFalse();
        profile.get("attributes").forEach(attribute -> assertThat(texts(attribute.at("/permissions/edit")))
                .as(attribute.get("name").asText())
                .containsExactly("admin"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.path(field).asText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(node -> node.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
