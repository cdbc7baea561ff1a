package org.teestriage.workflow.process;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.teestriage.concern.Reference;
import org.teestriage.deadline.Deadline;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;
import org.teestriage.platform.transaction.ConcurrentUpdateException;

@ApplicationScoped
public class ResponsePath {

    static final String PROCESS = "response-path";
    static final String GLASS_REVIEW = "glass-review";
    static final String ITEM = "item";

    private final ProcessEngineBootstrap processEngineBootstrap;

    public ResponsePath(ProcessEngineBootstrap processEngineBootstrap) {
        this.processEngineBootstrap = processEngineBootstrap;
    }

    public void begin(Reference reference, PathInput onward) {
        translatingConflicts(() -> processEngineBootstrap
                .engine()
                .getRuntimeService()
                .startProcessInstanceByKey(PROCESS, reference.value(), passing(onward)));
    }

    /**
     * Starts a manager's review of a break-glass access. Separate from the path, so that a finished path need not
     * restart.
     */
    public void reviewGlass(Reference reference, String number) {
        translatingConflicts(() -> processEngineBootstrap
                .engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        GLASS_REVIEW,
                        reference.value(),
                        Variables.createVariables().putValue(ITEM, number)));
    }

    public void complete(String task, PathInput onward) {
        translatingConflicts(
                () -> processEngineBootstrap.engine().getTaskService().complete(task, passing(onward)));
    }

    /** Sets the timers of an open step to its new deadline. A timer that has fired does not fire again. */
    public void moveTimers(String task, String step, Deadline deadline) {
        translatingConflicts(() -> {
            String execution = processEngineBootstrap
                    .engine()
                    .getTaskService()
                    .createTaskQuery()
                    .taskId(task)
                    .singleResult()
                    .getExecutionId();
            moveTimer(execution, step + "-warning", deadline.warning());
            moveTimer(execution, step + "-breach", deadline.due());
        });
    }

    private void moveTimer(String execution, String element, Instant to) {
        ManagementService management = processEngineBootstrap.engine().getManagementService();
        management
                .createJobQuery()
                .executionId(execution)
                .activityId(element)
                .list()
                .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(to)));
    }

    /**
     * Correlates a message with the concern's path, whatever step is open.
     *
     * @param item number of the item, empty for none
     */
    public void tell(Reference reference, PathMessage happening, String item) {
        translatingConflicts(() -> processEngineBootstrap
                .engine()
                .getRuntimeService()
                .createMessageCorrelation(happening.id())
                .processInstanceBusinessKey(reference.value())
                .setVariableToTriggeredScope(ITEM, item)
                .correlate());
    }

    private static void translatingConflicts(Runnable move) {
        try {
            move.run();
        } catch (OptimisticLockingException e) {
            throw new ConcurrentUpdateException(e);
        }
    }

    /** Transient variables live as long as the transaction, so the engine stores only item keys of a concern. */
    private static VariableMap passing(PathInput onward) {
        VariableMap variables = Variables.createVariables();
        Arrays.stream(Route.values())
                .forEach(route -> variables.putValueTyped(
                        route.id(), Variables.booleanValue(onward.routes().contains(route), true)));
        items(variables, "parts", onward.parts());
        items(variables, "unclearParts", onward.unclearParts());
        items(variables, "referredChildren", onward.referredChildren());
        items(variables, "accounts", onward.accounts());
        items(variables, "workplaces", onward.workplaces());
        return variables;
    }

    private static void items(VariableMap variables, String name, List<String> items) {
        variables.putValueTyped(name, Variables.untypedValue(items, true));
    }
}
