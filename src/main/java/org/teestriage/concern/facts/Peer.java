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
 * @param added whether the service added that child, who was not listed before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Peer(
        @Nullable @Min(0) @Max(17) Integer age,
        @Nullable Answer knownOffline,
        @Null @Schema(readOnly = true) @Nullable Integer child,
        @Null @Schema(readOnly = true) @Nullable Boolean added) {

    static final Peer UNASKED = new Peer(null, null, null, null);

    Peer of(int listed, @Nullable Integer ageLeft) {
        return new Peer(ageLeft, knownOffline, listed, null);
    }

    Peer ofAdded(int number) {
        return new Peer(null, knownOffline, number, true);
    }
}
