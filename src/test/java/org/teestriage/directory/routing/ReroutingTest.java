package org.teestriage.directory.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part.Jurisdiction;
import org.teestriage.concern.facts.Child;
import org.teestriage.directory.HubsYaml;
import org.teestriage.directory.routing.Rerouting.Move;
import org.teestriage.testing.PlainConcerns;
import org.teestriage.testing.client.FactsYaml;

/** Where children belong after their facts have changed, by the shipped districts. */
class ReroutingTest {

    private static final String HARTLEPOOL = "E06000001";
    private static final String REDCAR = "E06000003";
    private static final String DURHAM = "E06000047";

    private final Routing routing = new Routing(HubsYaml.shipped(), postcode -> Optional.empty());

    private static List<Child> children(String... postcodes) {
        return Arrays.stream(postcodes)
                .map(postcode -> FactsYaml.as(
                        Child.class,
                        postcode.isEmpty() ? "name: Jo" : "{name: Jo, address: {postcode: %s}}".formatted(postcode)))
                .toList();
    }

    private List<Move> moves(Concern concern, Set<Integer> decided, List<Child> before, List<Child> after) {
        return new Rerouting(
                        concern.parts(),
                        decided,
                        concern.nextPartNumber(),
                        child -> routing.place(child, concern.receivedOn()))
                .moves(before, after);
    }

    private static Concern atHartlepool(Integer... children) {
        Concern concern = PlainConcerns.withoutParts("{}");
        concern.addPart("chub", HARTLEPOOL, Jurisdiction.KNOWN, List.of(children));
        return concern;
    }

    @Test
    void anotherPostcodeInTheSameAuthorityMovesNoChild() {
        assertThat(moves(atHartlepool(1), Set.of(), children("TS24 7ZZ"), children("TS25 1AA")))
                .isEmpty();
    }

    @Test
    void aPartMovesAsAWholeBeforeItsDecision() {
        List<Move> moves = moves(atHartlepool(1), Set.of(), children("TS24 7ZZ"), children("TS10 1AA"));
        assertThat(moves).hasSize(1);
        assertThat(moves.get(0).isOfTheWholePart()).isTrue();
        assertThat(moves.get(0).to().hub()).isEqualTo("redcar-mach");
        assertThat(moves.get(0).to().authority()).isEqualTo(REDCAR);
    }

    @Test
    void afterItsDecisionAPartStaysAndTheChildBeginsAnotherOne() {
        Move move = moves(atHartlepool(1), Set.of(1), children("TS24 7ZZ"), children("TS10 1AA"))
                .get(0);
        assertThat(move.isOfTheWholePart()).isFalse();
        assertThat(move.part()).isEqualTo(2);
    }

    @Test
    void childrenWhoMoveApartBeginAPartEach() {
        List<Move> moves = moves(
                atHartlepool(1, 2, 3),
                Set.of(),
                children("TS24 7ZZ", "TS24 7ZZ", "TS24 7ZZ"),
                children("TS24 7ZZ", "TS10 1AA", "TS4 1AA"));
        assertThat(moves).extracting(Move::part).containsExactly(2, 3);
        assertThat(moves).extracting(Move::children).containsExactly(List.of(2), List.of(3));
    }

    @Test
    void aChildJoinsThePartOfItsHubUnlessThatIsDecided() {
        Concern concern = atHartlepool(1, 2);
        concern.addPart("redcar-mach", REDCAR, Jurisdiction.KNOWN, List.of(3));
        List<Child> before = children("TS24 7ZZ", "TS24 7ZZ", "TS10 1AA");
        List<Child> after = children("TS24 7ZZ", "TS10 2BB", "TS10 1AA");
        assertThat(moves(concern, Set.of(), before, after))
                .extracting(Move::part)
                .containsExactly(2);
        assertThat(moves(concern, Set.of(2), before, after))
                .extracting(Move::part)
                .containsExactly(3);
    }

    @Test
    void anAddedChildJoinsOrBeginsAPart() {
        List<Child> before = children("TS24 7ZZ");
        assertThat(moves(atHartlepool(1), Set.of(), before, children("TS24 7ZZ", "TS25 1AA")))
                .extracting(Move::part)
                .containsExactly(1);
        assertThat(moves(atHartlepool(1), Set.of(1), before, children("TS24 7ZZ", "TS25 1AA")))
                .extracting(Move::part)
                .containsExactly(2);
    }

    @Test
    void aPostcodeThatSettlesNothingLeavesTheChildWithItsHubUntilAPersonDecides() {
        Move move = moves(atHartlepool(1), Set.of(), children("TS24 7ZZ"), children("TS7 0ZZ"))
                .get(0);
        assertThat(move.to().standing()).isEqualTo(Jurisdiction.UNCLEAR);
        assertThat(move.to().hub()).isEqualTo("chub");
        assertThat(move.to().authority()).isNull();
    }

    @Test
    void aChildWhoTurnsOutToLiveOutsideTeesIsItsAuthoritys() {
        Move move = moves(atHartlepool(1), Set.of(), children("TS24 7ZZ"), children("TS28 5AA"))
                .get(0);
        assertThat(move.to().standing()).isEqualTo(Jurisdiction.OUTSIDE);
        assertThat(move.to().authority()).isEqualTo(DURHAM);
    }

    @Test
    void whatAPersonDecidedStandsWhileThePostcodeDoes() {
        Concern concern = PlainConcerns.withoutParts("{}");
        concern.addPart("redcar-mach", REDCAR, Jurisdiction.KNOWN, List.of(1));
        assertThat(moves(concern, Set.of(), children("TS7 0ZZ"), children("ts7  0zz")))
                .isEmpty();
        assertThat(moves(concern, Set.of(), children("TS7 0ZZ"), children("TS8 0ZZ")))
                .extracting(move -> move.to().standing())
                .containsExactly(Jurisdiction.UNCLEAR);
    }

    @Test
    void anAcceptedMoveTakesTheAuthorityAlongWhereTheHubServesIt() {
        Concern concern = atHartlepool(1);
        assertThat(routing.accepted("redcar-mach", concern.part(1), concern.receivedOn())
                        .authority())
                .isEqualTo(REDCAR);
        Concern atRedcar = PlainConcerns.withoutParts("{}");
        atRedcar.addPart("redcar-mach", REDCAR, Jurisdiction.KNOWN, List.of(1));
        assertThat(routing.accepted("chub", atRedcar.part(1), concern.receivedOn())
                        .standing())
                .as("the hub serves two authorities")
                .isEqualTo(Jurisdiction.UNCLEAR);
        Concern outside = PlainConcerns.withoutParts("{}");
        outside.addPart("chub", DURHAM, Jurisdiction.OUTSIDE, List.of(1));
        assertThat(routing.accepted("redcar-mach", outside.part(1), concern.receivedOn())
                        .authority())
                .isEqualTo(DURHAM);
    }
}
