package org.teestriage.casework.restriction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;

/**
 * {@code users} are user names of members of staff. {@code names} are full names, for {@link Kind#EXCLUDE_NAME}. The
 * constructor removes duplicates.
 */
public record RestrictionRequest(
        @NotNull Kind kind,
        @Size(max = 20) List<@NotBlank @SingleLine String> users,
        @Size(max = 20) List<@NotBlank @SingleLine String> names,
        @NotBlank @MultiLine @Reason String reason) {

    /** The kinds that a manager may set. The service sets the other kinds of {@code AccessRestriction.Kind}. */
    @Schema(name = "RestrictionRequestKind")
    public enum Kind {
        /** The users have no access to the concern, because of a conflict of interest. */
        EXCLUDE,
        /** Users with this name have no access, because of a conflict of interest: also those who never signed in. */
        EXCLUDE_NAME,
        /** Only the users have access to the concern. */
        RESTRICT,
        /** Only the users have access to LADO information of the concern. */
        RESTRICT_LADO
    }

    public RestrictionRequest {
        users = users == null ? List.of() : users.stream().distinct().toList();
        names = names == null ? List.of() : names.stream().distinct().toList();
    }
}
