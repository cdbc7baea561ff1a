package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.breakglass.BreakGlassGrant;
import org.teestriage.casework.breakglass.BreakGlassGrants;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Situation;
import org.teestriage.decision.Step;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.transaction.Missing;
import org.teestriage.workflow.check.PartnerCheck;
import org.teestriage.workflow.check.PartnerChecks;
import org.teestriage.workflow.obligation.Obligation;
import org.teestriage.workflow.obligation.ObligationKind;
import org.teestriage.workflow.obligation.Obligations;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Loads what the rule of a step needs, limited to what the decider may see. */
@ApplicationScoped
public class SituationAssembler {

    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final Obligations obligations;
    private final PartnerChecks partnerChecks;
    private final Outbox outbox;
    private final BreakGlassGrants breakGlassGrants;
    private final ConcernAccess concernAccess;

    SituationAssembler(
            WaitingSteps waiting,
            DecidedSteps decided,
            Obligations obligations,
            PartnerChecks partnerChecks,
            Outbox outbox,
            BreakGlassGrants breakGlassGrants,
            ConcernAccess concernAccess) {
        this.waiting = waiting;
        this.decided = decided;
        this.obligations = obligations;
        this.partnerChecks = partnerChecks;
        this.outbox = outbox;
        this.breakGlassGrants = breakGlassGrants;
        this.concernAccess = concernAccess;
    }

    public Situation of(ConcernUpdate update, WaitingStep step) {
        Concern concern = update.concern();
        Reference reference = concern.reference();
        // Most rules need only the facts, so other data is loaded only for the steps whose rules use it.
        boolean closing = step.step() == Step.CLOSE;
        boolean beside = closing || step.step() == Step.INFORMATION_REVIEW;
        boolean threshold = step.step() == Step.THRESHOLD_DECISION;
        // The text of a refusal must not disclose redacted information.
        Redaction redaction =
                closing || threshold ? concernAccess.redaction(update.officer(), concern) : Redaction.NOTHING;
        OpenWork open = OpenWork.beside(
                step, beside ? waiting.of(reference) : List.of(), closing ? outbox.of(reference) : List.of());
        Partners partners = closing ? partners(concern) : Partners.SETTLED;
        return new Situation(
                threshold ? redaction.apply(concern.facts()) : concern.facts(),
                concern.complex(),
                step.item(),
                step.step().item() == Step.Item.PART
                        ? concern.part(Integer.parseInt(step.item())).children()
                        : List.of(),
                update.officer().user(),
                update.now(),
                partOfDecision(concern, step).flatMap(part -> threshold(reference, part)),
                open.stepsShown(redaction),
                closing ? DueParts.withoutOutcome(concern, decided.thresholds(concern)) : List.of(),
                open.recipientsShown(redaction),
                step.step() == Step.BREAK_GLASS_REVIEW
                        ? breakGlassGrants.find(reference, step.item()).map(BreakGlassGrant::user)
                        : Optional.empty(),
                open.isPartlyHidden(redaction) || partners.isPartlyHidden(redaction),
                partners.shown(redaction),
                concern.receivedOn(),
                safeguarding(concern, step));
    }

    private Situation.Safeguarding safeguarding(Concern concern, WaitingStep step) {
        List<DecidedStep> inOrder = decided.of(concern.reference());
        return switch (step.step()) {
            case POLICE_REPORT, STRATEGY_DISCUSSION, END_OF_ENQUIRIES, DISCUSSION_RECORD, DISCUSSION_ACTIONS ->
                new Situation.Safeguarding(
                        ObligationAssessment.restsOnThePolice(
                                decided.thresholds(concern).values(), inOrder),
                        Discussions.section47(concern, inOrder),
                        decided.latest(concern.reference(), Step.STRATEGY_DISCUSSION, step.item())
                                .map(held -> new Situation.Discussion(
                                        held.decision(StrategyDiscussion.class), held.decidedBy())),
                        Discussions.actions(step.item(), inOrder));
            default -> Situation.Safeguarding.NONE;
        };
    }

    /** The part whose threshold decision the rule of this step depends on. */
    private static Optional<String> partOfDecision(Concern concern, WaitingStep step) {
        return switch (step.step()) {
            case SECOND_READING -> Optional.of(step.item());
            case SOCIAL_CARE_REFERRAL ->
                Optional.of(String.valueOf(
                        concern.partOfChild(ChildItem.of(step.item()).child()).number()));
            default -> Optional.empty();
        };
    }

    private Optional<Situation.Threshold> threshold(Reference reference, String part) {
        return decided.latest(reference, Step.THRESHOLD_DECISION, part)
                .map(step -> new Situation.Threshold(step.decision(ThresholdDecision.class), step.decidedBy()));
    }

    /** Where the partners stand, before redaction. */
    record Partners(
            List<Obligation> unsettled,
            boolean policeMissing,
            List<Integer> ladoMissing,
            List<PartnerCheck> unanswered) {

        static final Partners SETTLED = new Partners(List.of(), false, List.of(), List.of());

        boolean isPartlyHidden(Redaction redaction) {
            return unsettled.stream()
                            .anyMatch(each -> redaction.hides(each.kind().step()))
                    || (!ladoMissing.isEmpty() && redaction.hides(Step.LADO_REFERRAL));
        }

        Situation.Partners shown(Redaction redaction) {
            return new Situation.Partners(
                    unsettled.stream()
                            .filter(each -> !redaction.hides(each.kind().step()))
                            .map(each -> Situation.Open.missing(each.kind().step(), each.item()))
                            .toList(),
                    policeMissing,
                    redaction.hides(Step.LADO_REFERRAL) ? List.of() : ladoMissing,
                    unanswered.stream()
                            .map(check -> new Missing(check.question().inWords(), "checks"))
                            .toList());
        }
    }

    private Partners partners(Concern concern) {
        List<Obligation> all = obligations.of(concern.reference());
        return new Partners(
                all.stream().filter(each -> !each.state().settled()).toList(),
                (ObligationAssessment.restsOnThePolice(
                                        decided.thresholds(concern).values(), decided.of(concern.reference()))
                                || all.stream().anyMatch(each -> each.kind() == ObligationKind.LADO))
                        && all.stream()
                                .filter(settled(ObligationKind.POLICE))
                                .allMatch(ObligationAssessment::isLeftToTheSafeguardingLead),
                concern.facts().adultsWhoMayWorkWithChildren().stream()
                        .filter(person -> all.stream()
                                .filter(settled(ObligationKind.LADO))
                                .noneMatch(each -> each.item().equals(String.valueOf(person))))
                        .toList(),
                partnerChecks.awaited(concern.reference()));
    }

    private static Predicate<Obligation> settled(ObligationKind kind) {
        return each -> each.kind() == kind && each.state().settled();
    }
}
