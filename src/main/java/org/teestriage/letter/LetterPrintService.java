package org.teestriage.letter;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.persistence.TimeOrderedIds;
import org.teestriage.platform.print.PdfPrinter;
import org.teestriage.platform.transaction.Transactions;

/**
 * Makes the PDFs of letters, after the decision and outside any transaction and lock. A letter is fixed as XHTML; its PDF
 * is stored once, and every reading and delivery gets these bytes, whatever release reads them.
 */
@ApplicationScoped
public class LetterPrintService {

    private static final Duration NEW = Duration.ofHours(1);
    private static final int AT_ONCE = 20;

    private final Transactions transactions;
    private final Outbox outbox;
    private final PdfPrinter printer;
    private final Set<Long> failed = ConcurrentHashMap.newKeySet();

    LetterPrintService(Transactions transactions, Outbox outbox, PdfPrinter printer) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.printer = printer;
    }

    /** Makes the PDFs that the letter still lacks. Must not run in a transaction. */
    public void print(long letter) {
        unprinted(letter, letter).forEach(this::print);
    }

    /** Makes the PDFs of new letters, so that their first reader does not wait. */
    public void printNew(Instant now) {
        for (Enclosure page : unprinted(TimeOrderedIds.first(now.minus(NEW)), Long.MAX_VALUE)) {
            if (!failed.contains(page.letterId())) {
                try {
                    print(page);
                } catch (RuntimeException | StackOverflowError unexpected) {
                    // Without its message, which may quote the letter.
                    Log.errorf(
                            "the PDF of letter %d cannot be made: %s",
                            page.letterId(), unexpected.getClass().getName());
                    failed.add(page.letterId());
                }
            }
        }
    }

    private List<Enclosure> unprinted(long first, long last) {
        return transactions.inNewTransaction(() -> outbox.unprinted(first, last, AT_ONCE));
    }

    private void print(Enclosure page) {
        Attachment html = page.sheet();
        String text = new String(html.content(), StandardCharsets.UTF_8);
        Attachment pdf = printer.print(pdfOf(html.name()), text);
        // Of two nodes, the first to store wins; the transaction of the other finds its PDF and keeps it.
        transactions.inNewTransaction(() -> outbox.encloseOnce(page.letterId(), pdf));
    }

    /** The name of the PDF that is made of the XHTML. */
    public static String pdfOf(String html) {
        return html.replace(".html", ".pdf");
    }
}
