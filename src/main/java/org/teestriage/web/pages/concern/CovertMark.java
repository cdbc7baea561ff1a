package org.teestriage.web.pages.concern;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.casework.triage.CovertRequest;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;

/** The form that marks a concern as covert. */
public record CovertMark(
        @NotBlank @SingleLine String askedBy,
        @NotBlank @MultiLine @Reason String because) {

    /** The form that lifts the mark. */
    public record Lifted(@NotBlank @MultiLine @Reason String because) {

        CovertRequest request() {
            return new CovertRequest(false, null, because);
        }
    }

    CovertRequest request() {
        return new CovertRequest(true, askedBy, because);
    }
}
