package org.teestriage.boot.monitoring;

import org.teestriage.platform.transaction.Transactions;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.directory.OnspdFile;
import org.teestriage.directory.PostcodeTable;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.Verification;

/** What operators do: bring postcodes in, and prove that no timeline was altered. No case content passes through here. */
@ApplicationScoped
public class OperatorDesk {

    private static final int BATCH = 5_000;
    private static final int PAGE = 200;

    private final Transactions transactions;
    private final PostcodeTable postcodes;
    private final Concerns concerns;
    private final Timeline timeline;
    private final Flyway migrations;

    OperatorDesk(Transactions transactions, PostcodeTable postcodes, Concerns concerns, Timeline timeline, Flyway migrations) {
        this.transactions = transactions;
        this.postcodes = postcodes;
        this.concerns = concerns;
        this.timeline = timeline;
        this.migrations = migrations;
    }

    /**
     * Reads the official ONS Postcode Directory. Each batch is stored by itself, so that a file that ends in the middle
     * can simply be read again.
     *
     * @param progress is told after each batch how many postcodes have been stored so far
     */
    public OnspdFile.Account importPostcodes(InputStream file, LongConsumer progress) {
        long[] stored = {0};
        return new OnspdFile(file).forEachBatch(BATCH, batch -> {
            transactions.inNewTransaction(() -> {
                postcodes.put(batch);
                return batch;
            });
            stored[0] += batch.size();
            progress.accept(stored[0]);
        });
    }

    /** The version that migrations have brought the tables to. */
    public String tables() {
        return String.valueOf(migrations.info().current().getVersion());
    }

    public Optional<Verification> verify(Reference reference) {
        return transactions.inNewTransaction(() -> concerns.find(reference).map(timeline::verify));
    }

    /** Verifies concerns in the order of their references, a page at a time, from the one after {@code last} on; empty at the end. */
    public List<Verification> verifyAfter(@Nullable String last) {
        return transactions.inNewTransaction(() -> {
            String after = last == null ? "" : last;
            List<Concern> page = concerns.find("from Concern where reference > ?1 order by reference", after)
                    .range(0, PAGE - 1)
                    .list();
            return page.stream().map(timeline::verify).toList();
        });
    }

    /**
     * As {@link #verifyAfter}, beside people at work: what does not hold is looked at again while nobody can append, because
     * whoever decides during the first look is no forger.
     */
    public List<Verification> verifyBesideWorkAfter(@Nullable String last) {
        return verifyAfter(last).stream()
                .map(first -> first.whole() ? first : verifyHeld(new Reference(first.reference())))
                .toList();
    }

    private Verification verifyHeld(Reference reference) {
        return transactions.inNewTransaction(
                () -> timeline.verify(concerns.findToChange(reference).orElseThrow()));
    }
}
