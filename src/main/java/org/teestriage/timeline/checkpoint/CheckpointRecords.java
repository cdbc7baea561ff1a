package org.teestriage.timeline.checkpoint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class CheckpointRecords implements PanacheRepositoryBase<CheckpointRecord, Long> {

    Optional<CheckpointRecord> newest() {
        return find("order by number desc").firstResultOptional();
    }

    Optional<CheckpointRecord> newestWritten() {
        return find("writtenAt is not null order by number desc").firstResultOptional();
    }

    List<CheckpointRecord> madeAfter(long seconds) {
        return list("atSeconds > ?1 order by number", seconds);
    }

    /** Checkpoints in the folder that may cover the entry with this id, lowest number first. */
    List<CheckpointRecord> writtenUpTo(long entry, int limit) {
        return find("entriesUpTo >= ?1 and writtenAt is not null order by number", entry)
                .page(0, limit)
                .list();
    }

    /** Reloads a record and locks its row until the transaction ends. */
    void refreshToChange(CheckpointRecord kept) {
        getEntityManager().refresh(kept, LockModeType.PESSIMISTIC_WRITE);
    }
}
