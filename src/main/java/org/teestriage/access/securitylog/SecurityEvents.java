package org.teestriage.access.securitylog;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who could not sign in, and who was turned away: the newest first, without a word about any concern.
 *
 * @param signIns absent where whoever signs people in cannot be asked now
 */
public record SecurityEvents(@Nullable List<FailedSignIns.Failure> signIns, List<Line> turnedAway) {

    /** Somebody was turned away so many times: not signed in (401), not their role (403), not there or not theirs (404). */
    @Schema(name = "AccessDenialLine")
    public record Line(Instant at, @Nullable String user, int status, String place, int times) {}
}
