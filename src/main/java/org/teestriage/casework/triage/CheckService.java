package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.partnercheck.ChaseLimit;
import org.teestriage.casework.partnercheck.CheckEntries;
import org.teestriage.casework.partnercheck.CheckReader;
import org.teestriage.casework.partnercheck.ChecksView;
import org.teestriage.casework.partnercheck.OverdueChecks;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Child;
import org.teestriage.decision.check.CheckAct;
import org.teestriage.decision.check.CheckPartner;
import org.teestriage.decision.wording.Choice;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;
import org.teestriage.workflow.check.PartnerCheck;
import org.teestriage.workflow.check.PartnerChecks;

@ApplicationScoped
public class CheckService {

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final RepeatableRequests repeatableRequests;
    private final CheckReader checkReader;
    private final PartnerChecks partnerChecks;
    private final CheckEntries checkEntries;
    private final OverdueChecks overdueChecks;
    private final UpdateCompletion updateCompletion;

    CheckService(
            ConcernAccess concernAccess,
            Transactions transactions,
            RepeatableRequests repeatableRequests,
            CheckReader checkReader,
            PartnerChecks partnerChecks,
            CheckEntries checkEntries,
            OverdueChecks overdueChecks,
            UpdateCompletion updateCompletion) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.repeatableRequests = repeatableRequests;
        this.checkReader = checkReader;
        this.partnerChecks = partnerChecks;
        this.checkEntries = checkEntries;
        this.overdueChecks = overdueChecks;
        this.updateCompletion = updateCompletion;
    }

    public ChecksView of(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading reading = concernAccess.forReading(officer, Act.SEE_TIMELINE, reference, What.PATH);
            return new ChecksView(
                    reference,
                    reading.may(Act.TRIAGE) && reading.concern().duplicateOf().isEmpty(),
                    checkReader.of(reading.concern()).at(concernAccess.now(), reading.redaction()));
        });
    }

    /** What the officer can record: each partner about each child. */
    public List<Choice> choices(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading reading = concernAccess.forReading(officer, Act.TRIAGE, reference, What.STANDING);
            List<Child> children =
                    reading.redaction().apply(reading.concern().facts()).children();
            return IntStream.rangeClosed(1, children.size())
                    .boxed()
                    .flatMap(child -> Arrays.stream(CheckPartner.values())
                            .map(partner -> new Choice(
                                    "%s/%d".formatted(partner, child),
                                    "%s: child %d%s"
                                            .formatted(partner.title(), child, named(children.get(child - 1))))))
                    .toList();
        });
    }

    private static String named(Child child) {
        return child.name() == null ? "" : ", " + child.name();
    }

    /** Records what was done, or why nothing is; also on a closed concern. */
    public ConcernStatus record(Officer officer, Reference reference, CheckEntry entry, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "check " + reference, entry), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TRIAGE, reference);
                    HubRecord.requireMayAdd(concernAccess, update, "a partner check");
                    requireFits(update, entry);
                    checkEntries.add(update, entry.recorded());
                    overdueChecks.closeIfNoneIs(update.concern(), entry.child(), update.now());
                    return updateCompletion.complete(update);
                });
    }

    private void requireFits(ConcernUpdate update, CheckEntry entry) {
        if (entry.child() > update.concern().facts().children().size()) {
            throw RequestRefusedException.conflict(
                    "This concern has no child of this number: %d.".formatted(entry.child()));
        }
        PartnerCheck.Question question = new PartnerCheck.Question(entry.child(), entry.partner());
        boolean awaited = partnerChecks.awaited(update.concern().reference()).stream()
                .anyMatch(each -> each.question().equals(question));
        if ((entry.act() == CheckAct.CHASED || entry.act() == CheckAct.GIVEN_UP) && !awaited) {
            throw RequestRefusedException.conflict("%s owes no answer about child %d: record first that it was asked."
                    .formatted(entry.partner().title(), entry.child()));
        }
        if (entry.act() == CheckAct.NOT_ASKED && awaited) {
            throw RequestRefusedException.conflict(
                    "%s was asked about child %d. Record the answer, or why it is not awaited any more."
                            .formatted(entry.partner().title(), entry.child()));
        }
        ChaseLimit.require(update, entry.awaitedUntil());
    }
}
