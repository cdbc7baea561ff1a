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

/** Paths of earlier models go on in the present model from wherever they are. */
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
    }

    private void beginUnder(String model, List<String> unclearParts, Route... routes) {
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(
                        "response-path.bpmn", getClass().getClassLoader().getResourceAsStream("bpmn/" + model))
                .deploy();
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        ResponsePath.PROCESS,
                        REFERENCE,
                        variables(routes).putValueTyped("unclearParts", Variables.untypedValue(unclearParts, true)));
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/response-path.bpmn")
                .deploy();
    }

    private void beginUnderReleaseOne() {
        beginUnder("response-path-release-1.bpmn", List.of());
    }

    private void beginWithPartsInTheMainFlow(Route... routes) {
        beginUnder("response-path-parts-in-main-flow.bpmn", List.of(), routes);
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

    /** The open steps, with their items. */
    private List<String> places() {
        return engine.getTaskService().createTaskQuery().list().stream()
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
    void aPathThatHasJustBegunKeepsItsStepsAndAwaitsTheMessages() {
        beginUnderReleaseOne();
        bringForward();
        assertThat(places())
                .containsExactly(
                        "acknowledgement ",
                        "immediate-risk-check 1",
                        "immediate-risk-check 2",
                        "lado-referral 1",
                        "lado-referral 2",
                        "police-report ");
        tell(PathMessage.CEOP_DUE.id(), "");
        tell(PathMessage.LADO_DUE.id(), "3");
        tell(PathMessage.PART_RECEIVED.id(), "3");
        assertThat(places()).contains("ceop-decision ", "lado-referral 3", "immediate-risk-check 3");
        goesToItsClose();
    }

    @Test
    void aPathWithOpenReportsOfEveryKindGoesOn() {
        beginUnderReleaseOne();
        complete("immediate-risk-check");
        complete("threshold-decision");
        complete("police-report");
        assertThat(places())
                .hasSize(10)
                .contains("ceop-decision ", "lado-referral 2", "platform-decision 1", "social-care-referral 2");
        List<String> before = places();
        letters.clear();

        bringForward();

        assertThat(places()).as("with the items").isEqualTo(before);
        assertThat(letters).as("no letter is written again").isEmpty();
        tell(PathMessage.PLATFORM_DUE.id(), "3");
        assertThat(places()).contains("platform-decision 3");
        goesToItsClose();
    }

    @Test
    void aPartThatWaitsOnlyForItsReferralsIsAnswered() {
        beginUnderReleaseOne();
        complete("immediate-risk-check");
        complete("threshold-decision");
        complete("referrer-feedback");
        bringForward();
        assertThat(open()).contains("acknowledgement", "immediate-risk-check").doesNotContain("referrer-feedback");
        goesToItsClose();
    }

    @Test
    void aPathThatWaitsOnlyForReportsWaitsForThemBeforeItsClose() {
        beginUnderReleaseOne();
        for (int part = 1; part <= 2; part++) {
            complete("immediate-risk-check");
            complete("threshold-decision");
            complete("referrer-feedback");
        }
        complete("acknowledgement");
        bringForward();
        assertThat(open())
                .contains("police-report", "lado-referral", "social-care-referral")
                .doesNotContain("close");
        goesToItsClose();
    }

    @Test
    void aDiscussionThatWasHeldBeforeTheFeedbackIsNotAwaitedAgain() {
        beginUnderReleaseOne();
        complete("immediate-risk-check");
        complete("threshold-decision", Route.STRATEGY_DUE);
        complete("strategy-discussion");
        bringForward();
        assertThat(open()).contains("acknowledgement", "immediate-risk-check", "referrer-feedback");
        goesToItsClose();
    }

    @Test
    void aHeldReportStaysHeld() {
        beginUnderReleaseOne();
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

    @Test
    void partsOfTheMainFlowGoOnBesideEachOther() {
        beginUnder("response-path-parts-in-main-flow.bpmn", List.of("2"), Route.OUT_OF_HOURS, Route.BY_TELEPHONE);
        tell(PathMessage.POLICE_DUE.id(), "");
        tell(PathMessage.PLATFORM_DUE.id(), "1");
        complete("immediate-risk-check");
        complete("threshold-decision", Route.STRATEGY_DUE);
        List<String> before = places();
        assertThat(before)
                .containsExactly(
                        "acknowledgement ",
                        "authority-decision 2",
                        "immediate-risk-check 2",
                        "platform-decision 1",
                        "police-report ",
                        "referrer-feedback 1",
                        "strategy-discussion 1",
                        "written-concern ");
        letters.clear();

        bringForward();

        assertThat(places()).isEqualTo(before);
        assertThat(letters).isEmpty();
        tell(PathMessage.PART_RECEIVED.id(), "3");
        assertThat(places()).contains("immediate-risk-check 3");
        engine.getManagementService()
                .createJobQuery()
                .activityId("next-opening")
                .list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        assertThat(open()).contains("hand-over");
        goesToItsClose();
    }

    @Test
    void aPathThatWaitsOnlyForItsPartsKeepsThem() {
        beginWithPartsInTheMainFlow();
        complete("acknowledgement");
        complete("immediate-risk-check");
        complete("threshold-decision", Route.SECOND_READING);
        List<String> before = places();
        assertThat(before).hasSize(2);
        bringForward();
        assertThat(places()).isEqualTo(before);
        complete("second-reading", Route.RETURNED);
        assertThat(places())
                .as("the item stays with the part")
                .contains(before.get(1).replace("second-reading", "threshold-decision"));
        goesToItsClose();
    }

    @Test
    void aPathBeforeItsCloseStaysThere() {
        beginWithPartsInTheMainFlow(Route.REOPENED);
        tell(PathMessage.POLICE_DUE.id(), "");
        bringForward();
        assertThat(open()).containsExactly("police-report");
        tell(ResponsePath.WORK_SETTLED, "");
        complete("police-report");
        complete("close");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }
}
