package org.teestriage.workflow.process;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;
import org.teestriage.decision.Step;

/**
 * Checks that the BPMN model and the code are consistent. Each test applies its check to the shipped model, which must
 * pass, and to a model that is changed in one place, which must fail: this shows that the check can fail.
 */
class BpmnContractTest {

    private static final String SHIPPED = read("bpmn/response-path.bpmn");
    private static final String RETRIES = "PT10S,PT1M,PT5M,PT15M,PT1H";
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\((?:'([a-z-]+)', )?execution\\)}");

    // Steps, routes, messages and calls

    @Test
    void userTasksAreExactlyTheStepsWithTheirTitles() {
        Function<Model, List<String>> check = model -> differences(
                model.all(UserTask.class).map(task -> task.getId() + ": " + task.getName()),
                Arrays.stream(Step.values()).map(step -> step.id() + ": " + step.title()));
        holds(check);
        fails(check, "hand-over", "handover", "only in the code: hand-over: Handover from the Emergency Duty Team");
        fails(check, "name=\"Close\"", "name=\"Shut\"", "only in the model: close: Shut");
    }

    @Test
    void conditionsAreExactlyTheRoutes() {
        Function<Model, List<String>> check = model -> differences(
                model.all(ConditionExpression.class).map(ModelElementInstance::getTextContent),
                Arrays.stream(Route.values()).map(route -> "${" + route.id() + "}"));
        holds(check);
        fails(check, "${reopened}", "${openedAgain}", "only in the code: ${reopened}");
        fails(check, "${strategyDue}", "${strategyDue or held}", "only in the model: ${strategyDue or held}");
    }

    @Test
    void startMessagesAreExactlyThePathMessages() {
        Function<Model, List<String>> check = model -> differences(
                model.all(StartEvent.class)
                        .flatMap(start -> start.getEventDefinitions().stream())
                        .map(event -> ((MessageEventDefinition) event).getMessage())
                        .map(Message::getName),
                Arrays.stream(PathMessage.values()).map(PathMessage::id));
        holds(check);
        fails(check, "name=\"danger-raised\"", "name=\"danger\"", "only in the code: danger-raised");
    }

    @Test
    void onlyADuplicateInterruptsThePath() {
        Function<Model, List<String>> check = model -> differences(
                model.all(SubProcess.class)
                        .filter(SubProcess::triggeredByEvent)
                        .flatMap(sub -> sub.getChildElementsByType(StartEvent.class).stream())
                        .filter(StartEvent::isInterrupting)
                        .map(BaseElement::getId),
                Stream.of(PathMessage.DUPLICATE_WITHDRAWN.id()));
        holds(check);
        fails(check, "isInterrupting=\"false\"", "isInterrupting=\"true\"", "only in the model: danger-raised");
    }

    @Test
    void expressionsCallExactlyTheMethodsOfTheProcessBeans() {
        Function<Model, List<String>> check =
                model -> differences(model.calls().map(call -> call.group(1) + "." + call.group(2)), beanMethods());
        holds(check);
        fails(check, "${letters.prepare", "${desk.prepare", "only in the model: desk.prepare");
        fails(check, "deadlines.nextOpening", "deadlines.holdEnds", "only in the code: deadlines.nextOpening");
    }

    @Test
    void anExpressionIsOneRouteOrOneCall() {
        Function<Model, List<String>> check = model -> EXPRESSION
                .matcher(model.text())
                .results()
                .map(MatchResult::group)
                .filter(not(CALL.asMatchPredicate()))
                .filter(expression ->
                        Arrays.stream(Route.values()).noneMatch(route -> expression.equals("${" + route.id() + "}")))
                .toList();
        holds(check);
        fails(check, "${held}", "${held == true}", "${held == true}");
        fails(check, "${deadlines.nextOpening(execution)}", "#{deadlines.now()}", "#{deadlines.now()}");
    }

    @Test
    void aLetterIsPreparedUnderTheIdOfItsServiceTask() {
        Function<Model, List<String>> check = model -> model.all(ServiceTask.class)
                .filter(task ->
                        !("${letters.prepare('" + task.getId() + "', execution)}").equals(task.getCamundaExpression()))
                .map(BaseElement::getId)
                .toList();
        holds(check);
        fails(check, "prepare('letter-to-lado'", "prepare('letter-to-police'", "letter-to-lado");
    }

    /** What is repeated opens by a message with its item, so that it can open at any moment. */
    @Test
    void nothingIsRepeatedByTheModelItself() {
        Function<Model, List<String>> check = model -> model.all(MultiInstanceLoopCharacteristics.class)
                .map(each -> ((BaseElement) each.getParentElement()).getId())
                .toList();
        holds(check);
        String last = "<bpmn:outgoing>to-concern-closed</bpmn:outgoing>";
        fails(check, last, last + "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"parts\" />", "close");
    }

    /** A subprocess of the main flow would make it wait for what can open later. */
    @Test
    void everySubprocessIsStartedByAMessage() {
        Function<Model, List<String>> check = model -> model.all(SubProcess.class)
                .filter(not(SubProcess::triggeredByEvent))
                .map(BaseElement::getId)
                .toList();
        holds(check);
        fails(check, " triggeredByEvent=\"true\"", "", "danger");
    }

    @Test
    void theModelHasNoCodeNoFormsAndNoAsynchronousContinuations() {
        Pattern foreign = Pattern.compile(
                "<(?:\\w+:)?(?:script|scriptTask|executionListener|taskListener|formData|connector|inputOutput)\\b"
                        + "|\\b(?:class|delegateExpression|formKey|formRef|async|asyncBefore|asyncAfter|resultVariable|topic|decisionRef)=");
        Function<Model, List<String>> check = model ->
                foreign.matcher(model.text()).results().map(MatchResult::group).toList();
        holds(check);
        String task = "<bpmn:userTask id=\"close\"";
        fails(check, task, task + " camunda:asyncBefore=\"true\"", "asyncBefore=");
        fails(check, task, task + " camunda:formKey=\"close.html\"", "formKey=");
        fails(check, "camunda:expression=\"${letters", "camunda:delegateExpression=\"${letters", "delegateExpression=");
        fails(check, "camunda:expression=\"${letters", "camunda:class=\"${letters", "class=");
        fails(check, "bpmn:serviceTask", "bpmn:scriptTask", "<bpmn:scriptTask");
    }

    // Timers

    @Test
    void everyStepHasNonInterruptingTimersForItsWarningAndItsBreach() {
        Function<Model, List<String>> check = model -> model.all(UserTask.class)
                .flatMap(task -> Stream.of("warning warned", "breach breached")
                        .map(words -> words.split(" "))
                        .filter(words -> !model.hasTimer(task, words[0], words[1]))
                        .map(words -> task.getId() + " lacks its " + words[0]))
                .toList();
        holds(check);
        fails(check, "warningAt('close'", "warningAt('hand-over'", "close lacks its warning");
        fails(check, "breached('close'", "warned('close'", "close lacks its breach");
        fails(check, "\"close-breach\"", "\"close-late\"", "close lacks its breach");
        fails(check, "cancelActivity=\"false\"", "cancelActivity=\"true\"", "close lacks its warning");
    }

    @Test
    void userTasksAreExactlyTheStepsWithDeadlineRules() {
        Function<Model, List<String>> check =
                model -> differences(model.all(UserTask.class).map(BaseElement::getId), deadlineRules());
        holds(check);
        fails(check, "hand-over", "handover", "only in the model: handover");
    }

    @Test
    void everyTimerIsRetriedAtGrowingIntervals() {
        Function<Model, List<String>> check = model -> model.all(TimerEventDefinition.class)
                .map(ModelElementInstance::getParentElement)
                .map(BaseElement.class::cast)
                .filter(event -> !event.getRawTextContent().contains(RETRIES))
                .map(BaseElement::getId)
                .toList();
        holds(check);
        fails(check, RETRIES, "R3/PT1M", "ceop-hold");
    }

    /** The engine fires timers in its own transactions without routes and lists, so a user task must set them first. */
    @Test
    void aUserTaskFollowsEveryTimerOnThePathBeforeAnyFork() {
        Function<Model, List<String>> check = model -> model.all(IntermediateCatchEvent.class)
                .filter(timer -> !Model.next(timer).map(Model::pastMerges).allMatch(UserTask.class::isInstance))
                .map(BaseElement::getId)
                .toList();
        holds(check);
        fails(check, "targetRef=\"hand-over\"", "targetRef=\"out-of-hours\"", "next-opening");
    }

    // Structure

    @Test
    void everyElementIsReachableAndLeadsToAnEnd() {
        Function<Model, List<String>> check = Model::deadEnds;
        holds(check);
        fails(check, "targetRef=\"close\"", "targetRef=\"work-left\"", "nothing leads to close");
        fails(check, "targetRef=\"concern-closed\"", "targetRef=\"close\"", "no end follows close");
    }

    @Test
    void everyExclusiveForkHasADefaultAndConditionsOnAllOtherFlows() {
        Function<Model, List<String>> check = model -> model.all(ExclusiveGateway.class)
                .filter(Model::forks)
                .filter(gateway -> gateway.getDefault() == null
                        || gateway.getOutgoing().stream()
                                .anyMatch(flow ->
                                        (flow.getConditionExpression() == null) != flow.equals(gateway.getDefault())))
                .map(BaseElement::getId)
                .toList();
        holds(check);
        fails(check, " default=\"agreed\"", "", "returned-to-decider");
        fails(check, " default=\"agreed\"", " default=\"returned-with-reasons\"", "returned-to-decider");
    }

    @Test
    void everyForkIsNamedAsAQuestionAndItsFlowsHaveNames() {
        Function<Model, List<String>> check = model -> model.all(Gateway.class)
                .filter(gateway -> gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)
                .filter(Model::forks)
                .filter(gateway -> !String.valueOf(gateway.getName()).endsWith("?")
                        || gateway.getOutgoing().stream().anyMatch(flow -> flow.getName() == null))
                .map(BaseElement::getId)
                .toList();
        holds(check);
        fails(check, "name=\"What follows?\"", "name=\"Fork\"", "what-follows");
        fails(check, "id=\"agreed\" name=\"agreed\"", "id=\"agreed\"", "returned-to-decider");
    }

    @Test
    void idsAreWordsAndNotGenerated() {
        Pattern word = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
        Pattern madeUp = Pattern.compile(
                "(activity|gateway|flow|sequenceflow|event|task|usertask|startevent|endevent|subprocess|process|definitions|message|textannotation|association)-[a-z0-9]*\\d[a-z0-9]*",
                Pattern.CASE_INSENSITIVE);
        Function<Model, List<String>> check = model -> Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(model.text())
                .results()
                .map(found -> found.group(1))
                .filter(id -> !word.matcher(id).matches() || madeUp.matcher(id).matches())
                .toList();
        holds(check);
        fails(check, "\"to-close\"", "\"Flow_0k2j9ab\"", "Flow_0k2j9ab");
        fails(check, "\"to-close\"", "\"flow-0k2j9ab\"", "flow-0k2j9ab");
    }

    @Test
    void everyElementIsDrawn() {
        Function<Model, List<String>> check = model -> differences(
                Stream.of(FlowNode.class, SequenceFlow.class, TextAnnotation.class, Association.class)
                        .flatMap(model::all)
                        .map(BaseElement::getId),
                Stream.concat(
                        model.all(BpmnShape.class)
                                .map(BpmnShape::getBpmnElement)
                                .map(BaseElement::getId),
                        model.all(BpmnEdge.class).map(BpmnEdge::getBpmnElement).map(BaseElement::getId)));
        holds(check);
        fails(check, "bpmnElement=\"close\"", "bpmnElement=\"concern-closed\"", "only in the model: close");
        fails(check, "bpmnElement=\"to-close\"", "bpmnElement=\"to-concern-closed\"", "only in the model: to-close");
    }

    // Assertions

    private static void holds(Function<Model, List<String>> check) {
        assertThat(check.apply(Model.of(SHIPPED))).isEmpty();
    }

    /** Fails if the passage is missing, because the change would then have no effect. */
    private static void fails(Function<Model, List<String>> check, String passage, String changed, String fault) {
        assertThat(SHIPPED).contains(passage);
        assertThat(check.apply(Model.of(SHIPPED.replace(passage, changed)))).contains(fault);
    }

    private static List<String> differences(Stream<String> model, Stream<String> code) {
        Set<String> inModel = model.collect(toCollection(TreeSet::new));
        Set<String> inCode = code.collect(toCollection(TreeSet::new));
        return Stream.concat(
                        inModel.stream().filter(not(inCode::contains)).map(it -> "only in the model: " + it),
                        inCode.stream().filter(not(inModel::contains)).map(it -> "only in the code: " + it))
                .toList();
    }

    private static Stream<String> beanMethods() {
        ProcessCallbacks callbacks = (ProcessCallbacks) Proxy.newProxyInstance(
                ProcessCallbacks.class.getClassLoader(),
                new Class<?>[] {ProcessCallbacks.class},
                (proxy, method, arguments) -> null);
        return ProcessBeans.of(callbacks).entrySet().stream().flatMap(bean -> Arrays.stream(
                        bean.getValue().getClass().getDeclaredMethods())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(DelegateExecution.class))
                .map(Method::getName)
                .map(method -> bean.getKey() + "." + method));
    }

    private static Stream<String> deadlineRules() {
        try {
            JsonNode steps =
                    new YAMLMapper().readTree(read("config/clocks.yaml")).get("steps");
            return steps.propertyStream().map(step -> step.getKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model as text, to search for forbidden content, and as elements. */
    private record Model(String text, BpmnModelInstance elements) {

        static Model of(String text) {
            return new Model(
                    text, Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        }

        <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
            return elements.getModelElementsByType(type).stream();
        }

        Stream<MatchResult> calls() {
            return CALL.matcher(text).results();
        }

        static boolean forks(Gateway gateway) {
            return gateway.getOutgoing().size() > 1;
        }

        static FlowNode pastMerges(FlowNode node) {
            return node instanceof ExclusiveGateway gateway && !forks(gateway)
                    ? pastMerges(next(node).findFirst().orElseThrow())
                    : node;
        }

        /** Whether the task has this non-interrupting timer, with its time expression and its call of the callback. */
        boolean hasTimer(UserTask task, String timer, String callback) {
            String step = task.getId();
            return all(BoundaryEvent.class)
                    .filter(event -> event.getId().equals(step + "-" + timer))
                    .filter(event -> event.getAttachedTo().equals(task) && !event.cancelActivity())
                    .filter(event -> event.getRawTextContent()
                            .contains("${deadlines.%sAt('%s', execution)}".formatted(timer, step)))
                    .flatMap(Model::next)
                    .filter(end -> end instanceof EndEvent && end.getId().equals(step + "-" + callback))
                    .flatMap(end -> end.getChildElementsByType(MessageEventDefinition.class).stream())
                    .anyMatch(message -> "${deadlines.%s('%s', execution)}"
                            .formatted(callback, step)
                            .equals(message.getCamundaExpression()));
        }

        List<String> deadEnds() {
            Set<FlowNode> reached = closure(all(FlowNode.class).filter(Model::begins), this::entered);
            return Stream.concat(
                            all(FlowNode.class)
                                    .filter(not(reached::contains))
                                    .map(node -> "nothing leads to " + node.getId()),
                            all(FlowNode.class)
                                    .filter(not(Model::triggered))
                                    .filter(node -> closure(Stream.of(node), Model::next).stream()
                                            .noneMatch(EndEvent.class::isInstance))
                                    .map(node -> "no end follows " + node.getId()))
                    .toList();
        }

        private static boolean begins(FlowNode node) {
            return triggered(node) || (node instanceof StartEvent && node.getParentElement() instanceof Process);
        }

        private static boolean triggered(FlowNode node) {
            return node instanceof SubProcess around && around.triggeredByEvent();
        }

        private static Stream<FlowNode> next(FlowNode node) {
            return node.getOutgoing().stream().map(SequenceFlow::getTarget);
        }

        /** Elements that a token can enter next: along the flows, into a subprocess, or by a boundary timer. */
        private Stream<FlowNode> entered(FlowNode node) {
            Stream<? extends FlowNode> inside = node instanceof SubProcess
                    ? node.getChildElementsByType(StartEvent.class).stream()
                    : Stream.empty();
            Stream<? extends FlowNode> timers = all(BoundaryEvent.class)
                    .filter(event -> event.getAttachedTo().equals(node));
            return Stream.of(next(node), inside, timers).flatMap(found -> found);
        }

        private static Set<FlowNode> closure(Stream<FlowNode> from, Function<FlowNode, Stream<FlowNode>> onward) {
            Deque<FlowNode> todo = from.collect(toCollection(ArrayDeque::new));
            Set<FlowNode> seen = new HashSet<>();
            while (!todo.isEmpty()) {
                FlowNode node = todo.remove();
                if (seen.add(node)) {
                    onward.apply(node).forEach(todo::add);
                }
            }
            return seen;
        }
    }
}
