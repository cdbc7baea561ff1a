package org.teestriage.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.timeline.TimelineEvent.Kind;

class ChainLinkTest {

    private static final String REFERENCE = "28T5-CY4T-Y";
    private static final long AT = 1_790_067_600_000_001L;
    private static final Signature SAM = new Signature("sam", "Sam Officer", "OFFICER", "chub");
    private static final String DETAIL = ChainLink.detailHash("00ff", "{\"finding\":\"DOUBT\"}");

    private static final ChainLink LINK = new ChainLink(
            REFERENCE,
            7,
            AT,
            SAM,
            Kind.DECIDED,
            "immediate-risk-check",
            "1",
            "Immediate risk: in doubt, so treated as danger. Zoë’s",
            DETAIL,
            ChainLink.root(REFERENCE));

    /** The expected hashes were computed independently, with Python. */
    @Test
    void theHashFollowsThePublishedEncoding() {
        assertThat(ChainLink.root(REFERENCE))
                .isEqualTo("a6a54810576d0d4e937c03efbf293390dbe69d9388ef4470605293d6c0ebb237");
        assertThat(DETAIL).isEqualTo("c873f0f53d4786a6ca78219d4289dd9c7015cc8e98b8acc23339321ed81121d4");
        assertThat(LINK.hash()).isEqualTo("500cb1a70daf9e5138d19216e96b01b6059c871d6167b27ec91cfadb1c2df8a3");
    }

    static Stream<ChainLink> linksThatDifferInOneField() {
        return Stream.of(
                with(REFERENCE + " ", 7, AT, SAM, Kind.DECIDED, "immediate-risk-check", "1"),
                with(REFERENCE, 8, AT, SAM, Kind.DECIDED, "immediate-risk-check", "1"),
                with(REFERENCE, 7, AT + 1, SAM, Kind.DECIDED, "immediate-risk-check", "1"),
                with(REFERENCE, 7, AT, signature("kim", "Sam Officer", "OFFICER", "chub")),
                with(REFERENCE, 7, AT, signature("sam", "Sam", "OFFICER", "chub")),
                with(REFERENCE, 7, AT, signature("sam", "Sam Officer", "MANAGER", "chub")),
                with(REFERENCE, 7, AT, signature("sam", "Sam Officer", "OFFICER", "mach")),
                with(REFERENCE, 7, AT, SAM, Kind.DANGER, "immediate-risk-check", "1"),
                with(REFERENCE, 7, AT, SAM, Kind.DECIDED, "emergency-call", "1"),
                with(REFERENCE, 7, AT, SAM, Kind.DECIDED, "immediate-risk-check", "2"),
                tail("Immediate risk: no immediate danger found.", DETAIL, ChainLink.root(REFERENCE)),
                tail(LINK.sentence(), ChainLink.detailHash("00ff", "{}"), ChainLink.root(REFERENCE)),
                tail(LINK.sentence(), DETAIL, DETAIL));
    }

    private static Signature signature(String user, String name, String role, String affiliation) {
        return new Signature(user, name, role, affiliation);
    }

    private static ChainLink with(String reference, long sequence, long at, Signature signature) {
        return with(reference, sequence, at, signature, Kind.DECIDED, "immediate-risk-check", "1");
    }

    private static ChainLink with(
            String reference, long sequence, long at, Signature signature, Kind kind, String step, String item) {
        return new ChainLink(
                reference,
                sequence,
                at,
                signature,
                kind,
                step,
                item,
                LINK.sentence(),
                LINK.detailHash(),
                LINK.previousHash());
    }

    private static ChainLink tail(String sentence, String detailHash, String previousHash) {
        return new ChainLink(
                REFERENCE, 7, AT, SAM, Kind.DECIDED, "immediate-risk-check", "1", sentence, detailHash, previousHash);
    }

    @ParameterizedTest
    @MethodSource("linksThatDifferInOneField")
    void aChangeOfAnyFieldChangesTheHash(ChainLink changed) {
        assertThat(changed.hash()).isNotEqualTo(LINK.hash());
    }

    @Test
    void movingACharacterToTheNextFieldChangesTheHash() {
        List<String> hashes = Stream.of(
                        with(REFERENCE, 7, AT, SAM, Kind.DECIDED, "close", "12"),
                        with(REFERENCE, 7, AT, SAM, Kind.DECIDED, "close1", "2"),
                        with(REFERENCE, 7, AT, SAM, Kind.DECIDED, "close12", ""),
                        with(REFERENCE, 7, AT, SAM, Kind.DECIDED, "", "close12"),
                        with(REFERENCE, 7, AT, signature("ab", "c", "", "")),
                        with(REFERENCE, 7, AT, signature("a", "bc", "", "")),
                        with(REFERENCE, 7, AT, signature("", "abc", "", "")),
                        with(REFERENCE, 7, AT, signature("", "", "abc", "")),
                        with(REFERENCE, 7, AT, signature("", "", "", "abc")))
                .map(ChainLink::hash)
                .toList();
        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(ChainLink.detailHash("ab", "c")).isNotEqualTo(ChainLink.detailHash("a", "bc"));
    }

    @Test
    void theRootsOfDifferentConcernsDiffer() {
        assertThat(ChainLink.root(REFERENCE))
                .isNotEqualTo(ChainLink.root("0000-0000-0"))
                .isNotEqualTo(ChainLink.detailHash(REFERENCE, ""));
    }
}
