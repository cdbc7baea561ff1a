package org.teestriage.workflow.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Decision;
import org.teestriage.platform.persistence.Json;

/**
 * A request to settle an obligation as not needed, which a second person decides.
 *
 * @param decision the decision of the step as it was asked for, as JSON
 * @param because why the rule wants a second person
 * @param decidedBy name of the second person; null until then, as what follows
 */
@Embeddable
public record NotNeededRequest(
        @Column(name = "second_asked_by") String askedBy,
        @Column(name = "second_asked_by_name") String askedByName,
        @Column(name = "second_asked_at") Instant askedAt,
        @Column(name = "second_decision") String decision,
        @Column(name = "second_because") String because,

        @Column(name = "second_decided_by") @Nullable String decidedBy,

        @Column(name = "second_decided_at") @Nullable Instant decidedAt,

        @Column(name = "second_agreed") @Nullable Boolean agreed,

        @Column(name = "second_rationale") @Nullable String rationale) {

    public static NotNeededRequest of(String user, String name, Instant at, Decision decision, String because) {
        return new NotNeededRequest(user, name, at, Json.write(decision), because, null, null, null, null);
    }

    boolean open() {
        return decidedAt == null;
    }

    NotNeededRequest decided(String by, Instant at, boolean agrees, String why) {
        return new NotNeededRequest(askedBy, askedByName, askedAt, decision, because, by, at, agrees, why);
    }

    public <D extends Decision> D decision(Class<D> type) {
        return Json.read(decision, type);
    }
}
