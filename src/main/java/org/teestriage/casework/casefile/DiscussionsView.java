package org.teestriage.casework.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.decision.AgreedActions;
import org.teestriage.decision.DiscussionRecord;
import org.teestriage.decision.StrategyDiscussion;

/**
 * The strategy discussions of a concern with what followed them, for staff of its hubs.
 *
 * @param actions of each part, over all its discussions
 * @param mayAct false for a reader who only looks, with emergency access
 */
public record DiscussionsView(Reference reference, List<Held> discussions, List<ActionLine> actions, boolean mayAct) {

    /**
     * A discussion.
     *
     * @param round counts the discussions of the part
     * @param children empty for a discussion that was recorded before 29 November 2026, as are the people
     */
    @Schema(name = "DiscussionHeld")
    public record Held(
            int part,
            int round,
            String recordedBy,
            Instant recordedAt,
            boolean late,
            StrategyDiscussion record,
            List<ForOneChild> children,
            List<Reached> people) {}

    /** Where section 47 enquiries stand for a child after the discussion. */
    @Schema(name = "DiscussionStanding")
    public enum Standing {
        BEGIN,
        NOT_BEGUN,
        /** It decided against enquiries that stand; a manager has not decided yet. */
        MANAGER_ASKED,
        ENDED,
        /** The manager did not agree that they end. */
        GO_ON
    }

    /**
     * A child of a discussion.
     *
     * @param conferenceDue when an initial child protection conference is due, where enquiries began or go on
     */
    @Schema(name = "DiscussionChildLine")
    public record ForOneChild(
            int child,
            @Nullable String name,
            Standing standing,
            @Nullable Instant conferenceDue) {}

    /**
     * A person who took part.
     *
     * @param receipt how the record reached the person; absent until that is recorded
     */
    @Schema(name = "DiscussionPersonLine")
    public record Reached(StrategyDiscussion.Participant person, DiscussionRecord.@Nullable SharedWith receipt) {}

    @Schema(name = "DiscussionActionLine")
    public record ActionLine(int part, AgreedActions.ActionProgress action, LocalDate today) {

        /** In words of the page. */
        public boolean overdue() {
            return action.overdue(today);
        }
    }
}
