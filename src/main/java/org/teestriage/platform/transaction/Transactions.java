package org.teestriage.platform.transaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLTransactionRollbackException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;

@ApplicationScoped
public class Transactions {

    private static final int TRIES = 5;

    /**
     * Runs the work in one new transaction. After a lost race (against a timer, a duplicate request or a deadlock), the
     * transaction is rolled back and the work starts again, at most five times in all. The retry sees the changes of
     * the other transaction.
     */
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

    /** As {@link #inNewTransaction}, and undoes the work: for what would happen. */
    public <T> T inUndoneTransaction(Supplier<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        try {
            inNewTransaction(() -> {
                result.set(work.get());
                throw new Undone();
            });
        } catch (Undone undone) {
            // What is thrown is what undoes it.
        }
        return Objects.requireNonNull(result.get());
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
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
