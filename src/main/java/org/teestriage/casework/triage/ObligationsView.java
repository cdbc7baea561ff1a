package org.teestriage.casework.triage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.workflow.obligation.Obligation;
import org.teestriage.workflow.obligation.ObligationKind;

/** What is or was due to partners in a concern, in the order in which it became due. */
public record ObligationsView(Reference reference, List<Line> obligations) {

    /** Whether something of it concerns the LADO; lines that the reader may not know of are not here. */
    public boolean concernsTheLado() {
        return obligations.stream().anyMatch(line -> line.kind().step().isLadoStep());
    }

    /**
     * The latest of a kind and item.
     *
     * @param due such as {@code PLATFORM-1}, or {@code POLICE} where it is about the whole concern
     */
    public Optional<Line> latest(String due) {
        return obligations.stream()
                .filter(line ->
                        due.equals(line.item().isEmpty() ? line.kind().name() : line.kind() + "-" + line.item()))
                .reduce((earlier, later) -> later);
    }

    /**
     * One report or referral.
     *
     * @param item number of the account, person or child; empty where it is about the whole concern
     * @param round counts the obligations of this kind and item
     * @param step the step that settles it
     * @param reason the reasons of the rules, or what the person wrote who opened it
     * @param source of the rules; absent if a person opened it
     * @param openedBy the person who opened it; absent if the rules did
     * @param waitsFor why its step is not open yet
     * @param settledBecause what was recorded when it was settled
     * @param notNeeded the latest request to settle it as not needed that needs a second person
     */
    @Schema(name = "ObligationLine")
    public record Line(
            ObligationKind kind,
            String item,
            int round,
            String title,
            String step,
            Obligation.State state,
            Instant dueSince,
            int factsRevision,
            @Nullable String reason,
            @Nullable String source,
            @Nullable String openedBy,
            @Nullable Instant openedAt,
            @Nullable String waitsFor,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable String settledBecause,
            @Nullable NotNeeded notNeeded) {}

    /**
     * A request to settle it as not needed, which a second person decides.
     *
     * @param reason of the person who asked
     * @param because why a second person is asked
     * @param agrees absent until the second person has decided
     */
    @Schema(name = "NotNeededRequest")
    public record NotNeeded(
            String askedBy,
            Instant askedAt,
            @Nullable String reason,
            String because,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Boolean agrees,
            @Nullable String rationale) {}
}
