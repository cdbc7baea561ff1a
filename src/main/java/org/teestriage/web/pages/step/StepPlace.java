package org.teestriage.web.pages.step;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.casework.decisionsupport.WorkView;
import org.teestriage.casework.partnercheck.ChecksView;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.letter.LetterView;
import org.teestriage.web.pages.concern.TimelinePage;

/**
 * A step as one user sees it.
 *
 * @param letterRead the letter that the user read, if {@code letter} has replaced it
 * @param checks what partners know of the children; null for steps that do not rest on it
 * @param since the timeline entries added since the page was opened
 * @param overnight what the duty team did, for the handover
 */
public record StepPlace(
        Officer officer,
        Reference reference,
        Step step,
        String item,
        WorkView view,
        @Nullable LetterView letter,
        @Nullable LetterView letterRead,
        boolean letterHeldBack,
        @Nullable ChecksView checks,
        List<TimelinePage.Entry> since,
        List<TimelinePage.Entry> overnight) {

    public String address() {
        return "/concerns/%s/steps/%s".formatted(reference, StepPages.place(step.id(), item));
    }

    /** The latest decision of this step. */
    Optional<PathView.Done> latest() {
        return view.done().stream()
                .filter(done -> done.step().equals(step.id()) && done.item().equals(item))
                .reduce((first, second) -> second);
    }

    /** The checks about the children concerned. */
    public List<ChecksView.ForChild> checksShown() {
        List<Integer> children = children();
        return checks == null
                ? List.of()
                : checks.children().stream()
                        .filter(each -> children.contains(each.child()))
                        .toList();
    }

    /** For the emergency call: the call that was told, for a person to confirm. */
    public Optional<ReferrersCall> referrersCall() {
        return step == Step.EMERGENCY_CALL
                ? view.open().flatMap(open -> ReferrersCall.of(view.standing(), open.openedAt()))
                : Optional.empty();
    }

    public boolean isMine() {
        return view.open().map(open -> officer.name().equals(open.claimedBy())).orElse(false);
    }

    /** The children concerned, numbered from 1. */
    public List<Integer> children() {
        return switch (step.item()) {
            case PART ->
                view.standing().hubs().stream()
                        .filter(hub -> String.valueOf(hub.part()).equals(item))
                        .flatMap(hub -> hub.children().stream())
                        .toList();
            case CHILD -> List.of(ChildItem.of(item).child());
            case NONE, SUSPECT, ACCOUNT, INFORMATION, GLASS, LETTER ->
                view.standing().hubs().stream()
                        .flatMap(hub -> hub.children().stream())
                        .sorted()
                        .toList();
        };
    }
}
