package org.teestriage.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;

/** Paths of release 1 go on in the present model from wherever they are. */
class EarlierPathMigrationTest {

    private static final String REFERENCE = "28T5-CY4T-Y";

    private final List<String> letters = new ArrayList<>();
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("earlier");
        configuration.setJdbcUrl("jdbc:h2:mem:earlier");
        configuration.setBeans(ProcessBeans.of(new DayAheadCallbacks(place -> letters.add(place.element()))));
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(
                        "response-path.bpmn",
                        getClass().getClassLoader().getResourceAsStream("bpmn/response-path-release-1.bpmn"))
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey(ResponsePath.PROCESS, REFERENCE, variables());
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/response-path.bpmn")
                .deploy();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private static VariableMap variables(Route... routes) {
        Set<Route> chosen = EnumSet.noneOf(Route.class);
        chosen.addAll(List.of(routes));
        VariableMap variables = Variables.createVariables();
        for (Route route : Route.values()) {
            variables.putValueTyped(route.id(), Variables.booleanValue(chosen.contains(route), true));
        }
        for (String due : List.of("policeDue", "ceopDue")) {
            variables.putValueTyped(due, Variables.booleanValue(true, true));
        }
        variables.putValueTyped("parts", Variables.untypedValue(List.of("1", "2"), true));
        variables.putValueTyped("unclearParts", Variables.untypedValue(List.of(), true));
        for (String items : List.of("referredChildren", "accounts", "workplaces")) {
            variables.putValueTyped(items, Variables.untypedValue(List.of("1", "2"), true));
        }
        return variables;
    }

    private void complete(String step, Route... routes) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(step)
                .listPage(0, 1)
                .get(0);
        engine.getTaskService().complete(task.getId(), variables(routes));
    }

    private void tell(String message, String item) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(REFERENCE)
                .setVariableToTriggeredScope(ResponsePath.ITEM, item)
                .correlate();
    }

    private List<String> open() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The open reports, with their items. */
    private List<String> places() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .filter(task -> task.getTaskDefinitionKey().matches("(police|ceop|platform|lado|social-care)-.*"))
                .map(task -> "%s %s"
                        .formatted(
                                task.getTaskDefinitionKey(),
                                engine.getRuntimeService().getVariable(task.getExecutionId(), ResponsePath.ITEM))
                        .replace(" null", " "))
                .sorted()
                .toList();
    }

    private void bringForward() {
        new EarlierPathMigration(engine)
                .bringForward(
                        engine.getRuntimeService().createProcessInstanceQuery().singleResult());
    }

    /** Completes what is open until the path waits for the message that nothing is due, and then its close. */
    private void goesToItsClose() {
        for (List<String> steps = open(); !steps.isEmpty(); steps = open()) {
            complete(steps.get(0));
        }
        tell(ResponsePath.WORK_SETTLED, "");
        complete("close");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void aPathThatHasJustBegunKeepsItsMainStepsAndAwaitsTheMessages() {
        bringForward();
        assertThat(open())
                .containsExactly(
                        "acknowledgement",
                        "immediate-risk-check",
                        "immediate-risk-check",
                        "lado-referral",
                        "lado-referral",
                        "police-report");
        tell(PathMessage.CEOP_DUE.id(), "");
        tell(PathMessage.LADO_DUE.id(), "3");
        assertThat(places()).contains("ceop-decision ", "lado-referral 3");
        goesToItsClose();
    }

    @Test
    void aPathWithOpenReportsOfEveryKindGoesOn() {
        complete("immediate-risk-check");
        complete("threshold-decision");
        complete("police-report");
        assertThat(open()).contains("ceop-decision", "platform-decision", "lado-referral", "social-care-referral");
        assertThat(places()).hasSize(7).contains("lado-referral 2", "platform-decision 1", "social-care-referral 2");
        List<String> before = places();
        letters.clear();

        bringForward();

        assertThat(places()).as("with the items").isEqualTo(before);
        assertThat(open()).contains("acknowledgement", "immediate-risk-check", "referrer-feedback");
        assertThat(letters).as("no letter is written again").isEmpty();
        tell(PathMessage.PLATFORM_DUE.id(), "3");
        assertThat(places()).contains("platform-decision 3");
        goesToItsClose();
    }

    @Test
    void aPartThatWaitsOnlyForItsReferralsIsAnswered() {
        complete("immediate-risk-check");
        complete("threshold-decision");
        complete("referrer-feedback");
        bringForward();
        assertThat(open()).contains("acknowledgement", "immediate-risk-check").doesNotContain("referrer-feedback");
        goesToItsClose();
    }

    @Test
    void aPathThatWaitsOnlyForReportsOpensItsClose() {
        for (int part = 1; part <= 2; part++) {
            complete("immediate-risk-check");
            complete("threshold-decision");
            complete("referrer-feedback");
        }
        complete("acknowledgement");
        bringForward();
        assertThat(open())
                .as("the rules of the service refuse the close meanwhile")
                .contains("close", "police-report", "lado-referral", "social-care-referral");
        for (String step : open()) {
            if (!step.equals("close")) {
                complete(step);
            }
        }
        complete("close");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void aDiscussionThatWasHeldBeforeTheFeedbackIsNotAwaitedAgain() {
        complete("immediate-risk-check");
        complete("threshold-decision", Route.STRATEGY_DUE);
        complete("strategy-discussion");
        bringForward();
        assertThat(open()).contains("acknowledgement", "immediate-risk-check", "referrer-feedback");
        goesToItsClose();
    }

    @Test
    void aHeldReportStaysHeld() {
        complete("police-report");
        complete("ceop-decision", Route.HELD);
        bringForward();
        assertThat(open()).doesNotContain("ceop-decision");
        engine.getManagementService()
                .createJobQuery()
                .activityId("ceop-hold")
                .list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        assertThat(open()).contains("ceop-decision");
        goesToItsClose();
    }
}
