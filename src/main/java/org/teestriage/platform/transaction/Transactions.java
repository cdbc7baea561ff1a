package org.teestriage.platform.transaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLTransactionRollbackException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;

/**
 * Runs a piece of work as one transaction with one commit. Where it lost a race, against a timer, a twin request or a
 * deadlock, everything was rolled back and it starts again: the second look sees what the other one did.
 */
@ApplicationScoped
public class Transactions {

    private static final int TRIES = 5;

    public <T> T inNewTransaction(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (RuntimeException lost) {
                if (attempt == TRIES || !raced(lost)) {
                    throw lost;
                }
            }
        }
    }

    private static boolean raced(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConcurrentUpdateException
                        || cause instanceof ConstraintViolationException
                        || cause instanceof LockAcquisitionException
                        || cause instanceof PessimisticLockException
                        || cause instanceof SQLTransactionRollbackException);
    }
}
