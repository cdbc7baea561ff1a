package org.teestriage.workflow.process;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Deploys earlier versions of the model, for tests of concerns that were raised under them. */
@ApplicationScoped
public class EarlierPath {

    private static final String MODEL = "bpmn/response-path.bpmn";

    private final ProcessEngineBootstrap processEngineBootstrap;

    EarlierPath(ProcessEngineBootstrap processEngineBootstrap) {
        this.processEngineBootstrap = processEngineBootstrap;
    }

    /** Deploys the shipped model without this step, its timers and its flows. */
    public void without(String step) {
        BpmnModelInstance model = shipped();
        String drawn = "acknowledged";
        List<ModelElementInstance> removed = model.getModelElementsByType(BaseElement.class).stream()
                .filter(element -> element.getId() != null)
                .filter(element ->
                        element.getId().contains(step) || element.getId().startsWith(drawn))
                .map(ModelElementInstance.class::cast)
                .toList();
        model.getModelElementsByType(BpmnDiagram.class).forEach(model.getDefinitions()::removeChildElement);
        removed.forEach(element -> element.getParentElement().removeChildElement(element));
        deploy(model);
    }

    /** Deploys the model of release 1, whose main flow opens the reports. */
    public void ofReleaseOne() {
        deploy(stored("response-path-release-1.bpmn"));
    }

    /** Deploys the model whose main flow opens the parts, and messages the reports. */
    public void withPartsInTheMainFlow() {
        deploy(stored("response-path-parts-in-main-flow.bpmn"));
    }

    private static BpmnModelInstance stored(String name) {
        return Bpmn.readModelFromStream(EarlierPath.class.getClassLoader().getResourceAsStream("bpmn/" + name));
    }

    public void asShipped() {
        deploy(shipped());
    }

    private static BpmnModelInstance shipped() {
        return Bpmn.readModelFromStream(EarlierPath.class.getClassLoader().getResourceAsStream(MODEL));
    }

    private void deploy(BpmnModelInstance model) {
        QuarkusTransaction.requiringNew().run(() -> processEngineBootstrap
                .engine()
                .getRepositoryService()
                .createDeployment()
                .name("tees-triage")
                .addModelInstance(MODEL, model)
                .deploy());
    }
}
