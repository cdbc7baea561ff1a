package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.concern.Reference;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.Step;
import org.teestriage.decision.wording.Choice;
import org.teestriage.decision.wording.Wording;
import org.teestriage.decision.wording.Wordings;
import org.teestriage.directory.Directory;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;

/** What a person needs to see who is about to decide a step, and what there is to choose from. */
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

    /** Looks at a step; {@code seen} is how long the timeline was for them when they last looked. */
    public WorkView look(Officer officer, Reference reference, Step step, String item, Optional<Long> seen) {
        return transactions.inNewTransaction(() -> workViewAssembler.of(
                officer, concernAccess.forReading(officer, Act.TRIAGE, reference, What.STANDING), step, item, seen));
    }

    /** Whether a step is still as the officer saw it; a light question, which shows nothing and so leaves no reading. */
    public StepState state(Officer officer, Reference reference, Step step, String item, Optional<Long> seen) {
        return transactions.inNewTransaction(() -> workViewAssembler.state(
                officer, concernAccess.forAnswering(officer, Act.TRIAGE, reference), step, item, seen));
    }

    /** What is known of the children from other concerns, to somebody who works on this one. */
    public ChildMatches known(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> childMatcher.of(
                officer,
                concernAccess
                        .forReading(officer, Act.TRIAGE, reference, What.STANDING)
                        .concern()));
    }

    /** What the facts of a concern suggest, to somebody who works on it. */
    public SuggestionsView suggestions(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.TRIAGE, reference, What.STANDING);
            return suggestions.of(sight.concern(), sight.redaction());
        });
    }

    /** What a referrer may be told, for whoever is to tell them. */
    public Wordings wordings(Officer officer) {
        ConcernAccess.requireRole(officer, Act.SEE_QUEUE);
        return new Wordings(wording.acknowledgements(), wording.outcomes());
    }

    /** The authorities that a part can be given to. */
    public List<Choice> authorities() {
        return directory.authorities().stream()
                .map(authority -> new Choice(authority.code(), authority.name()))
                .toList();
    }

    /** The hubs that can be asked today. */
    public List<Choice> hubs() {
        return directory.hubsServing(BusinessClock.dateOf(concernAccess.now())).stream()
                .map(hub -> new Choice(hub.id(), hub.name()))
                .toList();
    }

    /** The parts of a concern that this person's hub answers for. */
    public List<Choice> parts(Officer officer, Reference reference) {
        return transactions.inNewTransaction(
                () -> concernAccess.forReading(officer, Act.TRIAGE, reference, What.STANDING).concern().parts().stream()
                        .filter(part -> Access.sharesHub(officer, Set.of(part.hub())))
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
                        .toList());
    }
}
