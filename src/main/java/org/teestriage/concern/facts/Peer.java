package org.teestriage.concern.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Null;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a person alleged to have harmed who is under 18.
 *
 * @param age in years; afterwards that of the child in {@link Facts#children()}
 * @param knownOffline whether the children know each other away from the internet
 * @param child number, from 1, of the child who this person is ({@link ChildrenWhoHarm}); never part of a request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Peer(
        @Nullable @Min(0) @Max(17) Integer age,
        @Nullable Answer knownOffline,
        @Null @Schema(readOnly = true) @Nullable Integer child) {

    static final Peer UNASKED = new Peer(null, null, null);

    Peer of(int number, @Nullable Integer ageLeft) {
        return new Peer(ageLeft, knownOffline, number);
    }
}
