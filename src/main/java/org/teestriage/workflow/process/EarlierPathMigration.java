package org.teestriage.workflow.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;

/**
 * Brings a path of an earlier model to the present one, within one transaction. Earlier main flows opened the parts, and in
 * release 1 the reports, in places that the present model does not have: they are cancelled, and open again where they
 * belong, as new tasks without a new letter. All else keeps its place, task, timers and item.
 */
final class EarlierPathMigration {

    /** What the main flow opened, and the joins that have lost a flow, so that the engine migrates no token there. */
    private static final Set<String> LEFT_BEHIND = Set.of(
            "part#multiInstanceBody",
            "authority-unclear#multiInstanceBody",
            "all-done",
            "police-report",
            "ceop-decision",
            "ceop-hold",
            "platform-account#multiInstanceBody",
            "workplace#multiInstanceBody",
            "online-reports-made",
            "reports-made");

    /** Where something that is left behind waits for a person, or for the end of a hold. */
    private static final Set<String> PLACES = Set.of(
            "authority-decision",
            "immediate-risk-check",
            "threshold-decision",
            "second-reading",
            "referrer-feedback",
            "strategy-discussion",
            "police-report",
            "ceop-decision",
            "ceop-hold",
            "platform-decision",
            "platform-hold",
            "lado-referral",
            "social-care-referral");

    /** Steps of one part that can be open beside each other. They join within the part. */
    private static final Set<String> AFTER_THE_DECISION = Set.of("referrer-feedback", "strategy-discussion");

    /** The branches of the main flow that still join, by the flow that a walked one leaves behind. */
    private static final Map<String, Set<String>> BRANCHES = Map.of(
            "acknowledged", Set.of("acknowledgement"),
            "all-written", Set.of("written-concern"),
            "night-over", Set.of("next-opening", "hand-over"));

    private static final Set<String> BEYOND_THE_JOIN = Set.of("work-settled", "close");

    /** Keeps a path alive of which nothing else is open: a timer without a step. */
    private static final String PLACEHOLDER = "next-opening";

    private final RuntimeService runtime;
    private final ProcessEngine engine;

    private record Place(String element, String item) {}

    EarlierPathMigration(ProcessEngine engine) {
        this.engine = engine;
        this.runtime = engine.getRuntimeService();
    }

    void bringForward(ProcessInstance path) {
        ActivityInstance tree = runtime.getActivityInstance(path.getId());
        List<ActivityInstance> leftBehind = children(tree)
                .filter(each -> LEFT_BEHIND.contains(each.getActivityId()))
                .toList();
        List<Place> open = leftBehind.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), below(each)))
                .filter(each -> PLACES.contains(each.getActivityId()))
                .map(each -> new Place(each.getActivityId(), item(each)))
                .toList();
        List<String> walked = walked(tree);
        boolean kept = walked.size() == BRANCHES.size();
        if (!leftBehind.isEmpty()) {
            leave(path, leftBehind, kept);
        }
        runtime.newMigration(runtime.createMigrationPlan(path.getProcessDefinitionId(), present())
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(path.getId())
                .execute();
        if (!leftBehind.isEmpty()) {
            join(path, walked, kept);
        }
        open.forEach(place -> open(path, place));
    }

    /** The flows that the branches of the main flow have taken to its join. */
    private static List<String> walked(ActivityInstance tree) {
        Set<String> open = Set.copyOf(
                children(tree).map(ActivityInstance::getActivityId).distinct().toList());
        return open.stream().anyMatch(BEYOND_THE_JOIN::contains)
                ? List.of()
                : BRANCHES.entrySet().stream()
                        .filter(branch -> branch.getValue().stream().noneMatch(open::contains))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private void leave(ProcessInstance path, List<ActivityInstance> leftBehind, boolean keep) {
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(path.getId());
        if (keep) {
            change.startBeforeActivity(PLACEHOLDER);
        }
        leftBehind.forEach(each -> change.cancelActivityInstance(each.getId()));
        change.execute();
    }

    /** The join of the present model waits for fewer flows: for those of the main flow itself. */
    private void join(ProcessInstance path, List<String> walked, boolean kept) {
        if (walked.isEmpty()) {
            return;
        }
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(path.getId());
        walked.forEach(change::startTransition);
        if (kept) {
            change.cancelAllForActivity(PLACEHOLDER);
        }
        change.execute();
    }

    private void open(ProcessInstance path, Place place) {
        String beside = AFTER_THE_DECISION.contains(place.element()) ? part(path, place.item()) : path.getId();
        runtime.createProcessInstanceModification(path.getId())
                .startBeforeActivity(place.element(), beside)
                .setVariableLocal(ResponsePath.ITEM, place.item())
                .execute();
    }

    /** The part in which another step is open again already, or else the path. */
    private String part(ProcessInstance path, String item) {
        return children(runtime.getActivityInstance(path.getId()))
                .filter(each ->
                        each.getActivityId().equals("part") && item(each).equals(item))
                .map(ActivityInstance::getId)
                .findFirst()
                .orElse(path.getId());
    }

    private String item(ActivityInstance place) {
        return Objects.requireNonNullElse(runtime.getVariable(place.getExecutionIds()[0], ResponsePath.ITEM), "")
                .toString();
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
