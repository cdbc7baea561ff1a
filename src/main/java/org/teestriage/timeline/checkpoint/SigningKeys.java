package org.teestriage.timeline.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.document.Sha256;

public final class SigningKeys {

    private static final String ALGORITHM = "Ed25519";

    private final @Nullable PrivateKey signing;
    private final @Nullable PublicKey own;
    private final List<PublicKey> believed;

    private SigningKeys(@Nullable PrivateKey signing, @Nullable PublicKey own, List<PublicKey> believed) {
        this.signing = signing;
        this.own = own;
        this.believed = believed;
    }

    /**
     * Reads Ed25519 keys as PEM or bare Base64. The public keys are the trusted ones, including earlier ones.
     *
     * @throws IllegalArgumentException if a key is invalid, or the public key of the private key is not among the
     *     public keys
     */
    public static SigningKeys of(Optional<String> privateKey, List<String> publicKeys) {
        List<PublicKey> believed =
                publicKeys.stream().map(SigningKeys::publicKey).toList();
        if (privateKey.isEmpty()) {
            return new SigningKeys(null, null, believed);
        }
        PrivateKey signing = privateKey(privateKey.get());
        PublicKey own = believed.stream()
                .filter(key -> verifies(key, ALGORITHM, sign(signing, ALGORITHM)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "tees-triage.checkpoints.public-keys does not hold the public key of the private one."
                                + " `openssl pkey -in KEY -pubout` prints it."));
        return new SigningKeys(signing, own, believed);
    }

    private static PrivateKey privateKey(String written) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes(written)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            // Omits the cause, which may quote the key.
            throw new IllegalArgumentException("tees-triage.checkpoints.private-key is not an Ed25519 key in PKCS #8");
        }
    }

    private static PublicKey publicKey(String written) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes(written)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("a public key of checkpoints is not an Ed25519 key", unreadable);
        }
    }

    private static byte[] bytes(String written) {
        return Base64.getDecoder()
                .decode(written.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }

    public boolean signs() {
        return signing != null;
    }

    /** The public key of the signing key. */
    public Optional<String> pem() {
        return Optional.ofNullable(own).map(key -> "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getEncoder().encodeToString(key.getEncoded())));
    }

    Optional<String> fingerprint() {
        return Optional.ofNullable(own).map(SigningKeys::fingerprint);
    }

    private static String fingerprint(PublicKey key) {
        return Sha256.of(key.getEncoded());
    }

    public String sign(String text) {
        if (signing == null) {
            throw new IllegalStateException("this node has no signing key");
        }
        return sign(signing, text);
    }

    private static String sign(PrivateKey key, String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    /** Whether a trusted key has signed the checkpoint. */
    boolean verifies(Checkpoint checkpoint) {
        return believed.stream()
                .filter(key -> fingerprint(key).equals(checkpoint.key()))
                .anyMatch(key -> verifies(key, checkpoint.head(), checkpoint.signature()));
    }

    private static boolean verifies(PublicKey key, String text, String signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}
