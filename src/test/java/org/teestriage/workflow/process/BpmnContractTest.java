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
import java.lang.reflect.RecordComponent;
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
 * Holds the model and the code to each other. Every test has two halves: the shipped model is without fault, and a model
 * spoilt in one place is not, because a check that cannot fail proves nothing.
 */
class BpmnContractTest {

    private static final String SHIPPED = read("bpmn/response-path.bpmn");
    private static final String RETRIES = "PT10S,PT1M,PT5M,PT15M,PT1H";
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\((?:'([a-z-]+)', )?execution\\)}");

    // What the code knows

    @Test
    void a_person_is_awaited_exactly_where_the_code_has_a_step_and_under_its_title() {
        Function<Model, List<String>> check = model -> differences(
                model.all(UserTask.class).map(task -> task.getId() + ": " + task.getName()),
                Arrays.stream(Step.values()).map(step -> step.id() + ": " + step.title()));
        holds(check);
        fails(check, "hand-over", "handover", "only in the code: hand-over: Hand-over from the night");
        fails(check, "name=\"Close\"", "name=\"Shut\"", "only in the model: close: Shut");
    }

    @Test
    void a_condition_is_a_bare_route_and_every_route_is_asked_for() {
        Function<Model, List<String>> check = model -> differences(
                model.all(ConditionExpression.class).map(ModelElementInstance::getTextContent),
                Arrays.stream(Route.values()).map(route -> "${" + route.id() + "}"));
        holds(check);
        fails(check, "${policeDue}", "${policeWanted}", "only in the code: ${policeDue}");
        fails(check, "${ceopDue}", "${ceopDue or held}", "only in the model: ${ceopDue or held}");
    }

    @Test
    void the_path_listens_for_exactly_what_may_happen_to_a_concern() {
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
    void only_a_duplicate_interrupts_the_path() {
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
    void expressions_call_exactly_what_the_engine_room_offers() {
        Function<Model, List<String>> check =
                model -> differences(model.calls().map(call -> call.group(1) + "." + call.group(2)), offered());
        holds(check);
        fails(check, "${letters.prepare", "${desk.prepare", "only in the model: desk.prepare");
        fails(check, "deadlines.nextOpening", "deadlines.holdEnds", "only in the code: deadlines.nextOpening");
    }

    @Test
    void an_expression_holds_no_logic_but_one_route_or_one_call() {
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
    void a_letter_is_prepared_under_the_name_of_its_own_element() {
        Function<Model, List<String>> check = model -> model.all(ServiceTask.class)
                .filter(task ->
                        !("${letters.prepare('" + task.getId() + "', execution)}").equals(task.getCamundaExpression()))
                .map(BaseElement::getId)
                .toList();
        holds(check);
        fails(check, "prepare('letter-to-lado'", "prepare('letter-to-police'", "letter-to-lado");
    }

    @Test
    void what_stands_once_for_each_of_several_is_a_list_the_code_gives_and_carries_one_item() {
        Function<Model, List<String>> check = model -> differences(
                model.all(MultiInstanceLoopCharacteristics.class)
                        .map(each -> each.getParentElement().getElementType().getTypeName() + " for each of "
                                + each.getCamundaCollection() + " as " + each.getCamundaElementVariable()),
                Arrays.stream(PathInput.class.getRecordComponents())
                        .filter(component -> component.getType() == List.class)
                        .map(RecordComponent::getName)
                        .map(list -> "subProcess for each of " + list + " as " + ResponsePath.ITEM));
        holds(check);
        fails(
                check,
                "camunda:collection=\"accounts\"",
                "camunda:collection=\"handles\"",
                "only in the code: subProcess for each of accounts as item");
        fails(
                check,
                "camunda:elementVariable=\"item\"",
                "camunda:elementVariable=\"child\"",
                "only in the model: subProcess for each of parts as child");
    }

    @Test
    void the_model_carries_no_code_no_forms_and_no_asynchronous_continuations() {
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

    // Time

    @Test
    void every_step_warns_before_its_deadline_and_tells_of_its_breach_without_ending() {
        Function<Model, List<String>> check = model -> model.all(UserTask.class)
                .flatMap(task -> Stream.of("warning warned", "breach breached")
                        .map(words -> words.split(" "))
                        .filter(words -> !model.tells(task, words[0], words[1]))
                        .map(words -> task.getId() + " lacks its " + words[0]))
                .toList();
        holds(check);
        fails(check, "warningAt('close'", "warningAt('hand-over'", "close lacks its warning");
        fails(check, "breached('close'", "warned('close'", "close lacks its breach");
        fails(check, "\"close-breach\"", "\"close-late\"", "close lacks its breach");
        fails(check, "cancelActivity=\"false\"", "cancelActivity=\"true\"", "close lacks its warning");
    }

    @Test
    void every_step_has_a_clock_and_every_clock_a_step() {
        Function<Model, List<String>> check =
                model -> differences(model.all(UserTask.class).map(BaseElement::getId), deadlineRules());
        holds(check);
        fails(check, "hand-over", "handover", "only in the model: handover");
    }

    @Test
    void every_timer_is_tried_again_at_growing_distances() {
        Function<Model, List<String>> check = model -> model.all(TimerEventDefinition.class)
                .map(ModelElementInstance::getParentElement)
                .map(BaseElement.class::cast)
                .filter(event -> !event.getRawTextContent().contains(RETRIES))
                .map(BaseElement::getId)
                .toList();
        holds(check);
        fails(check, RETRIES, "R3/PT1M", "ceop-hold");
    }

    /** Timers fire in the engine's own transactions, which nobody gave routes or lists: a person must bring them first. */
    @Test
    void behind_a_timer_on_the_path_stands_a_person_before_any_fork() {
        Function<Model, List<String>> check = model -> model.all(IntermediateCatchEvent.class)
                .filter(timer -> !Model.next(timer).map(Model::pastMerges).allMatch(UserTask.class::isInstance))
                .map(BaseElement::getId)
                .toList();
        holds(check);
        fails(check, "targetRef=\"hand-over\"", "targetRef=\"out-of-hours\"", "next-opening");
    }

    // The shape

    @Test
    void every_element_is_reached_from_a_beginning_and_leads_to_an_end() {
        Function<Model, List<String>> check = Model::deadEnds;
        holds(check);
        fails(check, "targetRef=\"close\"", "targetRef=\"all-done\"", "nothing leads to close");
        fails(check, "targetRef=\"concern-closed\"", "targetRef=\"close\"", "no end follows close");
    }

    @Test
    void a_fork_between_alternatives_has_a_way_out_when_no_route_is_open() {
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
    void a_fork_asks_a_question_and_each_way_out_answers_it() {
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
    void ids_are_words_that_no_tool_made_up() {
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
    void everything_is_drawn() {
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

    // The two halves of a test

    private static void holds(Function<Model, List<String>> check) {
        assertThat(check.apply(Model.of(SHIPPED))).isEmpty();
    }

    /** The passage must be there, lest a canary spoil nothing. */
    private static void fails(Function<Model, List<String>> check, String passage, String spoilt, String because) {
        assertThat(SHIPPED).contains(passage);
        assertThat(check.apply(Model.of(SHIPPED.replace(passage, spoilt)))).contains(because);
    }

    private static List<String> differences(Stream<String> model, Stream<String> code) {
        Set<String> inModel = model.collect(toCollection(TreeSet::new));
        Set<String> inCode = code.collect(toCollection(TreeSet::new));
        return Stream.concat(
                        inModel.stream().filter(not(inCode::contains)).map(it -> "only in the model: " + it),
                        inCode.stream().filter(not(inModel::contains)).map(it -> "only in the code: " + it))
                .toList();
    }

    private static Stream<String> offered() {
        ProcessCallbacks nobody = (ProcessCallbacks) Proxy.newProxyInstance(
                ProcessCallbacks.class.getClassLoader(),
                new Class<?>[] {ProcessCallbacks.class},
                (proxy, method, arguments) -> null);
        return ProcessBeans.of(nobody).entrySet().stream().flatMap(bean -> Arrays.stream(
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

    /** A model as text, for what must not be written in it, and as elements. */
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

        /** Whether the timer hangs under the task without ending it, asks for its time and tells of it. */
        boolean tells(UserTask task, String timer, String told) {
            String step = task.getId();
            return all(BoundaryEvent.class)
                    .filter(event -> event.getId().equals(step + "-" + timer))
                    .filter(event -> event.getAttachedTo().equals(task) && !event.cancelActivity())
                    .filter(event -> event.getRawTextContent()
                            .contains("${deadlines.%sAt('%s', execution)}".formatted(timer, step)))
                    .flatMap(Model::next)
                    .filter(end -> end instanceof EndEvent && end.getId().equals(step + "-" + told))
                    .flatMap(end -> end.getChildElementsByType(MessageEventDefinition.class).stream())
                    .anyMatch(message -> "${deadlines.%s('%s', execution)}"
                            .formatted(told, step)
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

        /** What a token at this element may touch next: along the flows, into a subprocess, over its timers. */
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
