package org.teestriage.casework.triage.effect;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.path.Supplements;
import org.teestriage.letter.LetterWriter;

/** Addresses letters again after a part has got another authority. */
@ApplicationScoped
class ReaddressedLetters {

    private final LetterWriter letterWriter;
    private final Supplements supplements;

    ReaddressedLetters(LetterWriter letterWriter, Supplements supplements) {
        this.letterWriter = letterWriter;
        this.supplements = supplements;
    }

    /** Unsent letters are written again; what was sent becomes due to the new recipient. */
    void follow(ConcernUpdate update) {
        letterWriter.rewrite(update.concern(), update.now());
        supplements.record(update);
    }
}
