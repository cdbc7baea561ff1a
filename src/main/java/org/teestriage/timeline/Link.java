package org.teestriage.timeline;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Everything that one link of the chain commits to. Its canonical encoding is each field in this order as UTF-8 behind
 * its length in four bytes, big-endian, so that no two different links have the same bytes; its hash is SHA-256 of that.
 */
public record Link(
        String reference,
        long sequence,
        long atMicros,
        Signature signature,
        Happened.Kind kind,
        String step,
        String item,
        String sentence,
        String detailHash,
        String previousHash) {

    private static final String FORMAT = "tees-triage-timeline-1";

    /** What the first entry of a concern follows: the hash of its reference, so that two chains never share a beginning. */
    public static String root(String reference) {
        return sha256(encoded(FORMAT, reference));
    }

    static String detailHash(String salt, String content) {
        return sha256(encoded(FORMAT, salt, content));
    }

    public String hash() {
        return sha256(encoded(
                FORMAT,
                reference,
                Long.toString(sequence),
                Long.toString(atMicros),
                signature.user(),
                signature.name(),
                signature.role(),
                signature.affiliation(),
                kind.name(),
                step,
                item,
                sentence,
                detailHash,
                previousHash));
    }

    private static byte[] encoded(String... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String field : fields) {
                byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
