package org.teestriage.casework.partnercheck;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.concern.Concern;
import org.teestriage.concern.FactsHistory;
import org.teestriage.concern.Notes;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.check.CheckRules;
import org.teestriage.directory.Directory;
import org.teestriage.workflow.check.PartnerChecks;

@ApplicationScoped
public class CheckReader {

    private final PartnerChecks partnerChecks;
    private final Notes notes;
    private final DeadlineRules deadlineRules;
    private final Directory directory;

    CheckReader(PartnerChecks partnerChecks, Notes notes, DeadlineRules deadlineRules, Directory directory) {
        this.partnerChecks = partnerChecks;
        this.notes = notes;
        this.deadlineRules = deadlineRules;
        this.directory = directory;
    }

    public CheckLines of(Concern concern) {
        return new CheckLines(
                CheckRules.on(concern.receivedOn()),
                concern,
                FactsHistory.of(concern, notes.of(concern.reference())),
                partnerChecks.of(concern.reference()),
                deadlineRules,
                child -> directory.hub(concern.partOfChild(child).hub()).hours());
    }
}
