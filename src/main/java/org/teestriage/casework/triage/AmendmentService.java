package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.triage.effect.DutyTeamRelease;
import org.teestriage.casework.triage.effect.FactsUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.concern.amendment.AmendmentRequest;
import org.teestriage.concern.amendment.FactFields;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.timeline.TimelineEvent.Kind;

@ApplicationScoped
public class AmendmentService {

    private final ConcernAccess concernAccess;
    private final RepeatableRequests repeatableRequests;
    private final AdditionEffects additionEffects;
    private final AmendedFacts amendedFacts;
    private final FactsUpdate factsUpdate;
    private final DutyTeamRelease dutyTeamRelease;
    private final UpdateCompletion updateCompletion;

    AmendmentService(
            ConcernAccess concernAccess,
            RepeatableRequests repeatableRequests,
            AdditionEffects additionEffects,
            AmendedFacts amendedFacts,
            FactsUpdate factsUpdate,
            DutyTeamRelease dutyTeamRelease,
            UpdateCompletion updateCompletion) {
        this.concernAccess = concernAccess;
        this.repeatableRequests = repeatableRequests;
        this.additionEffects = additionEffects;
        this.amendedFacts = amendedFacts;
        this.factsUpdate = factsUpdate;
        this.dutyTeamRelease = dutyTeamRelease;
        this.updateCompletion = updateCompletion;
    }

    /** Records increased danger. Accepts every caller who may add to the concern, and reopens a closed concern. */
    public ConcernStatus danger(Officer officer, Reference reference, DangerReport told, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "danger " + reference, told), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TELL, reference);
                    AdditionEffects.requireChildren(update, Stream.of(told));
                    additionEffects.note(update, additionEffects.nextDanger(update), told);
                    additionEffects.reopenIfClosed(update, "Opened again, because danger was told.");
                    additionEffects.danger(
                            update,
                            officer.is(Role.REFERRER)
                                    ? "The referrer says that risk has increased."
                                    : "The hub says that risk has increased.",
                            told);
                    additionEffects.assess(update);
                    return updateCompletion.complete(update);
                });
    }

    /** Adds further information and opens a review step for an officer. A closed concern is reopened. */
    public ConcernStatus inform(Officer officer, Reference reference, Information information, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "information " + reference, information), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TELL, reference);
                    additionEffects.inform(update, information);
                    return updateCompletion.complete(update);
                });
    }

    /** Records a call that was made outside a step, such as to the emergency duty team at night. */
    public ConcernStatus called(Officer officer, Reference reference, PhoneCall call, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "call " + reference, call), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TELL, reference);
                    additionEffects.note(update, update.concern().countInformation(), call);
                    update.record(Kind.CALLED, "A call was recorded: %s.".formatted(word(call.to())), call);
                    additionEffects.assessWhatOvertakes(
                            update, "Opened again, because a recorded call is news for a partner.");
                    return updateCompletion.complete(update);
                });
    }

    /** The duty team gives the concern back: what it claimed returns to the queue, and it reads the concern no longer. */
    public ConcernStatus handBack(Officer officer, Reference reference, HandBack done, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "hand-back " + reference, done), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.HAND_BACK, reference);
                    update.record(Kind.HANDED_BACK, "Handed back to the hub.", done);
                    dutyTeamRelease.end(update);
                    return updateCompletion.completeHandBack(update);
                });
    }

    /**
     * Adds to, corrects or withdraws facts. An officer of the hub reviews what an agency changed. A closed concern is
     * reopened.
     */
    public ConcernStatus amend(Officer officer, Reference reference, AmendmentRequest request, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "amend " + reference, request), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TELL, reference);
                    Concern concern = update.concern();
                    Facts before = concern.facts();
                    FactFields amended = amendedFacts.of(update, request);
                    additionEffects.reopenIfClosed(
                            update, "Opened again, because the facts were added to or corrected.");
                    factsUpdate.apply(
                            update,
                            new FactsUpdate.Source(request.saidBy(), request.saidOn(), request.why(), null),
                            amended);
                    Facts after = concern.facts();
                    if (after.saysNewDanger(before)) {
                        additionEffects.danger(
                                update, "An answer says that a child is in danger.", after.overallUrgency());
                    }
                    if (officer.is(Role.REFERRER)) {
                        additionEffects.review(update, concern.countInformation());
                    }
                    additionEffects.assess(update);
                    return updateCompletion.complete(update);
                });
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
