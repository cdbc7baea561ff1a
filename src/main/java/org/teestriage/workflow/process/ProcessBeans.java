package org.teestriage.workflow.process;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.teestriage.concern.Reference;

/** Complete list of beans that expressions in the model can call; each delegates to {@link ProcessCallbacks}. */
final class ProcessBeans {

    private ProcessBeans() {}

    static Map<Object, Object> of(ProcessCallbacks callbacks) {
        return Map.of("deadlines", new Deadlines(callbacks), "letters", new Letters(callbacks));
    }

    static StepRef place(String element, DelegateExecution execution) {
        Object item = execution.getVariable(ResponsePath.ITEM);
        return new StepRef(
                Reference.read(execution.getProcessBusinessKey()), element, item == null ? "" : item.toString());
    }

    /** Computes deadlines and reports passed ones. Deployed models use this bean name and these method names. */
    public record Deadlines(ProcessCallbacks callbacks) {

        public Date warningAt(String step, DelegateExecution execution) {
            return Date.from(callbacks.deadline(place(step, execution)).warning());
        }

        public Date breachAt(String step, DelegateExecution execution) {
            return Date.from(callbacks.deadline(place(step, execution)).due());
        }

        public Date nextOpening(DelegateExecution execution) {
            return Date.from(callbacks.nextOpening(place("next-opening", execution)));
        }

        public Date holdEnds(String step, DelegateExecution execution) {
            return Date.from(callbacks.holdEnds(place(step, execution)));
        }

        public void warned(String step, DelegateExecution execution) {
            callbacks.warned(place(step, execution));
        }

        public void breached(String step, DelegateExecution execution) {
            callbacks.breached(place(step, execution));
        }
    }

    /** Requests letters to partners. Deployed models use this bean name and this method name. */
    public record Letters(ProcessCallbacks callbacks) {
        public void prepare(String element, DelegateExecution execution) {
            callbacks.letterDue(place(element, execution));
        }
    }
}
