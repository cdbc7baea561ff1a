package org.teestriage.timeline.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.teestriage.platform.document.Sha256;

/**
 * A Merkle tree as in RFC 9162, which proves each line without revealing the others. A leaf is SHA-256 of byte 0 and
 * the line; a node is SHA-256 of byte 1 and its two children.
 */
final class MerkleTree {

    private static final HexFormat HEX = HexFormat.of();
    private static final String OF_NOTHING = Sha256.of(new byte[0]);

    private MerkleTree() {}

    record Sibling(boolean left, String hash) {}

    static String root(List<String> lines) {
        List<String> level = lines.stream().map(MerkleTree::leaf).toList();
        while (level.size() > 1) {
            level = above(level);
        }
        return level.isEmpty() ? OF_NOTHING : level.get(0);
    }

    /** The hashes to combine with the line, in this order, to obtain the root. */
    static List<Sibling> path(List<String> lines, int index) {
        List<Sibling> path = new ArrayList<>();
        List<String> level = lines.stream().map(MerkleTree::leaf).toList();
        for (int at = index; level.size() > 1; at /= 2) {
            int beside = at ^ 1;
            if (beside < level.size()) {
                path.add(new Sibling(beside < at, level.get(beside)));
            }
            level = above(level);
        }
        return path;
    }

    /** The root that a line and its path lead to. */
    static String climb(String line, List<Sibling> path) {
        String hash = leaf(line);
        for (Sibling sibling : path) {
            hash = sibling.left() ? node(sibling.hash(), hash) : node(hash, sibling.hash());
        }
        return hash;
    }

    private static List<String> above(List<String> level) {
        List<String> above = new ArrayList<>();
        for (int i = 0; i < level.size(); i += 2) {
            above.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
        }
        return above;
    }

    private static String leaf(String line) {
        return hash(0, line.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    private static String node(String left, String right) {
        return hash(1, HEX.parseHex(left), HEX.parseHex(right));
    }

    private static String hash(int kind, byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(kind);
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return Sha256.of(bytes.toByteArray());
    }
}
