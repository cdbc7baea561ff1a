package org.teestriage.timeline.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    @Test
    void theProofOfEveryLineLeadsToTheRootForListsOfUpTo17Lines() {
        for (int size = 1; size <= 17; size++) {
            List<String> lines = lines(size);
            for (int at = 0; at < size; at++) {
                assertThat(MerkleTree.climb(lines.get(at), MerkleTree.path(lines, at)))
                        .as("line %d of %d", at, size)
                        .isEqualTo(MerkleTree.root(lines));
            }
        }
    }

    @Test
    void anotherLineOrAnotherListDoesNotLeadToTheRoot() {
        List<String> lines = lines(9);
        assertThat(MerkleTree.climb("entry 10", MerkleTree.path(lines, 8))).isNotEqualTo(MerkleTree.root(lines));
        assertThat(MerkleTree.root(lines(8))).isNotEqualTo(MerkleTree.root(lines));
    }

    @Test
    void theRootMatchesTheTestVectorsOfRfc9162() {
        // Roots of no line and of one empty line, from the test vectors of Certificate Transparency.
        assertThat(MerkleTree.root(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(MerkleTree.root(List.of("")))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    private static List<String> lines(int size) {
        return IntStream.rangeClosed(1, size).mapToObj(i -> "entry " + i).toList();
    }
}
