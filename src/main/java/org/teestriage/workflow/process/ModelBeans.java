package org.teestriage.workflow.process;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.teestriage.concern.Reference;

/** The closed list of what expressions in the model may call. Each call only hands the question on to the desk. */
final class ModelBeans {

    private ModelBeans() {}

    static Map<Object, Object> of(Attendant attendant) {
        return Map.of("deadlines", new Deadlines(attendant), "letters", new Letters(attendant));
    }

    static Place place(String element, DelegateExecution execution) {
        Object item = execution.getVariable(ResponsePath.ITEM);
        return new Place(
                Reference.read(execution.getProcessBusinessKey()), element, item == null ? "" : item.toString());
    }

    /** Deadlines, and what to do when one passes. */
    public record Deadlines(Attendant attendant) {

        public Date warningAt(String step, DelegateExecution execution) {
            return Date.from(attendant.deadline(place(step, execution)).warning());
        }

        public Date breachAt(String step, DelegateExecution execution) {
            return Date.from(attendant.deadline(place(step, execution)).due());
        }

        public Date nextOpening(DelegateExecution execution) {
            return Date.from(attendant.nextOpening(place("next-opening", execution)));
        }

        public Date holdEnds(String step, DelegateExecution execution) {
            return Date.from(attendant.holdEnds(place(step, execution)));
        }

        public void warned(String step, DelegateExecution execution) {
            attendant.warned(place(step, execution));
        }

        public void breached(String step, DelegateExecution execution) {
            attendant.breached(place(step, execution));
        }
    }

    /** Letters to partners. */
    public record Letters(Attendant attendant) {
        public void prepare(String element, DelegateExecution execution) {
            attendant.letterDue(place(element, execution));
        }
    }
}
