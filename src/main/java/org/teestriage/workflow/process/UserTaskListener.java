package org.teestriage.workflow.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Reports each opened or closed step in the transaction that moves the token, so the queue always equals the engine's
 * tasks.
 */
final class UserTaskListener extends AbstractBpmnParseListener {

    private final TaskListener opened;
    private final TaskListener closed;

    UserTaskListener(ProcessCallbacks callbacks) {
        this.opened = task -> callbacks.opened(place(task), task.getId());
        this.closed = task -> callbacks.closed(task.getId());
    }

    private static StepRef place(DelegateTask task) {
        return ProcessBeans.place(task.getTaskDefinitionKey(), task.getExecution());
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addTaskListener(TaskListener.EVENTNAME_CREATE, opened);
        for (String ending : List.of(TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE)) {
            definition.addTaskListener(ending, closed);
        }
    }
}
