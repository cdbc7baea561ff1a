package org.teestriage.timeline.checkpoint;

import java.util.List;

/**
 * A checkpoint that has seen an entry, and how the entry's line leads to what was signed.
 *
 * @param checkpoint the head of the checkpoint and its signature, as they stand in its file
 * @param sequence of the newest entry that it covers
 * @param line of that entry
 * @param path the neighbours from the line to the root over all lines
 */
public record InclusionProof(String checkpoint, long sequence, String line, List<MerkleTree.Sibling> path) {}
