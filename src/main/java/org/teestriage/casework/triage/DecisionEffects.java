package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.breakglass.BreakGlassGrants;
import org.teestriage.casework.decisionsupport.ChildMatcher;
import org.teestriage.casework.restriction.Restrictions;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Facts;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.deadline.Deadline;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.AuthorityDecision;
import org.teestriage.decision.BreakGlassReview;
import org.teestriage.decision.Close;
import org.teestriage.decision.Decision;
import org.teestriage.decision.HubAcceptance;
import org.teestriage.decision.InformationReview;
import org.teestriage.decision.ReferrerFeedback;
import org.teestriage.decision.SecondReading;
import org.teestriage.decision.Situation;
import org.teestriage.decision.Step;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.decision.WrittenConcern;
import org.teestriage.decision.wording.Wording;
import org.teestriage.directory.Directory;
import org.teestriage.directory.routing.Routing;
import org.teestriage.letter.LetterApprovals;
import org.teestriage.letter.LetterWriter;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** What a decision that stands makes true of the concern, beyond moving its path on. */
@ApplicationScoped
class DecisionEffects {

    private final Directory directory;
    private final DeadlineRules deadlineRules;
    private final Routing routing;
    private final LetterApprovals letterApprovals;
    private final LetterWriter letterWriter;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final PathInputs pathInputs;
    private final Restrictions restrictions;
    private final BreakGlassGrants breakGlassGrants;
    private final ResponsePath path;
    private final Wording wording;
    private final ChildMatcher childMatcher;

    DecisionEffects(
            Directory directory,
            DeadlineRules deadlineRules,
            Routing routing,
            LetterApprovals letterApprovals,
            LetterWriter letterWriter,
            WaitingSteps waiting,
            DecidedSteps decided,
            PathInputs pathInputs,
            Restrictions restrictions,
            BreakGlassGrants breakGlassGrants,
            ResponsePath path,
            Wording wording,
            ChildMatcher childMatcher) {
        this.directory = directory;
        this.deadlineRules = deadlineRules;
        this.routing = routing;
        this.letterApprovals = letterApprovals;
        this.letterWriter = letterWriter;
        this.waiting = waiting;
        this.decided = decided;
        this.pathInputs = pathInputs;
        this.restrictions = restrictions;
        this.breakGlassGrants = breakGlassGrants;
        this.path = path;
        this.wording = wording;
        this.childMatcher = childMatcher;
    }

    /** Refuses a decision that names something the directory does not know, before anything changes. */
    void check(WaitingStep step, Decision decision, Instant now) {
        wording.check(decision);
        letterApprovals.check(new Reference(step.reference()), step.item(), decision, now);
        if (decision instanceof AuthorityDecision authority
                && directory.authorities().stream()
                        .noneMatch(childMatcher -> childMatcher.code().equals(authority.authority()))) {
            throw RequestRefusedException.conflict("No authority has this code. Use one of: %s."
                    .formatted(String.join(
                            ", ",
                            directory.authorities().stream()
                                    .map(childMatcher -> childMatcher.code() + " (" + childMatcher.name() + ")")
                                    .toList())));
        }
    }

    void apply(ConcernUpdate update, WaitingStep step, Decision decision, Situation situation) {
        Concern concern = update.concern();
        if (decision instanceof WrittenConcern written) {
            write(update, written.facts());
        } else if (decision instanceof AuthorityDecision authority) {
            decideAuthority(update, part(concern, step), authority.authority());
        } else if (decision instanceof HubAcceptance acceptance) {
            settleMove(update, part(concern, step), acceptance.accepted());
        } else if (decision instanceof InformationReview review && review.priority() != null) {
            concern.rate(review.priority(), "An officer's review of further information: see the decision.");
            pathInputs.followUrgency(update, "priority raised");
        } else if (decision instanceof SecondReading reading && reading.agrees()) {
            situation.threshold().ifPresent(first -> dropComplexFlag(concern, first.decision()));
        } else if (decision instanceof StrategyDiscussion discussion && discussion.section47()) {
            Deadline conference = deadlineRules.conferenceDate(discussion.heldOn());
            update.record(
                    Kind.DECIDED,
                    step.step().id(),
                    step.item(),
                    "An initial child protection conference is due by %s.".formatted(LondonTime.when(conference.due())),
                    conference);
        } else if (decision instanceof BreakGlassReview review) {
            breakGlassGrants
                    .find(concern.reference(), step.item())
                    .orElseThrow()
                    .review(update.officer(), review.justified(), update.now());
        } else if (decision instanceof ReferrerFeedback) {
            acknowledgedToo(update);
        } else if (decision instanceof Close) {
            concern.close(update.now());
        } else {
            letterApprovals.settle(update, step.item(), decision);
        }
    }

    /** Who was told the outcome knows that the concern was received: nobody need tell them again. */
    private void acknowledgedToo(ConcernUpdate update) {
        Concern concern = update.concern();
        waiting.find(concern.reference(), Step.ACKNOWLEDGEMENT, "").ifPresent(step -> {
            update.record(
                    Kind.ACKNOWLEDGED,
                    step.step().id(),
                    step.item(),
                    "The concern was acknowledged by telling the outcome.",
                    concern.reference());
            path.complete(step.task(), pathInputs.onward(concern, Set.of(), List.of()));
        });
    }

    private void write(ConcernUpdate update, Facts told) {
        Concern concern = update.concern();
        int before = concern.facts().children().size();
        Facts written = new Facts(
                told.urgency(),
                told.policeContact(),
                concern.facts().call(),
                told.referrer(),
                told.children(),
                told.suspects(),
                told.kinds(),
                told.channels(),
                told.contactContinuing(),
                told.account(),
                told.images(),
                told.devices(),
                told.consents(),
                told.doneSoFar());
        concern.writtenDown(written, update.now());
        LocalDate day = BusinessClock.dateOf(concern.receivedAt());
        for (int child = before + 1; child <= told.children().size(); child++) {
            requireUndecided(concern);
            concern.addChild(
                    child, routing.place(told.children().get(child - 1), day).hub());
        }
        childMatcher.keepAgain(concern);
        pathInputs.rate(update);
        restrictions.aroundSuspects(update);
        restrictions.releaseWhatTheyHad(update);
    }

    /** A child who joined a part after its decision would never get one of its own. */
    private void requireUndecided(Concern concern) {
        boolean decidedAlready = concern.parts().stream().anyMatch(part -> decided.latest(
                        concern.reference(), Step.THRESHOLD_DECISION, String.valueOf(part.number()))
                .isPresent());
        if (decidedAlready) {
            throw RequestRefusedException.conflict(
                    "The threshold decision was made for the children the call told of. Leave the others"
                            + " out here, and raise a concern of their own for them, so that they get their own decision.");
        }
    }

    private void decideAuthority(ConcernUpdate update, Part part, String code) {
        Routing.Placement placement = routing.at(
                directory.authority(code),
                "decided by a person",
                BusinessClock.dateOf(update.concern().receivedAt()));
        part.decideAuthority(code, placement.standing(), placement.hub());
        moveSteps(update, part, placement.hub());
    }

    private void settleMove(ConcernUpdate update, Part part, boolean accepted) {
        if (accepted) {
            part.acceptMove();
            moveSteps(update, part, part.hub());
        } else {
            part.returnMove();
        }
    }

    /** Open steps go with their children: those of the part, of its children, and, for the first part, of the whole concern. */
    private void moveSteps(ConcernUpdate update, Part part, String hub) {
        List<String> children = part.children().stream().map(String::valueOf).toList();
        waiting.of(update.concern().reference()).stream()
                // Acceptance waits at the hub that is asked, wherever the children are.
                .filter(step -> step.step() != Step.HUB_ACCEPTANCE)
                .filter(step -> switch (step.step().item()) {
                    case PART -> step.item().equals(String.valueOf(part.number()));
                    case CHILD -> children.contains(step.item());
                    case LETTER ->
                        letterWriter.partOf(update.concern(), step.item()).number() == part.number();
                    case NONE, SUSPECT, ACCOUNT, INFORMATION, GLASS -> part.number() == 1;
                })
                .forEach(step -> {
                    if (step.claimedBy().isPresent()) {
                        update.record(
                                Kind.RELEASED,
                                step.step().id(),
                                step.item(),
                                "Back in the queue, at %s: %s."
                                        .formatted(
                                                directory.hub(hub).name(),
                                                step.step().title()),
                                hub);
                    }
                    step.moveTo(hub);
                });
    }

    private static void dropComplexFlag(Concern concern, ThresholdDecision agreed) {
        if (!agreed.complexAbuse()) {
            concern.noLongerComplex();
        }
    }

    private static Part part(Concern concern, WaitingStep step) {
        return concern.part(Integer.parseInt(step.item()));
    }
}
