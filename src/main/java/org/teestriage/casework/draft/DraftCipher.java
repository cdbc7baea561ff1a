package org.teestriage.casework.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts drafts with AES-GCM, so that the table and its backups reveal no content. Owner and draft id are
 * authenticated data: text copied to another row does not decrypt. The newest key encrypts, the previous key still
 * decrypts. The result is Base64 of nonce, ciphertext and tag.
 */
@ApplicationScoped
class DraftCipher {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String DERIVATION = "HmacSHA256";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** Newest first. Empty in command-line runs, which have no key. */
    private final List<SecretKeySpec> keys;

    private final SecureRandom random = new SecureRandom();

    @Inject
    DraftCipher(DraftSettings settings) {
        this(settings.key(), settings.previousKey());
    }

    DraftCipher(Optional<String> key, Optional<String> previousKey) {
        this.keys = Stream.of(key, previousKey)
                .flatMap(Optional::stream)
                .map(DraftCipher::derived)
                .toList();
    }

    /** Derives a key of the length that AES needs; the label tells it apart from other uses of the same secret. */
    private static SecretKeySpec derived(String secret) {
        try {
            Mac mac = Mac.getInstance(DERIVATION);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), DERIVATION));
            return new SecretKeySpec(mac.doFinal("drafts\n1".getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + DERIVATION, e);
        }
    }

    String lock(String owner, String place, String text) {
        SecretKeySpec key = keys.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("tees-triage.drafts.key is not set"));
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner, place)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE + locked.length)
                            .put(nonce)
                            .put(locked)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** At most the number of bytes that were encrypted: Base64 has four characters for three bytes. */
    static long unlockedLength(int locked) {
        return locked * 3L / 4;
    }

    /** Empty if the text was encrypted for another owner or place, or with a key that is no longer configured. */
    Optional<String> open(String owner, String place, String locked) {
        byte[] bytes = Base64.getDecoder().decode(locked);
        return keys.stream()
                .flatMap(key -> open(key, bytes, owner, place).stream())
                .findFirst();
    }

    private static Optional<String> open(SecretKeySpec key, byte[] bytes, String owner, String place) {
        byte[] nonce = Arrays.copyOf(bytes, NONCE);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, owner, place);
            return Optional.of(new String(cipher.doFinal(bytes, NONCE, bytes.length - NONCE), StandardCharsets.UTF_8));
        } catch (AEADBadTagException otherwiseLocked) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String owner, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((owner.length() + "\n" + owner + "\n" + place).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
