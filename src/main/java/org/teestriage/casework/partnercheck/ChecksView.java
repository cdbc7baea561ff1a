package org.teestriage.casework.partnercheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.decision.check.CheckAct;
import org.teestriage.decision.check.CheckFinding;
import org.teestriage.decision.check.CheckHow;
import org.teestriage.decision.check.CheckPartner;
import org.teestriage.decision.check.CheckSharing;
import org.teestriage.workflow.check.PartnerCheck;

/** {@code mayRecord}: whether the reader may add entries. */
public record ChecksView(Reference reference, boolean mayRecord, List<ForChild> children) {

    /** The partners, in the order of the grid. */
    public List<CheckPartner> partners() {
        return Arrays.asList(CheckPartner.values());
    }

    @Schema(name = "CheckState")
    public enum State {
        /** It has to be made, and no one asked yet. */
        DUE,
        SUGGESTED,
        NOT_SUGGESTED,
        /** Asked, and the answer is awaited. */
        ASKED,
        ANSWERED,
        NOT_ASKED,
        GIVEN_UP
    }

    /** {@code name}: null if it is not known, or the reader sees no content. */
    @Schema(name = "ChecksOfChild")
    public record ForChild(int child, @Nullable String name, List<Line> checks) {

        public String title() {
            return name == null ? "Child %d".formatted(child) : "Child %d: %s".formatted(child, name);
        }

        /** What a decision rests on: answers, what is owed, what was not asked with a reason, and what is suggested. */
        public List<Line> relevant() {
            return checks.stream()
                    .filter(line -> line.state() != State.NOT_SUGGESTED)
                    .toList();
        }

        public Line of(CheckPartner partner) {
            return checks.stream()
                    .filter(line -> line.partner() == partner)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * The check of one partner about a child.
     *
     * @param due when it has to be made, or the answer is due; absent if neither is
     * @param howDue how that was counted
     * @param entries oldest first
     */
    @Schema(name = "CheckLine")
    public record Line(
            int child,
            CheckPartner partner,
            String title,
            State state,
            @Nullable Instant due,
            @Nullable String howDue,
            boolean overdue,
            List<Why> suggestedBecause,
            @Nullable How contact,
            List<Entry> entries) {

        /** The answers, oldest first. */
        public List<Entry> answers() {
            return entries.stream()
                    .filter(entry -> entry.act() == CheckAct.ANSWERED)
                    .toList();
        }

        /** As one of the choices of the form. */
        public String value() {
            return "%s/%d".formatted(partner, child);
        }

        public String inWords() {
            return new PartnerCheck.Question(child, partner).inWords();
        }
    }

    /** {@code since}: when it first held. */
    @Schema(name = "CheckReason")
    public record Why(String because, String source, boolean due, Instant since) {}

    /** {@code verified}: the day on which a person asked the partner; absent if this is not confirmed. */
    @Schema(name = "CheckContact")
    public record How(String how, String source, @Nullable LocalDate verified) {}

    /**
     * An entry.
     *
     * @param keptBack whether what the partner said is withheld from this reader, as its giver asked
     * @param question the id of a question, under which a system of the partner can answer
     */
    @Schema(name = "CheckRecorded")
    public record Entry(
            CheckAct act,
            @Nullable Instant at,
            @Nullable CheckHow how,
            @Nullable String who,
            @Nullable Instant awaitedUntil,
            @Nullable CheckFinding finding,
            @Nullable String told,
            boolean keptBack,
            @Nullable CheckSharing sharing,
            @Nullable String because,
            @Nullable String question,
            Instant recordedAt,
            String recordedBy) {}
}
