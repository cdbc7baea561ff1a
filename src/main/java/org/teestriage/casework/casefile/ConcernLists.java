package org.teestriage.casework.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.DutyWorkRecords;
import org.teestriage.access.authorization.StandInRecords;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Concerns.Listed;
import org.teestriage.concern.Concerns.Whose;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.timeline.Reading.What;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.DecidedSteps.Made;

@ApplicationScoped
class ConcernLists {

    private static final int PAGE = 50;

    /** Whether a concern went to the LADO shows in no list. */
    private static final Set<Step> HIDDEN =
            EnumSet.of(Step.LADO_REFERRAL, Step.LADO_EVALUATION, Step.LADO_LETTER_CHASE);

    private final ConcernAccess concernAccess;
    private final Concerns concerns;
    private final StandInRecords standInRecords;
    private final DutyWorkRecords dutyWorkRecords;
    private final DecidedSteps decided;
    private final Directory directory;

    ConcernLists(
            ConcernAccess concernAccess,
            Concerns concerns,
            StandInRecords standInRecords,
            DutyWorkRecords dutyWorkRecords,
            DecidedSteps decided,
            Directory directory) {
        this.concernAccess = concernAccess;
        this.concerns = concerns;
        this.standInRecords = standInRecords;
        this.dutyWorkRecords = dutyWorkRecords;
        this.decided = decided;
        this.directory = directory;
    }

    /**
     * Returns one page: the concerns that a referrer raised, those of the agency for its safeguarding lead or of the
     * officer's hubs, those on which the duty team works, or all concerns for an auditor.
     */
    ConcernList of(Officer officer, @Nullable Reference after) {
        List<Listed> found = visiblePage(officer, after == null ? null : listed(officer, after));
        List<Listed> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<Reference> references = shown.stream().map(Listed::reference).toList();
        concernAccess.recordReading(officer, references, What.LIST);
        Map<Reference, List<String>> hubs = concerns.hubsOf(references);
        Map<Reference, List<Made>> made = decided.madeIn(references);
        return new ConcernList(
                shown.stream()
                        .map(each -> line(
                                each,
                                hubs.getOrDefault(each.reference(), List.of()),
                                made.getOrDefault(each.reference(), List.of())))
                        .toList(),
                found.size() > PAGE ? shown.get(PAGE - 1).reference().value() : null);
    }

    private Listed listed(Officer officer, Reference reference) {
        Concern concern = concernAccess
                .forReading(officer, Act.SEE_STATUS, reference, What.LIST)
                .concern();
        return new Listed(reference.value(), concern.receivedAt(), null, null, null);
    }

    /** Reads one row more than a page, to detect a next page. Repeats the query, because access rules drop rows. */
    private List<Listed> visiblePage(Officer officer, @Nullable Listed after) {
        List<Listed> shown = new ArrayList<>();
        List<String> more = officer.is(Role.DUTY_TEAM)
                ? dutyWorkRecords.presentConcerns(concernAccess.now()).stream()
                        .map(Reference::value)
                        .toList()
                : standInRecords.openOf(officer).stream()
                        .map(record -> record.reference().value())
                        .toList();
        Whose whose = new Whose(
                officer.agency(),
                officer.duties().safeguardingLead() ? null : officer.user(),
                officer.is(Role.AUDITOR) ? null : officer.hubs(),
                officer.duties().authorities(),
                more);
        @Nullable Listed last = after;
        List<Listed> found;
        do {
            found = concerns.listed(whose, last, PAGE + 1);
            shown.addAll(concernAccess.visible(officer, Act.SEE_STATUS, found, Listed::reference));
            last = found.isEmpty() ? last : found.get(found.size() - 1);
        } while (shown.size() <= PAGE && found.size() > PAGE);
        return shown;
    }

    private ConcernList.Line line(Listed concern, List<String> hubs, List<Made> made) {
        return new ConcernList.Line(
                concern.reference(),
                concern.receivedAt(),
                concern.open(),
                StatusSentences.status(
                        new StatusSentences.Standing(
                                concern.open(), concern.reopenedAt(), concern.duplicateOf() != null, hubs.size()),
                        made.stream()
                                .filter(each -> !HIDDEN.contains(each.step()))
                                .toList()),
                hubs.stream().map(hub -> directory.hub(hub).name()).distinct().toList());
    }
}
