package org.teestriage.workflow.process;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.teestriage.concern.Reference;
import org.teestriage.deadline.Deadline;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;
import org.teestriage.decision.Step;
import org.teestriage.platform.transaction.ConcurrentUpdateException;

@ApplicationScoped
public class ResponsePath {

    static final String PROCESS = "response-path";
    static final String GLASS_REVIEW = "glass-review";
    static final String ITEM = "item";
    static final String WORK_SETTLED = "work-settled";

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

    /**
     * As {@link #tell}, within the command of {@link #atOnce}.
     *
     * @return whether the path awaits the message: a path of an earlier release does not know every message
     */
    public boolean tellIfAwaited(Reference reference, PathMessage happening, String item) {
        return deliver(reference, happening.id(), item.isEmpty() ? Map.of() : Map.of(ITEM, item));
    }

    /** Brings a path of an earlier release to the present model, with all that is open in it. */
    public void bringForward(Reference reference) {
        translatingConflicts(
                () -> new EarlierPathMigration(processEngineBootstrap.engine()).bringForward(instance(reference)));
    }

    private ProcessInstance instance(Reference reference) {
        return processEngineBootstrap
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value(), PROCESS)
                .singleResult();
    }

    /** Ends the subprocesses in which these steps of an item are open. */
    public void end(Reference reference, Set<Step> steps, String item) {
        translatingConflicts(() -> {
            RuntimeService runtime = processEngineBootstrap.engine().getRuntimeService();
            String path = instance(reference).getId();
            List<ActivityInstance> ending = Arrays.stream(
                            runtime.getActivityInstance(path).getChildActivityInstances())
                    .filter(each -> steps.stream().anyMatch(step -> each.getActivityInstances(step.id()).length > 0)
                            && item.equals(runtime.getVariable(each.getExecutionIds()[0], ITEM)))
                    .toList();
            ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(path);
            ending.forEach(each -> change.cancelActivityInstance(each.getId()));
            change.execute();
        });
    }

    /** Whether the concern has a path, and that runs by an earlier version of the model. */
    public boolean isOfAnEarlierModel(Reference reference) {
        ProcessInstance path = instance(reference);
        return path != null && earlierModels().anyMatch(path.getProcessDefinitionId()::equals);
    }

    /** Concerns whose path runs by an earlier version of the model, in the order of their references. */
    public List<Reference> ofEarlierModels() {
        return earlierModels()
                .flatMap(model -> instancesOf(model).stream())
                .map(path -> new Reference(path.getBusinessKey()))
                .sorted(Comparator.comparing(Reference::value))
                .toList();
    }

    private Stream<String> earlierModels() {
        return processEngineBootstrap
                .engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .skip(1)
                .map(ProcessDefinition::getId);
    }

    private List<ProcessInstance> instancesOf(String model) {
        return processEngineBootstrap
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(model)
                .list();
    }

    /** Nothing due is unsettled: the concern can be closed if its path waits for nothing else. */
    public void settled(Reference reference) {
        deliver(reference, WORK_SETTLED, Map.of());
    }

    private boolean deliver(Reference reference, String message, Map<String, Object> variables) {
        return command(context -> InstanceMessages.deliver(context, reference, message, variables));
    }

    /** Runs several moves of a path as one command of the engine, which loads and stores each row once. */
    public boolean atOnce(BooleanSupplier moves) {
        return command(context -> moves.getAsBoolean());
    }

    private boolean command(Command<Boolean> command) {
        try {
            return ((ProcessEngineConfigurationImpl)
                            processEngineBootstrap.engine().getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(command);
        } catch (OptimisticLockingException e) {
            throw new ConcurrentUpdateException(e);
        }
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
        earlier(variables, onward.earlierItems());
        return variables;
    }

    private static void earlier(VariableMap variables, PathInput.EarlierItems items) {
        items(variables, "parts", items.parts());
        items(variables, "unclearParts", items.unclearParts());
        variables.putValueTyped("policeDue", Variables.booleanValue(items.police(), true));
        variables.putValueTyped("ceopDue", Variables.booleanValue(items.ceop(), true));
        items(variables, "referredChildren", items.referredChildren());
        items(variables, "accounts", items.accounts());
        items(variables, "workplaces", items.workplaces());
    }

    private static void items(VariableMap variables, String name, List<String> items) {
        variables.putValueTyped(name, Variables.untypedValue(items, true));
    }
}
