package org.teestriage.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.timeline.Happened.Kind;

class LinkTest {

    private static final String REFERENCE = "28T5-CY4T-Y";
    private static final long AT = 1_790_067_600_000_001L;
    private static final Signature SAM = new Signature("sam", "Sam Officer", "OFFICER", "chub");
    private static final String DETAIL = Link.detailHash("00ff", "{\"finding\":\"DOUBT\"}");

    private static final Link LINK = new Link(
            REFERENCE,
            7,
            AT,
            SAM,
            Kind.DECIDED,
            "immediate-risk-check",
            "1",
            "Immediate risk: in doubt, so treated as danger. Zoë’s",
            DETAIL,
            Link.root(REFERENCE));

    /** Computed apart from this program, with a few lines of Python over the same fields. */
    @Test
    void theHashIsThatOfThePublishedEncoding() {
        assertThat(Link.root(REFERENCE)).isEqualTo("a6a54810576d0d4e937c03efbf293390dbe69d9388ef4470605293d6c0ebb237");
        assertThat(DETAIL).isEqualTo("c873f0f53d4786a6ca78219d4289dd9c7015cc8e98b8acc23339321ed81121d4");
        assertThat(LINK.hash()).isEqualTo("500cb1a70daf9e5138d19216e96b01b6059c871d6167b27ec91cfadb1c2df8a3");
    }

    static Stream<Link> linksThatDifferInOneField() {
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
                tail("Immediate risk: no immediate danger found.", DETAIL, Link.root(REFERENCE)),
                tail(LINK.sentence(), Link.detailHash("00ff", "{}"), Link.root(REFERENCE)),
                tail(LINK.sentence(), DETAIL, DETAIL));
    }

    private static Signature signature(String user, String name, String role, String affiliation) {
        return new Signature(user, name, role, affiliation);
    }

    private static Link with(String reference, long sequence, long at, Signature signature) {
        return with(reference, sequence, at, signature, Kind.DECIDED, "immediate-risk-check", "1");
    }

    private static Link with(
            String reference, long sequence, long at, Signature signature, Kind kind, String step, String item) {
        return new Link(
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

    private static Link tail(String sentence, String detailHash, String previousHash) {
        return new Link(
                REFERENCE, 7, AT, SAM, Kind.DECIDED, "immediate-risk-check", "1", sentence, detailHash, previousHash);
    }

    @ParameterizedTest
    @MethodSource("linksThatDifferInOneField")
    void anyChangeOfAnyFieldShows(Link changed) {
        assertThat(changed.hash()).isNotEqualTo(LINK.hash());
    }

    @Test
    void aCharacterThatMovesToTheNextFieldShows() {
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
                .map(Link::hash)
                .toList();
        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(Link.detailHash("ab", "c")).isNotEqualTo(Link.detailHash("a", "bc"));
    }

    @Test
    void noTwoChainsBeginAlike() {
        assertThat(Link.root(REFERENCE))
                .isNotEqualTo(Link.root("0000-0000-0"))
                .isNotEqualTo(Link.detailHash(REFERENCE, ""));
    }
}
