package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.concern.Reference;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.Step;
import org.teestriage.decision.Thresholds;
import org.teestriage.decision.wording.Choice;
import org.teestriage.decision.wording.Wording;
import org.teestriage.decision.wording.Wordings;
import org.teestriage.directory.Directory;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;

@ApplicationScoped
public class DecisionSupportService {

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final WorkViewAssembler workViewAssembler;
    private final Directory directory;
    private final Wording wording;
    private final ChildMatcher childMatcher;
    private final Suggestions suggestions;

    DecisionSupportService(
            ConcernAccess concernAccess,
            Transactions transactions,
            WorkViewAssembler workViewAssembler,
            Directory directory,
            Wording wording,
            ChildMatcher childMatcher,
            Suggestions suggestions) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.workViewAssembler = workViewAssembler;
        this.directory = directory;
        this.wording = wording;
        this.childMatcher = childMatcher;
        this.suggestions = suggestions;
    }

    /**
     * Everything an officer needs to decide an open step.
     *
     * @param seen length of the timeline that the officer saw last
     */
    public WorkView look(Officer officer, Reference reference, Step step, String item, Optional<Long> seen) {
        return transactions.inNewTransaction(() -> workViewAssembler.of(
                officer, concernAccess.forReading(officer, Act.WORK, reference, What.STANDING), step, item, seen));
    }

    /** Reports whether a step changed since the officer saw it. It shows no content, so no reading is recorded. */
    public StepState state(Officer officer, Reference reference, Step step, String item, Optional<Long> seen) {
        return transactions.inNewTransaction(() -> workViewAssembler.state(
                officer, concernAccess.forAnswering(officer, Act.WORK, reference), step, item, seen));
    }

    public ChildMatches known(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> childMatcher.of(
                officer,
                concernAccess
                        .forReading(officer, Act.WORK, reference, What.STANDING)
                        .concern()));
    }

    public SuggestionsView suggestions(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.WORK, reference, What.STANDING);
            return suggestions.of(sight.concern(), sight.redaction());
        });
    }

    /** Returns the approved wordings for referrers. */
    public Wordings wordings(Officer officer) {
        ConcernAccess.requireRole(officer, Act.SEE_QUEUE);
        return wording.on(BusinessClock.dateOf(concernAccess.now()));
    }

    public List<Choice> authorities() {
        return directory.authorities().stream()
                .map(authority -> new Choice(authority.code(), authority.name()))
                .toList();
    }

    /** Returns the levels of need in force today, each with the document that describes it. */
    public List<Choice> levelsOfNeed() {
        Thresholds.Version thresholds = Thresholds.on(BusinessClock.dateOf(concernAccess.now()));
        return thresholds.ids().stream()
                .map(id -> new Choice(id, thresholds.cited(id).orElseThrow()))
                .toList();
    }

    /** Returns the hubs in service today, to which a part can be proposed. */
    public List<Choice> hubs() {
        return directory.hubsServing(BusinessClock.dateOf(concernAccess.now())).stream()
                .map(hub -> new Choice(hub.id(), hub.name()))
                .toList();
    }

    /** Returns the parts of a concern at the officer's hubs. */
    public List<Choice> parts(Officer officer, Reference reference) {
        return transactions.inNewTransaction(
                () -> parts(concernAccess.forReading(officer, Act.TRIAGE, reference, What.STANDING)));
    }

    private List<Choice> parts(ConcernReading reading) {
        return reading.concern().parts().stream()
                .filter(part -> Access.actsAt(reading.officer(), part.hub(), reading.ground()))
                .map(part -> new Choice(
                        String.valueOf(part.number()),
                        "Child %s, with %s"
                                .formatted(
                                        String.join(
                                                ", ",
                                                part.children().stream()
                                                        .map(String::valueOf)
                                                        .toList()),
                                        directory.hub(part.hub()).name())))
                .toList();
    }
}
