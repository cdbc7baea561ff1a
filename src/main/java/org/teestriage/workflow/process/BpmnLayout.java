package org.teestriage.workflow.process;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class BpmnLayout {

    private static final int MARGIN = 20;

    private final List<Box> boxes;
    private final List<Flow> flows;

    public enum Look {
        STEP,
        SUBPROCESS,
        START,
        END,
        GATEWAY,
        EVENT,
        TASK
    }

    /**
     * An element with its bounds in diagram coordinates. The label bounds are null if the label is inside the element.
     */
    public record Box(
            String element,
            Look look,
            String name,
            int x,
            int y,
            int width,
            int height,
            @Nullable Integer labelX,
            @Nullable Integer labelY,
            @Nullable Integer labelWidth) {}

    public record Flow(String corners) {}

    BpmnLayout() {
        BpmnModelInstance model = Bpmn.readModelFromStream(stream());
        double left = least(model, Bounds::getX) - MARGIN;
        double top = least(model, Bounds::getY) - MARGIN;
        boxes = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> drawn(shape.getBpmnElement()))
                .map(shape -> box(shape, left, top))
                .toList();
        flows = model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow flow
                        && drawn(flow.getSource())
                        && drawn(flow.getTarget()))
                .map(edge -> new Flow(String.join(
                        " ",
                        edge.getWaypoints().stream()
                                .map(corner -> "%d,%d"
                                        .formatted(Math.round(corner.getX() - left), Math.round(corner.getY() - top)))
                                .toList())))
                .toList();
    }

    private static double least(BpmnModelInstance model, ToDoubleFunction<Bounds> side) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .map(BpmnShape::getBounds)
                .mapToDouble(side)
                .min()
                .orElse(0);
    }

    /** The timers of deadline warnings and breaches are not drawn. */
    private static boolean drawn(BaseElement element) {
        return element instanceof FlowElement && !element.getId().matches(".*-(warning|warned|breach|breached)");
    }

    private static Box box(BpmnShape shape, double left, double top) {
        Bounds at = shape.getBounds();
        Optional<Bounds> label = Optional.ofNullable(shape.getBpmnLabel()).map(each -> each.getBounds());
        FlowElement element = (FlowElement) shape.getBpmnElement();
        return new Box(
                element.getId(),
                look(element),
                Objects.requireNonNullElse(element.getName(), ""),
                rounded(at.getX() - left),
                rounded(at.getY() - top),
                rounded(at.getWidth()),
                rounded(at.getHeight()),
                label.map(bounds -> rounded(bounds.getX() - left)).orElse(null),
                label.map(bounds -> rounded(bounds.getY() - top)).orElse(null),
                label.map(bounds -> rounded(bounds.getWidth())).orElse(null));
    }

    private static int rounded(double number) {
        return (int) Math.round(number);
    }

    private static Look look(FlowElement element) {
        String type = element.getElementType().getTypeName().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "usertask" -> Look.STEP;
            case "subprocess" -> Look.SUBPROCESS;
            case "startevent" -> Look.START;
            case "endevent" -> Look.END;
            default -> {
                if (type.endsWith("gateway")) {
                    yield Look.GATEWAY;
                }
                yield type.endsWith("event") ? Look.EVENT : Look.TASK;
            }
        };
    }

    public List<Box> boxes() {
        return new ArrayList<>(boxes);
    }

    public List<Flow> flows() {
        return new ArrayList<>(flows);
    }

    public int width() {
        return boxes.stream().mapToInt(box -> box.x() + box.width()).max().orElse(0) + MARGIN;
    }

    public int height() {
        return boxes.stream().mapToInt(box -> box.y() + box.height()).max().orElse(0) + MARGIN;
    }

    private static InputStream stream() {
        return Objects.requireNonNull(
                BpmnLayout.class.getClassLoader().getResourceAsStream("bpmn/response-path.bpmn"),
                "bpmn/response-path.bpmn is missing");
    }
}
