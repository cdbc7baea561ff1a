package org.teestriage.desk;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;

/**
 * Concerns that are still being written. They hold personal data and no timeline, so nobody but their owner ever sees one,
 * and each is deleted when it is sent or after {@link #KEPT}: whoever uses drafts first deletes those that are too old.
 */
@ApplicationScoped
public class Drafts {

    /** Long enough for a night and a day between two sittings. */
    private static final Duration KEPT = Duration.ofDays(3);

    private static final int AT_MOST = 20;

    private final EntityManager entities;
    private final OneCommit oneCommit;
    private final Docket docket;

    Drafts(EntityManager entities, OneCommit oneCommit, Docket docket) {
        this.entities = entities;
        this.oneCommit = oneCommit;
        this.docket = docket;
    }

    void sweep(@Observes StartupEvent starting) {
        oneCommit.of(this::deleteExpired);
    }

    public DraftView begin(Officer officer, DraftView.Content content) {
        Docket.requireRole(officer, Act.RAISE);
        return oneCommit.of(() -> {
            deleteExpired();
            if (mine(officer).size() >= AT_MOST) {
                throw Refused.conflict(
                        "You have %d drafts already. Send or delete one of them first.".formatted(AT_MOST));
            }
            Instant now = docket.now();
            Draft draft = new Draft(UUID.randomUUID().toString(), officer.user(), content, now, now.plus(KEPT));
            entities.persist(draft);
            return draft.view();
        });
    }

    /** Mine, the latest first. */
    public List<DraftView> of(Officer officer) {
        return oneCommit.of(() -> {
            deleteExpired();
            return mine(officer).stream().map(Draft::view).toList();
        });
    }

    private List<Draft> mine(Officer officer) {
        return entities.createQuery("from Draft where user = ?1 order by savedAt desc, id", Draft.class)
                .setParameter(1, officer.user())
                .getResultList();
    }

    public DraftView open(Officer officer, String id) {
        return oneCommit.of(() -> find(officer, id).map(Draft::view).orElseThrow(Refused::absent));
    }

    /** Changes what is written, one change after the other: two windows never lose each other's pages. */
    public DraftView save(Officer officer, String id, UnaryOperator<DraftView.Content> change) {
        return oneCommit.of(() -> {
            Draft draft = find(officer, id).orElseThrow(Refused::absent);
            Instant now = docket.now();
            draft.save(change.apply(draft.view().content()), now, now.plus(KEPT));
            return draft.view();
        });
    }

    /** Deletes a draft, if it is still there. */
    public void delete(Officer officer, String id) {
        oneCommit.of(() -> {
            find(officer, id).ifPresent(entities::remove);
            return id;
        });
    }

    private Optional<Draft> find(Officer officer, String id) {
        deleteExpired();
        return Optional.ofNullable(entities.find(Draft.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(draft -> draft.user().equals(officer.user()));
    }

    private int deleteExpired() {
        return entities.createQuery("delete from Draft where expiresAt <= ?1")
                .setParameter(1, docket.now())
                .executeUpdate();
    }
}
