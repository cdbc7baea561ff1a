package org.teestriage.timeline;

/**
 * Everything that one link of the chain commits to; its hash is the {@link Fingerprint} of these fields in this order.
 */
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

    /** What the first entry of a concern follows: the hash of its reference, so that two chains never share a beginning. */
    public static String root(String reference) {
        return Fingerprint.of(FORMAT, reference);
    }

    static String detailHash(String salt, String content) {
        return Fingerprint.of(FORMAT, salt, content);
    }

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
