package org.teestriage.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.amendment.AmendmentRequest;
import org.teestriage.concern.amendment.FactFields;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.decision.signal.Signals;
import org.teestriage.testing.PlainConcerns;
import org.teestriage.testing.client.FactsYaml;

class FactsHistoryTest {

    private static final int HISTORIES = 2_500;
    private static final long SEED = 20_261_127;

    private static final Facts RAISED =
            FactsYaml.facts("children: [{name: Robin, school: Northfield School}]\nsuspects: [{claimedName: Sam}]");
    private static final Map<String, AmendmentRequest> REQUESTS = new HashMap<>();

    /** Each adds something; none depends on another. */
    private static final List<String> ADDITIONS = List.of(
            "children: [{operation: ADD, child: {name: Jo Sample, estimatedAge: 9, lookedAfter: YES}}]",
            "children: [{operation: ADD, child: {name: Kim Sample, missing: YES}}]",
            "suspects: [{operation: ADD, suspect: {realName: Alex Invented, ageGroup: ADULT, worksWithChildren: YES}}]",
            "suspects: [{operation: ADD, suspect: {claimedName: Chris, identities: [{platform: Chat, handle: c1}]}}]",
            "accounts: [{operation: ADD, suspect: 1, account: {platform: Game, handle: g1}}]",
            "statements: [{operation: ADD, statement: {kind: FACT, text: Seen at the pool}}]",
            "statements: [{operation: ADD, statement: {kind: FACT, text: Cried at school, about: [1]}}]",
            "people: [{operation: ADD, person: {role: PARENT_OR_CARER, name: Toni Sample, about: [1]}}]",
            "people: [{operation: ADD, person: {role: SIBLING, name: Max Sample, livesWithChild: YES}}]",
            "answers: [{question: SELF_HARM_OR_SUICIDE, answer: YES, child: 1}]",
            "consents: [{which: TO_REFERRAL, consent: {given: NO, missingBecause: REFUSED}, child: 1}]",
            "devices: [{operation: ADD, device: {description: Phone}}]",
            "kinds: [{operation: ADD, kind: GROOMING}]",
            "kinds: [{operation: ADD, kind: COERCED_SELF_HARM}]",
            "channels: [{operation: ADD, channel: VIDEO_CALL}]",
            "answers: [{question: CONTACT_CONTINUING, answer: YES}]",
            "answers: [{question: MEETING_ARRANGED, answer: YES}]",
            "consents: [{which: TO_SHARING, consent: {given: YES}}]",
            "addresses: [{child: 1, which: WHERE_NOW, address: {postcode: TS18 1AA}}]");

    private static final List<String> CORRECTIONS = List.of(
            "children: [{operation: CORRECT, number: 1, child: {name: Robin Sample, dateOfBirth: 2014-03-01}}]",
            "children: [{operation: WITHDRAW, number: 1}]",
            "suspects: [{operation: CORRECT, number: 1, suspect: {realName: Alex Other}}]",
            "suspects: [{operation: WITHDRAW, number: 1}]",
            "statements: [{operation: WITHDRAW, number: 1}]",
            "answers: [{question: DANGER_NOW, answer: NOT_KNOWN}]",
            "answers: [{question: SELF_HARM_OR_SUICIDE, answer: NO, child: 1}]",
            "children: [{operation: CORRECT, number: 1, child: {name: Robin, roles: [HARMED, ALLEGED_TO_HAVE_HARMED]}}]",
            "statements: [{operation: CORRECT, number: 1, statement: {kind: OPINION, text: Afraid, about: [1]}}]",
            "addresses: [{child: 1, which: HOME}]",
            "kinds: [{operation: WITHDRAW, kind: GROOMING}]");

    @Test
    void theFactsOfEveryRevisionCanBeReadAgain() {
        Random random = new Random(SEED);
        for (int history = 0; history < HISTORIES; history++) {
            List<String> told = new ArrayList<>(ADDITIONS);
            told.addAll(CORRECTIONS);
            Collections.shuffle(told, random);
            Concern concern = raised();
            List<Note> notes = new ArrayList<>();
            List<Facts> states = new ArrayList<>(List.of(concern.facts()));
            for (String each : told.subList(0, 1 + random.nextInt(8))) {
                if (amend(concern, notes, each)) {
                    states.add(concern.facts());
                }
            }
            assertThat(FactsHistory.of(concern, notes).revisions())
                    .extracting(FactsHistory.Revision::facts)
                    .isEqualTo(states);
        }
    }

    @Test
    void additionsInAnyOrderEndInTheSameFactsAndSignals() {
        Random random = new Random(SEED);
        for (int history = 0; history < HISTORIES; history++) {
            List<String> told = new ArrayList<>(ADDITIONS);
            Collections.shuffle(told, random);
            List<String> some = told.subList(0, 2 + random.nextInt(5));
            Concern one = raised();
            some.forEach(each -> amend(one, new ArrayList<>(), each));
            List<String> shuffled = new ArrayList<>(some);
            Collections.shuffle(shuffled, random);
            Concern other = raised();
            shuffled.forEach(each -> amend(other, new ArrayList<>(), each));
            assertThat(values(other)).as("%s and %s", some, shuffled).isEqualTo(values(one));
            assertThat(Signals.of(other.facts(), other.receivedOn()))
                    .isEqualTo(Signals.of(one.facts(), one.receivedOn()));
        }
    }

    @Test
    void aCorrectedFieldTellsWhoLastChangedIt() {
        Concern concern = raised();
        List<Note> notes = new ArrayList<>();
        amend(concern, notes, "children: [{operation: CORRECT, number: 1, child: {name: Robin Sample}}]");
        amend(concern, notes, "children: [{operation: CORRECT, number: 1, child: {name: Robin Other}}]");
        assertThat(FactsHistory.of(concern, notes).lastChange("children[0].name"))
                .hasValueSatisfying(note -> assertThat(note.revision()).isEqualTo(3));
    }

    @Test
    void theAgencysFactsLackWhatTheHubSaid() {
        Concern concern = raised();
        List<Note> notes = new ArrayList<>();
        amend(concern, notes, "children: [{operation: ADD, child: {name: Of The Hub}}]", false);
        amend(concern, notes, "children: [{operation: ADD, child: {name: Of The Agency}}]", true);
        FactsHistory said = FactsHistory.of(concern, notes).saidByAgency();
        assertThat(said.latest().facts().children())
                .extracting(child -> child.name())
                .containsExactly("Robin", null, "Of The Agency");
        assertThat(said.revisions())
                .as("numbers without a gap")
                .extracting(FactsHistory.Revision::number)
                .containsExactly(1, 2);
    }

    @Test
    void aMemberBeyondTheListIsRefused() {
        Concern concern = raised();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> amend(concern, new ArrayList<>(), "children: [{operation: WITHDRAW, number: 7}]")))
                .hasMessageContaining("no number 7 in the list “children”");
    }

    private static Concern raised() {
        return new Concern(
                new Reference("28T5-CY4T-Y"), PlainConcerns.RECEIVED, "northfield-school", "robin", RAISED, "root");
    }

    private static boolean amend(Concern concern, List<Note> notes, String yaml) {
        return amend(concern, notes, yaml, true);
    }

    private static boolean amend(Concern concern, List<Note> notes, String yaml, boolean agency) {
        AmendmentRequest request = REQUESTS.computeIfAbsent(
                yaml, text -> FactsYaml.as(AmendmentRequest.class, "saidBy: Pat Example\nwhy: Told so\n" + text));
        FactFields before = FactFields.of(concern.facts());
        Facts facts = request.applyTo(concern.facts(), concern.facts()).facts().numbered();
        List<FieldChange> changes = before.changesTo(FactFields.of(facts));
        if (changes.isEmpty()) {
            return false;
        }
        int revision = concern.nextRevision();
        concern.amend(facts);
        notes.add(new Note(
                concern.reference(),
                revision,
                revision,
                new Amendment("Pat Example", null, "Told so", changes),
                Instant.EPOCH.plusSeconds(revision),
                "Pat Example",
                agency));
        return true;
    }

    /** The values without the places of members, which depend on the order in which they were added. */
    private static List<String> values(Concern concern) {
        Facts facts = concern.facts();
        return IntStream.range(0, 5)
                .mapToObj(list -> switch (list) {
                    case 0 -> facts.children();
                    case 1 ->
                        facts.suspects().stream()
                                .map(suspect -> FactFields.of(suspect).changesTo(FactFields.of(Map.of())).stream()
                                        .filter(field -> !field.field().endsWith("number"))
                                        .toList())
                                .toList();
                    case 2 -> facts.account();
                    case 3 -> facts.people();
                    default -> facts.devices();
                })
                .flatMap(List::stream)
                .map(String::valueOf)
                .sorted()
                .toList();
    }
}
