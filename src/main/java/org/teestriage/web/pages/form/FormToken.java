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
 * CSRF token of a form: random, and signed for one user, so that other sites cannot forge it and other users cannot use
 * it. It outlives the session, because a form must survive signing in again.
 */
@ApplicationScoped
public class FormToken {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int DRAWN = 16;

    /** Absent if the process only executes a command, which serves no forms. */
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
