package org.teestriage.oversight.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.teestriage.platform.document.Sha256;
import org.teestriage.timeline.checkpoint.SigningKeys;

/** A ZIP with a manifest of file hashes, signed like a checkpoint, and a verifier that requires only Java. */
final class SignedZip {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    SignedZip add(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** Dates all files with {@code at}. Unsigned if the service has no key, which the verifier reports as a fault. */
    byte[] zip(SigningKeys keys, Instant at) {
        add("README.txt", shipped("README.txt"));
        add("Verify.java", shipped("Verify.java"));
        keys.pem().ifPresent(pem -> add("public-key.pem", pem.getBytes(StandardCharsets.UTF_8)));
        String manifest = files.entrySet().stream()
                .map(file -> Sha256.of(file.getValue()) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
        add("manifest.txt", manifest.getBytes(StandardCharsets.UTF_8));
        if (keys.signs()) {
            add("manifest.sig", (keys.sign(manifest) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return zipped(at);
    }

    private byte[] zipped(Instant at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(at.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] shipped(String name) {
        try (InputStream in =
                Objects.requireNonNull(SignedZip.class.getResourceAsStream("/inspection/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
