package org.teestriage.testing.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.teestriage.platform.persistence.Json;

/** Signs tokens as Keycloak does, and forges them as an attacker would. */
public record Signer(KeyPair keys) {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    public static Signer withNewKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new Signer(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String privateKeyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    public String publicKeyPem() {
        return pem("PUBLIC KEY", keys.getPublic().getEncoded());
    }

    private static String pem(String what, byte[] key) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END " + what + "-----\n";
    }

    /** RS256 with this key id. */
    public String sign(String keyNumber, ObjectNode claims) {
        return sign(Map.of("alg", "RS256", "typ", "JWT", "kid", keyNumber), claims);
    }

    /** RS256 with a header that contains its own key, with or without a key id. */
    public String signBringingTheKey(Map<String, ?> more, ObjectNode claims) {
        Map<String, Object> header = new HashMap<>(more);
        header.put("alg", "RS256");
        header.put("typ", "JWT");
        return sign(header, claims);
    }

    /** The public key as a token header would contain it (RFC 7517). */
    public Map<String, String> publicJwk() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "e",
                URL.encodeToString(key.getPublicExponent().toByteArray()),
                "n",
                URL.encodeToString(key.getModulus().toByteArray()));
    }

    private String sign(Map<String, ?> header, ObjectNode claims) {
        String content = content(header, claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HS256 with the public key as the secret: accepted by a verifier that lets the token choose the algorithm. */
    public String signWithThePublicKey(String keyNumber, ObjectNode claims, byte[] publicKey) {
        String content = content(Map.of("alg", "HS256", "typ", "JWT", "kid", keyNumber), claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
            return content + "." + URL.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String unsigned(ObjectNode claims) {
        return content(Map.of("alg", "none", "typ", "JWT"), claims) + ".";
    }

    private static String content(Map<String, ?> header, ObjectNode claims) {
        return part(Json.write(header)) + "." + part(claims.toString());
    }

    private static String part(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    public static ObjectNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return Json.read(new String(payload, StandardCharsets.UTF_8), ObjectNode.class);
    }
}
