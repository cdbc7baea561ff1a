package org.teestriage.access.authorization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.concern.Concern;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;

public record ConcernUpdate(Concern concern, Officer officer, Instant now, Timeline timeline) {

    public void record(Kind kind, String sentence, Object details) {
        record(kind, null, null, sentence, details);
    }

    public void record(Kind kind, @Nullable String step, @Nullable String item, String sentence, Object details) {
        record(new TimelineEvent(kind, step, item, sentence, details));
    }

    public void record(TimelineEvent event) {
        timeline.append(concern, signature(), now, event);
    }

    /**
     * Requires an open concern.
     *
     * @throws RequestRefusedException if the concern is closed
     */
    public void requireOpen() {
        if (!concern.open()) {
            throw RequestRefusedException.conflict("This concern is closed.");
        }
    }

    /** What is decided and changed is signed with the professional role before the hub. Agencies sign as such. */
    private Signature signature() {
        String profession = officer.professionAtWork();
        Signature plain = signature(officer);
        return profession == null
                ? plain
                : new Signature(plain.user(), plain.name(), plain.role(), profession + ", " + plain.affiliation());
    }

    static Signature signature(Officer officer) {
        return new Signature(officer.user(), officer.name(), officer.role().name(), officer.affiliation());
    }
}
