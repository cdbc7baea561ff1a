package org.teestriage.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class HmacSignature {

    public static final String TIMESTAMP = "Tees-Triage-Timestamp";
    public static final String SIGNATURE = "Tees-Triage-Signature";

    private static final String VERSION = "v1=";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    public enum Direction {
        LETTER,
        RECEIPT,
        /** The answer to a partner check, under the id of its question. */
        ANSWER
    }

    private final byte[] key;

    public HmacSignature(String secret) {
        this.key = secret.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * HMAC-SHA-256 over direction, timestamp (seconds), dispatch id and body, so that neither a letter nor a receipt
     * can be replayed as the other, at a later time, or for another letter.
     */
    public String sign(Direction direction, Instant at, String dispatchId, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update("%s\n%d\n%s\n"
                    .formatted(direction, at.getEpochSecond(), dispatchId)
                    .getBytes(StandardCharsets.UTF_8));
            return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Whether it is signed with this key for this letter or question, at most five minutes before or after {@code now}. */
    public boolean fits(
            Direction direction, String timestamp, String signature, String dispatchId, byte[] body, Instant now) {
        if (!timestamp.matches("[0-9]{1,11}")) {
            return false;
        }
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
            byte[] expected = sign(direction, at, dispatchId, body).getBytes(StandardCharsets.UTF_8);
            boolean equal = MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
            return equal && Duration.between(at, now).abs().compareTo(WINDOW) <= 0;
        } catch (DateTimeException tooFar) {
            return false;
        }
    }
}
