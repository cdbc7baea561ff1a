package org.teestriage.casework.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The BPMN diagram with the state of each step. A flow lists its corners as {@code "x,y x,y"}. */
public record PathDiagram(int width, int height, List<Box> boxes, List<String> flows) {

    public enum State {
        DONE,
        OPEN,
        OVERDUE,
        TO_COME,
        ELSEWHERE
    }

    /** One BPMN element. {@code look} is a name of {@code BpmnLayout.Look}; {@code notes} are lines about a step. */
    public record Box(
            String element,
            String look,
            String name,
            int x,
            int y,
            int width,
            int height,
            @Nullable Integer labelX,
            @Nullable Integer labelY,
            @Nullable Integer labelWidth,
            State state,
            List<String> notes) {}
}
