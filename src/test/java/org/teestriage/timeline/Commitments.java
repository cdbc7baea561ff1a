package org.teestriage.timeline;

/** What an entry commits to for its details, for whoever recomputes a chain from outside. */
public final class Commitments {

    private Commitments() {}

    public static String of(String salt, String content) {
        return ChainLink.detailHash(salt, content);
    }
}
