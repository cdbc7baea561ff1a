package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Part;
import org.teestriage.concern.Priority;
import org.teestriage.concern.Reference;
import org.teestriage.concern.StatusEnquiry;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.decision.Sent;

/**
 * Where a concern stands, as one person may see it: what to do now comes first, then one sentence, then the rest.
 * A referrer sees the status and which hub has it, not the facts that others added. What is held back even from those who
 * see the facts is said in {@code withheld}, so that nobody takes it for unknown.
 */
public record ConcernStatus(
        @Nullable Instruction instruction,
        Reference reference,
        String sentence,
        Status status,
        Instant receivedAt,
        @Nullable ClosedHub outOfHours,
        List<WithHub> hubs,
        List<Told> told,
        @Nullable Reference duplicateOf,
        @Nullable Priority priority,
        @Nullable String priorityReason,
        @Nullable Boolean complexAbuse,
        List<OpenStep> waiting,
        @Nullable Facts facts,
        @Nullable List<String> withheld,
        List<Added> added,
        List<LetterLine> letters,
        @Nullable StatusEnquiry asking,
        @Nullable Boolean throughBrokenGlass) {

    /** The three plain states a referrer knows, and the two ends. */
    public enum Status {
        RECEIVED,
        BEING_DECIDED,
        DECIDED,
        CLOSED,
        LINKED_AS_DUPLICATE
    }

    public boolean open() {
        return status != Status.CLOSED && status != Status.LINKED_AS_DUPLICATE;
    }

    /** The 999 call on record for the danger as it stands. */
    public @Nullable PoliceContact called999() {
        return instruction == null ? null : instruction.called();
    }

    /** What to do before anything else; {@code called} is the 999 call that is on record for this danger. */
    public record Instruction(
            String say,
            List<String> tellThem,
            List<String> doNot,
            @Nullable PoliceContact called) {}

    /** What happens while the hub is closed, and when the duty team was last called since it closed. */
    public record ClosedHub(
            String now,
            String later,
            String dutyTeam,
            String dutyTeamPhone,
            Instant opensAt,
            @Nullable Instant dutyTeamCalledAt) {}

    /** A number of a hub; confirmed where somebody called it to check. */
    public record HubPhone(String number, boolean confirmed) {}

    /** The hub that answers for some of the children, how to reach it, and how sure that is. */
    public record WithHub(
            int part,
            String hub,
            String name,
            List<HubPhone> phones,
            Part.Jurisdiction standing,
            List<Integer> children,
            @Nullable String authority,
            @Nullable String rightDoor,
            @Nullable String moveProposedTo) {}

    /** What the referrer was told, in words that are safe to tell: what about, when, how, to whom, and who told them. */
    public record Told(
            About about,
            String words,
            @Nullable String addition,
            Instant at,
            Sent.How how,
            @Nullable String to,
            String by) {

        /** That the concern was received, or what was decided. */
        public enum About {
            ACKNOWLEDGEMENT,
            OUTCOME
        }
    }

    /** A step that waits for a person. */
    public record OpenStep(
            String step,
            String item,
            String title,
            String hub,
            Priority priority,
            Instant openedAt,
            Instant due,
            String howDue,
            boolean overdue,
            @Nullable String claimedBy) {}

    /** Danger that was told, further information or a call, as it was added; the oldest comes first. */
    public record Added(int number, String kind, Instant at, String by, Object content) {}

    /**
     * A letter to a partner, what became of it, and why it is not where it should be; the words are read one letter at a time.
     * Without its hash where they are held back.
     */
    public record LetterLine(
            int number,
            String purpose,
            String item,
            int revision,
            String partner,
            String state,
            @Nullable String why,
            Instant preparedAt,
            @Nullable Instant settledAt,
            @Nullable String theirReference,
            @Nullable String contentHash) {}
}
