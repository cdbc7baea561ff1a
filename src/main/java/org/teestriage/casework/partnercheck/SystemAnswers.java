package org.teestriage.casework.partnercheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.teestriage.concern.Concern;
import org.teestriage.decision.check.CheckRules;
import org.teestriage.workflow.check.PartnerCheck;
import org.teestriage.workflow.check.PartnerChecks;

/** Takes the answers of partners' systems. */
@ApplicationScoped
public class SystemAnswers {

    private final PartnerChecks partnerChecks;
    private final CheckEntries checkEntries;
    private final OverdueChecks overdueChecks;

    SystemAnswers(PartnerChecks partnerChecks, CheckEntries checkEntries, OverdueChecks overdueChecks) {
        this.partnerChecks = partnerChecks;
        this.checkEntries = checkEntries;
        this.overdueChecks = overdueChecks;
    }

    public Optional<PartnerCheck> question(String id) {
        return partnerChecks.asked(id);
    }

    /** The kind of partner whose system may answer the question. */
    public Optional<String> system(PartnerCheck question, Concern concern) {
        return CheckRules.on(concern.receivedOn())
                .contact(question.question().partner())
                .flatMap(contact -> Optional.ofNullable(contact.system()));
    }

    /** The same answer again changes nothing; another one stands beside it. A late one is taken as well. */
    public void take(Concern concern, PartnerCheck question, SystemAnswer answer, Instant now, String by) {
        PartnerCheck.Act act = answer.to(question.question());
        if (partnerChecks.of(concern.reference()).stream()
                .noneMatch(entry -> entry.act().equals(act))) {
            checkEntries.answered(concern, act, now, by);
            overdueChecks.closeIfNoneIs(concern, act.child(), now);
        }
    }
}
