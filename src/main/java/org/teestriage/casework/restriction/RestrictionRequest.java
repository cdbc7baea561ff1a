package org.teestriage.casework.restriction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;

/** {@code users} are user names; the constructor removes duplicates. */
public record RestrictionRequest(
        @NotNull Kind kind,
        @NotEmpty @Size(max = 20) List<@NotBlank @SingleLine String> users,
        @NotBlank @MultiLine @Reason String reason) {

    /** The kinds that a manager may set. The service sets the other kinds of {@code AccessRestriction.Kind}. */
    @Schema(name = "RestrictionRequestKind")
    public enum Kind {
        /** The users have no access to the concern, because of a conflict of interest. */
        EXCLUDE,
        /** Only the users have access to the concern. */
        RESTRICT,
        /** Only the users have access to LADO information of the concern. */
        RESTRICT_LADO
    }

    public RestrictionRequest {
        users = users == null ? List.of() : users.stream().distinct().toList();
    }
}
