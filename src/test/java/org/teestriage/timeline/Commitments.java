package org.teestriage.timeline;

/** The commitment of an entry to its details, for tests in other packages that recompute a chain. */
public final class Commitments {

    private Commitments() {}

    public static String of(String salt, String content) {
        return ChainLink.detailHash(salt, content);
    }
}
