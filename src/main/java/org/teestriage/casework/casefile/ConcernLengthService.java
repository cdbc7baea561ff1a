package org.teestriage.casework.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.AccessFactsQuery;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.Transactions;

@ApplicationScoped
public class ConcernLengthService {

    private final EntityManager entities;
    private final AccessFactsQuery accessFactsQuery;
    private final Transactions transactions;

    ConcernLengthService(EntityManager entities, AccessFactsQuery accessFactsQuery, Transactions transactions) {
        this.entities = entities;
        this.accessFactsQuery = accessFactsQuery;
        this.transactions = transactions;
    }

    /** The number of bytes of the facts and of what was added; 0 if the officer may not see the concern. */
    public long length(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> accessFactsQuery
                .of(reference)
                .filter(facts -> Access.may(officer, Act.SEE_STATUS, facts))
                .map(facts -> stored(reference))
                .orElse(0L));
    }

    private long stored(Reference reference) {
        return ((Number) entities.createNativeQuery("""
                        select length(facts)
                            + (select coalesce(sum(length(content)), 0) from note where reference = ?1)
                            from concern where reference = ?1""")
                        .setParameter(1, reference.value())
                        .getSingleResult())
                .longValue();
    }
}
