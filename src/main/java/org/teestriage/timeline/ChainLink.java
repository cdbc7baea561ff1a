package org.teestriage.timeline;

public record ChainLink(
        String reference,
        long sequence,
        long atMicros,
        Signature signature,
        TimelineEvent.Kind kind,
        String step,
        String item,
        String sentence,
        String detailHash,
        String previousHash) {

    private static final String FORMAT = "tees-triage-timeline-1";

    /** The predecessor of a concern's first entry: the hash of its reference, so that no two chains share a root. */
    public static String root(String reference) {
        return Fingerprint.of(FORMAT, reference);
    }

    static String detailHash(String salt, String content) {
        return Fingerprint.of(FORMAT, salt, content);
    }

    /** The {@link Fingerprint} of all fields in this order. Existing hashes depend on this format. */
    public String hash() {
        return Fingerprint.of(
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
                previousHash);
    }
}
