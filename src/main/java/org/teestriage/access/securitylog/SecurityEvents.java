package org.teestriage.access.securitylog;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Failed sign-ins and denied requests, newest first, and how often no regular member of staff may act on a concern;
 * without data about concerns.
 *
 * @param signIns null if the identity provider is unavailable
 */
public record SecurityEvents(
        @Nullable List<FailedSignIns.Failure> signIns, List<Line> turnedAway, List<StandInCount> standIns) {

    /**
     * At how many concerns a manager stands in for the staff of a hub now. At {@code vacant} of them there is no manager
     * in line.
     */
    public record StandInCount(String hub, long standIns, long vacant) {}

    /** Status of an event that was no denial: the request was answered, and looks like guessing. */
    public static final int GUESSING = 429;

    /**
     * Denied requests with their count. Status 401: not signed in; 403: role does not allow it; 404: absent or
     * forbidden; 429: answered, but so often that it looks like guessing.
     */
    @Schema(name = "AccessDenialLine")
    public record Line(Instant at, @Nullable String user, int status, String place, int times) {}
}
