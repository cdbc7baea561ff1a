package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.TimelineEvent.Kind;

@ApplicationScoped
public class StatusEnquiryService {

    private final ConcernAccess concernAccess;
    private final RepeatableRequests repeatableRequests;
    private final UpdateCompletion updateCompletion;

    StatusEnquiryService(
            ConcernAccess concernAccess, RepeatableRequests repeatableRequests, UpdateCompletion updateCompletion) {
        this.concernAccess = concernAccess;
        this.repeatableRequests = repeatableRequests;
        this.updateCompletion = updateCompletion;
    }

    /**
     * Records the referrer's enquiry whether the hub has seen the concern. Accepted once per concern. The enquiry stays
     * open until the hub claims or decides a step.
     */
    public ConcernStatus ask(Officer officer, Reference reference, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "ask " + reference, reference), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.ASK, reference);
                    Concern concern = update.concern();
                    concern.asking().ifPresent(asked -> {
                        ConcernStatus standing = updateCompletion.complete(update);
                        throw RequestRefusedException.conflict("This can be asked once. %s asked %s. %s %s"
                                .formatted(
                                        concernAccess
                                                .redaction(officer, concern)
                                                .person(asked.by()),
                                        LondonTime.when(asked.at()),
                                        asked.answeredAt() == null
                                                ? "Since then no one at the hub has taken or decided anything: call the hub%s."
                                                        .formatted(numbers(standing))
                                                : "Since then the hub took it up, first %s."
                                                        .formatted(LondonTime.when(asked.answeredAt())),
                                        standing.sentence()));
                    });
                    update.requireOpen();
                    concern.ask(update.now(), officer.name());
                    update.record(Kind.ASKED, "The referrer asks whether anyone has seen this.", reference);
                    return updateCompletion.complete(update);
                });
    }

    private static String numbers(ConcernStatus standing) {
        String numbers = standing.hubs().stream()
                .flatMap(hub -> hub.phones().stream())
                .map(ConcernStatus.HubPhone::number)
                .distinct()
                .collect(Collectors.joining(" or "));
        return numbers.isEmpty() ? "" : " on " + numbers;
    }
}
