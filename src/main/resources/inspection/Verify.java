import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Checks an inspection pack: {@code java Verify.java FOLDER-OR-ZIP [PUBLIC-KEY-FILE]}. Needs only Java 17. */
public final class Verify {

    private static final String TIMELINE = "tees-triage-timeline-1";
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, byte[]> files;
    private final List<String> faults = new ArrayList<>();
    private String pem = "";

    private Verify(Map<String, byte[]> files) {
        this.files = files;
    }

    public static void main(String... args) throws IOException, GeneralSecurityException {
        Verify verify = new Verify(read(Path.of(args.length > 0 ? args[0] : ".")));
        verify.manifest(args.length > 1 ? Files.readString(Path.of(args[1])) : null);
        verify.concern();
        for (String fault : verify.faults) {
            System.out.println("NOT WHOLE: " + fault);
        }
        System.out.println(verify.faults.isEmpty() ? "Everything holds." : "This pack does not hold.");
        System.exit(verify.faults.isEmpty() ? 0 : 1);
    }

    private static Map<String, byte[]> read(Path from) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(from)) {
            try (Stream<Path> all = Files.list(from)) {
                for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        } else {
            try (InputStream file = Files.newInputStream(from);
                    ZipInputStream zip = new ZipInputStream(file)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    private String text(String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    // Files: each must match its hash in the manifest, and the manifest must be signed

    private void manifest(String given) throws GeneralSecurityException {
        TreeSet<String> listed = new TreeSet<>();
        for (String line : text("manifest.txt").lines().toList()) {
            String hash = line.substring(0, Math.min(64, line.length()));
            String name = line.length() > 66 ? line.substring(66) : "";
            listed.add(name);
            if (!files.containsKey(name)) {
                faults.add(name + " is missing.");
            } else if (!sha256(files.get(name)).equals(hash)) {
                faults.add(name + " was altered.");
            }
        }
        for (String name : List.of("concern.json", "concern.pdf")) {
            if (!listed.contains(name)) {
                faults.add("manifest.txt does not name " + name + ".");
            }
        }
        pem = given == null ? text("public-key.pem") : given;
        if (!files.containsKey("manifest.sig") || pem.isEmpty()) {
            faults.add("The pack is not signed: no one vouches for it.");
            return;
        }
        String signer = signer(pem, text("manifest.txt"), text("manifest.sig").strip());
        if (signer == null) {
            faults.add("manifest.txt is not signed with this key.");
        } else {
            System.out.println("The files are those that were signed with the key " + signer
                    + (given == null ? ". Compare that with the key you were given." : ", which you gave."));
        }
    }

    /** A file may hold several keys, because the key may have changed since a checkpoint. */
    private static List<byte[]> keys(String pem) {
        return Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----")
                .matcher(pem)
                .results()
                .map(found -> Base64.getMimeDecoder().decode(found.group(1)))
                .toList();
    }

    /** The fingerprint of the key that signed the text; null if none of the keys did. */
    private static String signer(String pem, String text, String signature) throws GeneralSecurityException {
        for (byte[] key : keys(pem)) {
            if (signed(key, text, signature)) {
                return sha256(key);
            }
        }
        return null;
    }

    private static boolean signed(byte[] key, String text, String signature) throws GeneralSecurityException {
        try {
            PublicKey known = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(known);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (java.security.SignatureException
                | java.security.spec.InvalidKeySpecException
                | IllegalArgumentException wrong) {
            return false;
        }
    }

    // Timeline: recomputes every hash

    private void concern() throws GeneralSecurityException {
        Map<String, Object> concern;
        try {
            concern = object(new Json(text("concern.json")).value());
        } catch (RuntimeException unreadable) {
            faults.add("concern.json cannot be read.");
            return;
        }
        String reference = string(concern, "reference");
        String previous = fingerprint(List.of(TIMELINE, reference));
        Map<Long, String> hashes = new HashMap<>();
        long expected = 1;
        int withheld = 0;
        for (Object each : (List<?>) concern.getOrDefault("timeline", List.of())) {
            Map<String, Object> entry = object(each);
            String fault = fault(reference, entry, expected, previous);
            if (fault != null) {
                faults.add("Entry " + expected + ": " + fault);
                return;
            }
            withheld += entry.containsKey("withheld") ? 1 : 0;
            previous = string(entry, "hash");
            hashes.put(expected, previous);
            expected++;
        }
        System.out.println("The timeline of " + reference + " is whole: " + (expected - 1) + " entries, of " + withheld
                + " not everything is shown.");
        if (concern.containsKey("witness")) {
            witness(object(concern.get("witness")), reference, hashes);
        } else {
            System.out.println("No checkpoint covers it yet.");
        }
    }

    private static String fault(String reference, Map<String, Object> entry, long expected, String previous) {
        if (!string(entry, "sequence").equals(Long.toString(expected))) {
            return "it is missing.";
        }
        if (!string(entry, "previousHash").equals(previous)) {
            return "it does not follow the one before it.";
        }
        if ("WORDS".equals(entry.get("withheld"))) {
            return null;
        }
        List<String> fields = new ArrayList<>(List.of(TIMELINE, reference));
        for (String name : List.of(
                "sequence",
                "atMicros",
                "user",
                "name",
                "role",
                "affiliation",
                "kind",
                "step",
                "item",
                "sentence",
                "detailHash",
                "previousHash")) {
            fields.add(string(entry, name));
        }
        if (!fingerprint(fields).equals(string(entry, "hash"))) {
            return "it was altered.";
        }
        boolean shown = !entry.containsKey("withheld");
        if (shown
                && !fingerprint(List.of(TIMELINE, string(entry, "salt"), string(entry, "details")))
                        .equals(string(entry, "detailHash"))) {
            return "its details were altered.";
        }
        return null;
    }

    // Checkpoint: must be signed, and its root must prove the newest entry that it covers

    private void witness(Map<String, Object> witness, String reference, Map<Long, String> hashes)
            throws GeneralSecurityException {
        String checkpoint = string(witness, "checkpoint");
        long sequence = Long.parseLong(string(witness, "sequence"));
        String line = string(witness, "line");
        Matcher found = Pattern.compile(
                        "(?s)(.*?number (\\d+)\\nat (\\S+)\\n.*entries [^\\n]* root ([0-9a-f]{64})\\n.*)"
                                + "signature (\\S+)\\n")
                .matcher(checkpoint);
        if (!found.matches() || signer(pem, found.group(1), found.group(5)) == null) {
            faults.add("The checkpoint is not signed with this key.");
            return;
        }
        String[] words = line.split(" ");
        if (words.length != 5
                || !words[2].equals(reference)
                || !words[3].equals(Long.toString(sequence))
                || !words[4].equals(hashes.get(sequence))) {
            faults.add("Entry " + sequence + ": the checkpoint knows it otherwise.");
            return;
        }
        String hash = sha256(joined(0, line.getBytes(StandardCharsets.UTF_8), new byte[0]));
        for (Object each : (List<?>) witness.get("path")) {
            Map<String, Object> sibling = object(each);
            byte[] mine = HEX.parseHex(hash);
            byte[] theirs = HEX.parseHex(string(sibling, "hash"));
            boolean left = string(sibling, "left").equals("true");
            hash = sha256(left ? joined(1, theirs, mine) : joined(1, mine, theirs));
        }
        if (!hash.equals(found.group(4))) {
            faults.add("Entry " + sequence + ": it is not in the checkpoint.");
            return;
        }
        System.out.println("Checkpoint " + found.group(2) + " of " + found.group(3) + " covers entries 1 to " + sequence
                + "; " + (hashes.size() - sequence) + " came after it.");
    }

    private static byte[] joined(int kind, byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(kind);
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }

    private static String fingerprint(List<String> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String field : fields) {
                byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sha256(bytes.toByteArray());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // JSON: a minimal parser

    private static Map<String, Object> object(Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, held) -> object.put(String.valueOf(name), held));
        return object;
    }

    private static String string(Map<String, Object> from, String name) {
        return Objects.toString(from.get(name), "");
    }

    /** Numbers and booleans keep their text. */
    private static final class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object value() {
            char first = peek();
            if (first == '{') {
                Map<String, Object> object = new LinkedHashMap<>();
                for (at++; peek() != '}'; skip(',')) {
                    String name = quoted();
                    skip(':');
                    object.put(name, value());
                }
                at++;
                return object;
            }
            if (first == '[') {
                List<Object> list = new ArrayList<>();
                for (at++; peek() != ']'; skip(',')) {
                    list.add(value());
                }
                at++;
                return list;
            }
            if (first == '"') {
                return quoted();
            }
            int start = at;
            while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private char peek() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.charAt(at);
        }

        private void skip(char expected) {
            if (peek() == expected) {
                at++;
            }
        }

        private String quoted() {
            peek();
            StringBuilder read = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                char sign = text.charAt(at);
                if (sign != '\\') {
                    read.append(sign);
                    continue;
                }
                sign = text.charAt(++at);
                switch (sign) {
                    case 'n' -> read.append('\n');
                    case 't' -> read.append('\t');
                    case 'r' -> read.append('\r');
                    case 'b' -> read.append('\b');
                    case 'f' -> read.append('\f');
                    case 'u' -> {
                        read.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                        at += 4;
                    }
                    default -> read.append(sign);
                }
            }
            at++;
            return read.toString();
        }
    }
}
