package org.teestriage.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.teestriage.directory.OnspdFile;
import org.teestriage.directory.PostcodeTable;
import org.teestriage.platform.transaction.Transactions;

/** Imports the official postcode directory in batches. */
@ApplicationScoped
class PostcodeImportService {

    private static final int BATCH = 5_000;

    private final Transactions transactions;
    private final PostcodeTable postcodeTable;

    PostcodeImportService(Transactions transactions, PostcodeTable postcodeTable) {
        this.transactions = transactions;
        this.postcodeTable = postcodeTable;
    }

    /**
     * Reads the official ONS Postcode Directory. Each batch is stored by itself, so that a file that ends in the middle
     * can simply be read again.
     *
     * @param progress is told after each batch how many postcodes have been stored so far
     */
    OnspdFile.Account importPostcodes(InputStream file, LongConsumer progress) {
        long[] stored = {0};
        return new OnspdFile(file).forEachBatch(BATCH, batch -> {
            transactions.inNewTransaction(() -> {
                postcodeTable.put(batch);
                return batch;
            });
            stored[0] += batch.size();
            progress.accept(stored[0]);
        });
    }
}
