package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.WhileClosed;
import org.teestriage.concern.Covert;
import org.teestriage.concern.Part;
import org.teestriage.concern.Priority;
import org.teestriage.concern.Reference;
import org.teestriage.concern.StatusEnquiry;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.decision.Sent;
import org.teestriage.decision.wording.EmergencyHelp;

/**
 * The status of a concern, limited to what the reader may see. Readers without access to the case, such as referrers,
 * get no facts, steps, additions or letters. {@code withheld} names the redacted information, so that readers do not
 * take it for unknown.
 */
public record ConcernStatus(
        @Nullable Instruction instruction,
        Reference reference,
        String sentence,
        Status status,
        Instant receivedAt,
        @Nullable ClosedHub outOfHours,
        List<WithHub> hubs,
        List<ChildPlace> places,
        List<Told> told,
        @Nullable Reference duplicateOf,
        @Nullable Priority priority,
        @Nullable String priorityReason,
        @Nullable Boolean complexAbuse,
        @Nullable Covert covert,
        List<OpenStep> waiting,
        @Nullable Facts facts,
        @Nullable List<String> withheld,
        List<Added> added,
        List<LetterLine> letters,
        @Nullable StatusEnquiry asking,
        @Nullable Instant questionDue,
        @Nullable Boolean throughBrokenGlass) {

    /** The first three are the states of an open concern, in terms for referrers. The last two are end states. */
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

    /** The recorded 999 call for the present danger. */
    public @Nullable PoliceContact called999() {
        return instruction == null ? null : instruction.called();
    }

    /** The emergency instruction, shown first. {@code called} is the recorded 999 call for the present danger. */
    public record Instruction(
            String say,
            List<String> tellThem,
            List<String> doNot,
            @Nullable PoliceContact called,
            EmergencyHelp help) {}

    /** The out-of-hours instruction; {@code dutyTeamCalledAt} is the latest duty team call since the hub closed. */
    public record ClosedHub(
            String now,
            String later,
            String dutyTeam,
            String dutyTeamPhone,
            Instant opensAt,
            @Nullable Instant dutyTeamCalledAt) {}

    /** A telephone number of a hub; {@code confirmed} once a person has verified it. */
    public record HubPhone(String number, boolean confirmed) {}

    /**
     * The hub of one part, its contact details, and the certainty of its jurisdiction.
     *
     * @param since since when the children are with this hub and authority; absent for parts of earlier releases
     * @param ground why they are
     */
    public record WithHub(
            int part,
            String hub,
            String name,
            List<HubPhone> phones,
            Part.Jurisdiction standing,
            List<Integer> children,
            @Nullable String authority,
            @Nullable Instant since,
            Part.@Nullable Ground ground,
            @Nullable String rightDoor,
            @Nullable String moveProposedTo) {}

    /** Where a child lives; {@code isNow} if it is known to be in the area of another authority. */
    public record ChildPlace(
            int child, Area lives, @Nullable Area isNow) {}

    /**
     * The area of a local authority.
     *
     * @param authority absent if it is not certain
     * @param rightDoor the contact of an authority outside Tees
     */
    public record Area(@Nullable String authority, @Nullable String rightDoor, String police) {}

    /** An acknowledgement or outcome given to the referrer, in wording that is safe to disclose. */
    public record Told(
            About about,
            String words,
            @Nullable String addition,
            Instant at,
            Sent.How how,
            @Nullable String to,
            String by) {

        public enum About {
            ACKNOWLEDGEMENT,
            OUTCOME
        }
    }

    /**
     * {@code secondAskedBy} said that the report is not needed, which waits for a second person. {@code whileClosed} is absent
     * while the hub is open. {@code version} stands for
     * what the decision rests on; the decider sends it back as {@code If-Match}.
     */
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
            @Nullable String claimedBy,
            @Nullable String secondAskedBy,
            @Nullable WhileClosed whileClosed,
            String version) {}

    /** A danger report, further information or a call. The list is ordered oldest first. */
    public record Added(int number, String kind, Instant at, String by, Object content) {}

    /**
     * A letter to a partner without its text, which takes a separate request. {@code why} explains a delivery problem.
     * {@code contentHash} is absent where the text is redacted.
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
