package org.teestriage.web.pages.form;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.teestriage.access.Officer;

/**
 * The token that every form carries: drawn anew for each, and sealed for one person, so that no other site can make up one
 * and no other person can use it. It outlives the session, because what was typed must survive signing in again.
 */
@ApplicationScoped
public class FormToken {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int DRAWN = 16;

    /** Absent where only a command runs: without Keycloak's secret there is nobody to draw a token for. */
    private final Optional<SecretKeySpec> key;

    private final SecureRandom random = new SecureRandom();

    FormToken(FormSettings settings) {
        this.key = settings.tokenKey()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    String drawFor(Officer officer) {
        byte[] drawn = new byte[DRAWN];
        random.nextBytes(drawn);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        return text + "." + seal(text, officer);
    }

    public boolean isOf(Officer officer, String token) {
        int dot = token.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        seal(token.substring(0, dot), officer).getBytes(StandardCharsets.UTF_8),
                        token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private String seal(String drawn, Officer officer) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.orElseThrow(() -> new IllegalStateException("tees-triage.forms.token-key is not set")));
            byte[] seal = mac.doFinal(("form\n" + officer.user() + "\n" + drawn).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
