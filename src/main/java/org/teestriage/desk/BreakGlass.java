package org.teestriage.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.teestriage.concern.Text;

/** To look at a concern that is not one's own: why, in a code that can be counted and in words that a manager will read. */
public record BreakGlass(
        @NotNull Reason reason, @NotBlank @Text String words) {

    /** Why somebody must look now and cannot wait for the hub to share. */
    @Schema(name = "BreakGlassReason")
    public enum Reason {
        /** A child is in danger now and whose concern it is cannot be reached. Shows the address of a looked-after child too. */
        CHILD_IN_DANGER,
        /** Answering for a hub whose own people are away. */
        COVERING_FOR_A_HUB,
        /** Another concern seems to be about the same child or suspect. */
        SAME_CHILD_OR_SUSPECT,
        /** The police or a court ask, and cannot wait. */
        POLICE_OR_COURT
    }
}
