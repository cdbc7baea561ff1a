package org.teestriage.timeline.checkpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A checkpoint in the database. Until it is in the folder, one node leases it. Times are seconds since 1970. */
@Entity
@Table(name = "checkpoint")
class CheckpointRecord {

    @Id
    private long number;

    private long atSeconds;

    @Column
    private long entriesUpTo;

    private String content;
    private long leaseUntil;
    private @Nullable Long writtenAt;

    protected CheckpointRecord() {}

    CheckpointRecord(Checkpoint checkpoint, long leaseUntil) {
        this.number = checkpoint.number();
        this.atSeconds = checkpoint.at().getEpochSecond();
        this.entriesUpTo = checkpoint.entries().upTo();
        this.content = checkpoint.text();
        this.leaseUntil = leaseUntil;
    }

    Checkpoint checkpoint() {
        return Checkpoint.read(content);
    }

    long number() {
        return number;
    }

    long atSeconds() {
        return atSeconds;
    }

    boolean isWritten() {
        return writtenAt != null;
    }

    boolean isFreeAt(long now) {
        return leaseUntil < now;
    }

    void lease(long until) {
        leaseUntil = until;
    }

    void written(long at) {
        writtenAt = at;
    }
}
