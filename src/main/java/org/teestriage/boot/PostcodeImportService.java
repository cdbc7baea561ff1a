package org.teestriage.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.teestriage.directory.OnspdFile;
import org.teestriage.directory.PostcodeTable;
import org.teestriage.platform.transaction.Transactions;

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
     * Imports the ONS Postcode Directory. Each batch has its own transaction, so an interrupted import can be repeated.
     *
     * @param progress receives the number of postcodes stored so far, after each batch
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
