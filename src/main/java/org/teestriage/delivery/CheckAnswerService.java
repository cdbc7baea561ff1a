package org.teestriage.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.casework.partnercheck.SystemAnswer;
import org.teestriage.casework.partnercheck.SystemAnswers;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Partners;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.workflow.check.PartnerCheck;

/** Answers to partner checks that a partner's system signs, as it signs receipts. */
@ApplicationScoped
public class CheckAnswerService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Concerns concerns;
    private final SystemAnswers systemAnswers;
    private final Partners partners;
    private final Config config;

    CheckAnswerService(
            Transactions transactions,
            ConcernAccess concernAccess,
            Concerns concerns,
            SystemAnswers systemAnswers,
            Partners partners,
            Config config) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.concerns = concerns;
        this.systemAnswers = systemAnswers;
        this.partners = partners;
        this.config = config;
    }

    /** Refuses an answer without a recent signature of the partner who was asked, and an unknown question in the same words. */
    public void requireSigned(String question, @Nullable String timestamp, @Nullable String signature, byte[] body) {
        boolean signed = timestamp != null
                && signature != null
                && transactions
                        .inNewTransaction(
                                () -> systemAnswers.question(question).flatMap(asked -> concerns.find(asked.reference())
                                        .flatMap(concern -> partner(asked, concern))))
                        .flatMap(partner -> Optional.ofNullable(partner.secret()))
                        .flatMap(name -> config.getOptionalValue(name, String.class))
                        .filter(secret -> new HmacSignature(secret)
                                .fits(
                                        HmacSignature.Direction.ANSWER,
                                        timestamp,
                                        signature,
                                        question,
                                        body,
                                        concernAccess.now()))
                        .isPresent();
        if (!signed) {
            throw RequestRefusedException.notSigned();
        }
    }

    /** After {@link #requireSigned}. Idempotent for the same answer. */
    public CheckAnswerView take(String question, SystemAnswer answer) {
        return transactions.inNewTransaction(() -> {
            PartnerCheck asked = systemAnswers.question(question).orElseThrow(RequestRefusedException::notSigned);
            Concern concern = concernAccess.forService(asked.reference()).orElseThrow();
            String by = partner(asked, concern).map(Partner::name).orElse("");
            systemAnswers.take(concern, asked, answer, concernAccess.now(), by);
            return new CheckAnswerView(question);
        });
    }

    private Optional<Partner> partner(PartnerCheck asked, Concern concern) {
        return systemAnswers
                .system(asked, concern)
                .map(kind -> partners.only(Partner.Kind.valueOf(kind), BusinessClock.dateOf(concernAccess.now())));
    }
}
