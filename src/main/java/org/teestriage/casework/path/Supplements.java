package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterWriter;
import org.teestriage.workflow.obligation.ObligationKind;

/**
 * Keeps letters up with what is known: an unapproved one is written again, and a report whose partner got a letter that would
 * tell more now is due again. A person decides whether it is needed.
 */
@ApplicationScoped
public class Supplements {

    static final String OVERTAKEN =
            "Something was told or corrected since they got their letter. Send what it adds, or say why it is not needed.";

    private final LetterWriter letterWriter;
    private final ObligationAssessment obligationAssessment;

    Supplements(LetterWriter letterWriter, ObligationAssessment obligationAssessment) {
        this.letterWriter = letterWriter;
        this.obligationAssessment = obligationAssessment;
    }

    /** Call it after each addition to a concern, then assess. Returns whether a report became due again. */
    public boolean record(ConcernUpdate update) {
        Concern concern = update.concern();
        List<Letter> overtaken = letterWriter.follow(concern, update.now());
        overtaken.forEach(letter -> obligationAssessment.recordAgain(
                concern, kind(letter.purpose()), letter.item(), OVERTAKEN, update.now()));
        return !overtaken.isEmpty();
    }

    private static ObligationKind kind(Letter.Purpose purpose) {
        return switch (purpose) {
            case SOCIAL_CARE_REFERRAL -> ObligationKind.SOCIAL_CARE;
            case POLICE_REPORT -> ObligationKind.POLICE;
            case CEOP_REPORT -> ObligationKind.CEOP;
            case PLATFORM_REPORT -> ObligationKind.PLATFORM;
            case LADO_REFERRAL -> ObligationKind.LADO;
        };
    }
}
