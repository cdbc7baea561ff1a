package org.teestriage.casework.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.teestriage.casework.casefile.PathDiagram.State;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.workflow.process.BpmnLayout;

@ApplicationScoped
class PathDiagramAssembler {

    private final BpmnLayout bpmnLayout;

    PathDiagramAssembler(BpmnLayout bpmnLayout) {
        this.bpmnLayout = bpmnLayout;
    }

    PathDiagram of(PathView path) {
        return new PathDiagram(
                bpmnLayout.width(),
                bpmnLayout.height(),
                bpmnLayout.boxes().stream().map(box -> box(box, path)).toList(),
                bpmnLayout.flows().stream().map(BpmnLayout.Flow::corners).toList());
    }

    private static PathDiagram.Box box(BpmnLayout.Box box, PathView path) {
        List<String> notes = new ArrayList<>();
        State state = box.look() == BpmnLayout.Look.STEP ? state(box.element(), path, notes) : State.ELSEWHERE;
        return new PathDiagram.Box(
                box.element(),
                box.look().name(),
                box.name(),
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                box.labelX(),
                box.labelY(),
                box.labelWidth(),
                state,
                notes);
    }

    private static State state(String step, PathView path, List<String> notes) {
        List<ConcernStatus.OpenStep> open =
                path.open().stream().filter(each -> each.step().equals(step)).toList();
        List<PathView.Done> done =
                path.done().stream().filter(each -> each.step().equals(step)).toList();
        open.forEach(each -> notes.add("%s: %s, due %s%s"
                .formatted(
                        each.item().isEmpty() ? "open" : "open " + each.item(),
                        Objects.requireNonNullElse(each.claimedBy(), "not allocated"),
                        LondonTime.when(each.due()),
                        each.overdue() ? ", overdue" : "")));
        done.forEach(each -> notes.add(
                "%s: %s".formatted(each.item().isEmpty() ? "done" : "done " + each.item(), each.decidedBy())));
        if (!open.isEmpty()) {
            return open.stream().anyMatch(ConcernStatus.OpenStep::overdue) ? State.OVERDUE : State.OPEN;
        }
        if (!done.isEmpty()) {
            return State.DONE;
        }
        return path.toCome().stream().anyMatch(each -> each.step().equals(step)) ? State.TO_COME : State.ELSEWHERE;
    }
}
