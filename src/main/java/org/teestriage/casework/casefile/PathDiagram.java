package org.teestriage.casework.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The path as it is drawn, with what is done, what waits for whom, and what may still come of this concern. */
public record PathDiagram(int width, int height, List<Box> boxes, List<String> flows) {

    /** How far the concern is with a step. */
    public enum State {
        DONE,
        OPEN,
        OVERDUE,
        TO_COME,
        ELSEWHERE
    }

    /** One element: what it is drawn as, what it is called, and for a step how far it is and what is to be said of it. */
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
