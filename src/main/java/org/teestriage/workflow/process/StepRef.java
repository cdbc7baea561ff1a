package org.teestriage.workflow.process;

import org.teestriage.concern.Reference;

/**
 * An element of the model in one concern's path.
 *
 * @param element BPMN element id, not necessarily that of a {@link org.teestriage.decision.Step}
 * @param item number of the item, empty for none
 */
public record StepRef(Reference reference, String element, String item) {}
