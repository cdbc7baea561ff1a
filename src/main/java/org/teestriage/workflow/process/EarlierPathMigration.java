package org.teestriage.workflow.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;

/**
 * Brings a path of release 1 to the present model, within one transaction. Its main flow opened the reports, in places
 * that the present model does not have: they are cancelled, their branches count as walked, and they open again where
 * they belong, as new tasks without a new letter. All else keeps its place, task, timers and item.
 */
final class EarlierPathMigration {

    private static final Set<String> REPORTS = Set.of(
            "police-report",
            "ceop-decision",
            "ceop-hold",
            "platform-account#multiInstanceBody",
            "workplace#multiInstanceBody",
            "online-reports-made",
            "reports-made");

    private static final String REFERRALS = "child-referred#multiInstanceBody";
    private static final Set<String> AFTER_THE_DECISION = Set.of(REFERRALS, "followed-through");

    /** Where a report waits for a person, or for the end of a hold. */
    private static final Set<String> PLACES = Set.of(
            "police-report",
            "ceop-decision",
            "ceop-hold",
            "platform-decision",
            "platform-hold",
            "lado-referral",
            "social-care-referral");

    private final RuntimeService runtime;
    private final ProcessEngine engine;

    private record Place(String element, String item) {}

    EarlierPathMigration(ProcessEngine engine) {
        this.engine = engine;
        this.runtime = engine.getRuntimeService();
    }

    void bringForward(ProcessInstance path) {
        ActivityInstance tree = runtime.getActivityInstance(path.getId());
        List<Place> open = below(tree)
                .filter(each -> PLACES.contains(each.getActivityId()))
                .map(each -> new Place(each.getActivityId(), item(each)))
                .toList();
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(path.getId());
        List<ActivityInstance> reports = below(tree)
                .filter(each -> REPORTS.contains(each.getActivityId()))
                .toList();
        reports.forEach(each -> change.cancelActivityInstance(each.getId()));
        if (!reports.isEmpty()) {
            change.startTransition("all-reports-made");
        }
        List<ActivityInstance> parts = below(tree)
                .filter(each -> each.getActivityId().equals("part"))
                .filter(part -> children(part).anyMatch(each -> AFTER_THE_DECISION.contains(each.getActivityId())))
                .toList();
        parts.forEach(part -> leaveReferrals(change, part));
        if (!reports.isEmpty() || !parts.isEmpty()) {
            change.execute();
        }
        runtime.newMigration(runtime.createMigrationPlan(path.getProcessDefinitionId(), present())
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(path.getId())
                .execute();
        open.forEach(place -> runtime.createProcessInstanceModification(path.getId())
                .startBeforeActivity(place.element())
                .setVariableLocal(ResponsePath.ITEM, place.item())
                .execute());
    }

    private String item(ActivityInstance place) {
        Object item = runtime.getVariable(place.getExecutionIds()[0], ResponsePath.ITEM);
        return item == null ? "" : item.toString();
    }

    /**
     * The join of a part has lost a flow, so that the engine migrates no token that waits there. It needs none while another
     * step of the part is open; else the part has been answered.
     */
    private static void leaveReferrals(ProcessInstanceModificationBuilder change, ActivityInstance part) {
        boolean goesOn = children(part).anyMatch(each -> !AFTER_THE_DECISION.contains(each.getActivityId()));
        if (!goesOn) {
            // Once before, so that the part stays, and once after, so that its join is asked again.
            change.startTransition("children-received", part.getId());
        }
        children(part)
                .filter(each -> goesOn || each.getActivityId().equals(REFERRALS))
                .filter(each -> AFTER_THE_DECISION.contains(each.getActivityId()))
                .forEach(each -> change.cancelActivityInstance(each.getId()));
        if (!goesOn) {
            change.startTransition("children-received", part.getId());
        }
    }

    private String present() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(ResponsePath.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static Stream<ActivityInstance> children(ActivityInstance parent) {
        return Stream.of(parent.getChildActivityInstances());
    }

    private static Stream<ActivityInstance> below(ActivityInstance parent) {
        return children(parent).flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }
}
