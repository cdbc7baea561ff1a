package org.teestriage.timeline.checkpoint;

import java.util.List;

/**
 * Proves that a checkpoint covers an entry of a concern.
 *
 * @param checkpoint the head of the checkpoint and its signature, as in its file
 * @param sequence of the newest entry that it covers
 * @param line of that entry
 * @param path the siblings from the line to the root over all lines
 */
public record InclusionProof(String checkpoint, long sequence, String line, List<MerkleTree.Sibling> path) {}
