package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterWriter;
import org.teestriage.workflow.obligation.ObligationKind;

/** Makes a report due again whose partner got a letter that would tell more now. A person decides whether it is needed. */
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

    /** Call it after each addition to a concern, then assess. */
    public void record(ConcernUpdate update) {
        Concern concern = update.concern();
        for (Letter letter : letterWriter.overtaken(concern, update.now())) {
            obligationAssessment.recordAgain(concern, kind(letter.purpose()), letter.item(), OVERTAKEN, update.now());
        }
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
