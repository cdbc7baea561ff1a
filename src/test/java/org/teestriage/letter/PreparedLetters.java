package org.teestriage.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.teestriage.concern.Reference;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.Letter.State;
import org.teestriage.letter.content.LetterDraft;

/** Letters without a database, in each state. */
public final class PreparedLetters {

    public static final Instant NOW = Instant.parse("2026-09-22T09:00:00Z");
    public static final Duration RECEIPT_WITHIN = Duration.ofHours(2);
    public static final String LEASE = "lease-1";

    private PreparedLetters() {}

    public static Letter of(Purpose purpose, String item) {
        return of(1, purpose, item, 1);
    }

    static Letter of(int number, Purpose purpose, String item, int revision) {
        return new Letter(
                number,
                new Reference("28T5-CY4T-Y"),
                number,
                purpose,
                item,
                revision,
                1,
                new Recipient("Made Up Police", Optional.of("police")),
                new WrittenEdition(new LetterDraft("Dear Made Up Police", List.of()), "", null),
                NOW);
    }

    /** A police report that reached the state by its usual transitions. */
    public static Letter in(State state) {
        Letter letter = of(Purpose.POLICE_REPORT, "");
        if (state == State.PREPARED) {
            return letter;
        }
        letter.approve("Sam Officer", NOW, RECEIPT_WITHIN);
        if (state == State.WAITING) {
            return letter;
        }
        letter.take(LEASE, 1);
        switch (state) {
            case PREPARED, WAITING, SENDING -> {}
            case DELIVERED -> letter.delivered(NOW);
            case ACKNOWLEDGED -> letter.acknowledged(NOW, "MP-1");
            case REJECTED -> letter.rejected(Cause.REFUSED);
            case UNKNOWN -> letter.giveBack(State.UNKNOWN, Cause.CUT_OFF, NOW.plusSeconds(10));
            case NOT_NEEDED -> letter.notNeeded(NOW);
            case REPLACED -> letter.replaced(NOW);
        }
        return letter;
    }
}
