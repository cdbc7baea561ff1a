package org.teestriage.casework.restriction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

/** Keeps people out of a concern, or lets only named people in; by user name, and always with a reason. */
public record RestrictionRequest(
        @NotNull Kind kind,
        @NotEmpty @Size(max = 20) List<@NotBlank @SingleLine String> users,
        @NotBlank @MultiLine String reason) {

    /** What a manager may build. */
    @Schema(name = "RestrictionRequestKind")
    public enum Kind {
        /** These users see nothing of the concern: a conflict of interest. */
        EXCLUDE,
        /** Nobody but these users sees the concern. */
        RESTRICT,
        /** Nobody but these users sees what concerns the LADO. */
        RESTRICT_LADO
    }

    public RestrictionRequest {
        users = users == null ? List.of() : users.stream().distinct().toList();
    }
}
