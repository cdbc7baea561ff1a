package org.teestriage.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;

/** Walks the shipped model in the engine alone, with a database in memory. */
class PathWalkTest {

    private static final String REFERENCE = "28T5-CY4T-Y";

    private final Set<String> walked = new TreeSet<>();
    private final List<String> letters = new ArrayList<>();
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("walk");
        configuration.setJdbcUrl("jdbc:h2:mem:walk");
        configuration.setBeans(ProcessBeans.of(
                new DayAheadCallbacks(place -> letters.add("%s %s".formatted(place.element(), place.item())))));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
                transition.addListener(
                        ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) taken -> walked.add(transition.getId()));
            }
        })));
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/response-path.bpmn")
                .deploy();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private void begin(Route... routes) {
        engine.getRuntimeService().startProcessInstanceByKey(ResponsePath.PROCESS, REFERENCE, variables(routes));
    }

    private static VariableMap variables(Route... routes) {
        Set<Route> chosen = EnumSet.noneOf(Route.class);
        chosen.addAll(List.of(routes));
        VariableMap variables = Variables.createVariables();
        for (Route route : Route.values()) {
            variables.putValueTyped(route.id(), Variables.booleanValue(chosen.contains(route), true));
        }
        return variables;
    }

    private void tell(String message, String item) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(REFERENCE)
                .setVariableToTriggeredScope(ResponsePath.ITEM, item)
                .correlate();
    }

    private void complete(String step, Route... routes) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(step)
                .listPage(0, 1)
                .get(0);
        engine.getTaskService().complete(task.getId(), variables(routes));
    }

    /** Fires the timers of this element. */
    private void fire(String element) {
        List<Job> jobs = engine.getManagementService()
                .createJobQuery()
                .activityId(element)
                .list();
        assertThat(jobs).as(element).isNotEmpty();
        jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    private List<String> open() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** Warns of each open step and lets it become overdue. */
    private void letEverythingBecomeLate() {
        Set.copyOf(open()).forEach(step -> {
            fire(step + "-warning");
            fire(step + "-breach");
        });
    }

    @Test
    void everySequenceFlowIsWalked() {
        begin(Route.OUT_OF_HOURS, Route.BY_TELEPHONE);
        for (PathMessage message : PathMessage.values()) {
            if (message != PathMessage.DUPLICATE_WITHDRAWN) {
                tell(message.id(), "1");
            }
        }
        fire("next-opening");
        letEverythingBecomeLate();
        List.of(
                        "emergency-call",
                        "information-review",
                        "hub-acceptance",
                        "letter-chase",
                        "lado-letter-chase",
                        "police-report",
                        "lado-referral",
                        "lado-evaluation",
                        "partner-check-overdue",
                        "end-of-enquiries",
                        "discussion-record",
                        "discussion-actions",
                        "social-care-referral",
                        "authority-decision",
                        "hand-over",
                        "acknowledgement",
                        "written-concern",
                        "immediate-risk-check")
                .forEach(this::complete);
        for (String held : List.of("ceop", "platform")) {
            complete(held + "-decision", Route.HELD);
            fire(held + "-hold");
            complete(held + "-decision");
        }
        letEverythingBecomeLate();
        complete("threshold-decision", Route.SECOND_READING);
        letEverythingBecomeLate();
        complete("second-reading", Route.RETURNED);
        complete("threshold-decision", Route.SECOND_READING);
        complete("second-reading", Route.STRATEGY_DUE);
        letEverythingBecomeLate();
        complete("strategy-discussion");
        complete("referrer-feedback");
        assertThat(open()).as("the close waits until nothing is due").isEmpty();
        tell(ResponsePath.WORK_SETTLED, "");
        assertThat(open()).containsExactly("close");
        letEverythingBecomeLate();
        complete("close");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();

        begin();
        tell(PathMessage.PART_RECEIVED.id(), "1");
        complete("immediate-risk-check");
        complete("threshold-decision");
        tell(PathMessage.DUPLICATE_WITHDRAWN.id(), "");
        begin(Route.REOPENED);
        assertThat(open()).isEmpty();
        tell(ResponsePath.WORK_SETTLED, "");
        complete("close");

        engine.getRuntimeService().startProcessInstanceByKey(ResponsePath.GLASS_REVIEW, REFERENCE);
        letEverythingBecomeLate();
        complete("break-glass-review");

        assertThat(walked)
                .containsExactlyInAnyOrderElementsOf(Bpmn.readModelFromStream(
                                getClass().getClassLoader().getResourceAsStream("bpmn/response-path.bpmn"))
                        .getModelElementsByType(SequenceFlow.class)
                        .stream()
                        .map(SequenceFlow::getId)
                        .toList());
    }

    @Test
    void reportsOfOneKindAreOpenBesideEachOtherAndEachPreparesItsLetter() {
        begin(Route.REOPENED);
        tell(PathMessage.PLATFORM_DUE.id(), "1");
        tell(PathMessage.PLATFORM_DUE.id(), "2");
        tell(PathMessage.SOCIAL_CARE_DUE.id(), "2");
        assertThat(open()).containsExactly("platform-decision", "platform-decision", "social-care-referral");
        assertThat(letters).containsExactly("text-for-platform 1", "text-for-platform 2", "letter-to-social-care 2");
    }

    @Test
    void partsAreWorkedOnBesideEachOtherAndEachJoinsForItself() {
        begin(Route.REOPENED);
        tell(PathMessage.PART_RECEIVED.id(), "1");
        tell(PathMessage.PART_RECEIVED.id(), "2");
        for (int part = 1; part <= 2; part++) {
            complete("immediate-risk-check");
            complete("threshold-decision", Route.STRATEGY_DUE);
        }
        assertThat(open())
                .containsExactly(
                        "referrer-feedback", "referrer-feedback", "strategy-discussion", "strategy-discussion");
        List.of("referrer-feedback", "referrer-feedback", "strategy-discussion", "strategy-discussion")
                .forEach(this::complete);
        tell(ResponsePath.WORK_SETTLED, "");
        assertThat(open()).containsExactly("close");
    }

    @Test
    void aReportCanBecomeDueWhileTheCloseIsOpen() {
        begin(Route.REOPENED);
        tell(ResponsePath.WORK_SETTLED, "");
        tell(PathMessage.POLICE_DUE.id(), "");
        assertThat(open()).containsExactly("close", "police-report");
    }
}
