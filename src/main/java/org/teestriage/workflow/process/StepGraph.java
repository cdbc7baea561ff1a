package org.teestriage.workflow.process;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.teestriage.decision.Step;

@ApplicationScoped
public class StepGraph {

    private final Map<Step, Set<Step>> ahead = new EnumMap<>(Step.class);

    public StepGraph() {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(Objects.requireNonNull(stream(), "bpmn/response-path.bpmn is missing"));
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            ahead.put(step(task), reachable(task));
        }
    }

    /** Steps that can follow the given open steps, in path order. */
    public Set<Step> after(Collection<Step> open) {
        EnumSet<Step> steps = EnumSet.noneOf(Step.class);
        open.forEach(step -> steps.addAll(ahead.getOrDefault(step, Set.of())));
        return steps;
    }

    private static Set<Step> reachable(UserTask from) {
        EnumSet<Step> steps = EnumSet.noneOf(Step.class);
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> todo = new ArrayDeque<>();
        next(from).forEach(todo::add);
        while (!todo.isEmpty()) {
            FlowNode node = todo.remove();
            if (seen.add(node)) {
                if (node instanceof UserTask task) {
                    steps.add(step(task));
                }
                Stream.concat(inside(node), next(node)).forEach(todo::add);
            }
        }
        return steps;
    }

    private static Stream<FlowNode> next(FlowNode node) {
        if (node.getOutgoing().isEmpty() && node.getParentElement() instanceof SubProcess around) {
            return next(around);
        }
        return node.getOutgoing().stream().map(flow -> flow.getTarget());
    }

    private static Stream<FlowNode> inside(FlowNode node) {
        return node instanceof SubProcess sub
                ? sub.getChildElementsByType(StartEvent.class).stream().map(FlowNode.class::cast)
                : Stream.empty();
    }

    private static Step step(UserTask task) {
        return Step.of(task.getId()).orElseThrow(() -> new IllegalStateException(task.getId() + " is not a step"));
    }

    private static InputStream stream() {
        return StepGraph.class.getClassLoader().getResourceAsStream("bpmn/response-path.bpmn");
    }
}
