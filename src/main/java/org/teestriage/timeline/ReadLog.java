package org.teestriage.timeline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.teestriage.concern.Reference;
import org.teestriage.platform.persistence.EpochMicros;

/**
 * Which user read which concern. Rows are written in the transaction of the read, before the response, so that a read
 * that cannot be recorded is not answered. The log is separate from the concern's hash chain, so that readers never
 * wait for writers.
 */
@ApplicationScoped
public class ReadLog implements PanacheRepositoryBase<Reading, Long> {

    private static final String COLUMNS = "(reference, at_micros, user_name, name, role, affiliation, what)";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?)";

    /** Records the reads in one statement, however long the list. */
    public void record(Collection<Reference> references, Reading.What what, Signature reader, Instant at) {
        List<Reference> seen = references.stream().distinct().toList();
        if (seen.isEmpty()) {
            return;
        }
        Query insert = getEntityManager()
                .createNativeQuery("insert into reading " + COLUMNS + " values "
                        + String.join(", ", Collections.nCopies(seen.size(), ROW)));
        int place = 0;
        for (Reference reference : seen) {
            insert.setParameter(++place, reference.value())
                    .setParameter(++place, EpochMicros.of(at))
                    .setParameter(++place, reader.user())
                    .setParameter(++place, reader.name())
                    .setParameter(++place, reader.role())
                    .setParameter(++place, reader.affiliation())
                    .setParameter(++place, what.name());
        }
        insert.executeUpdate();
    }

    /** Newest first; only rows whose id is lower than {@code before}. */
    public List<Reading> of(Reference reference, long before, int limit) {
        return find("reference = ?1 and id < ?2 order by id desc", reference.value(), before)
                .page(0, limit)
                .list();
    }
}
