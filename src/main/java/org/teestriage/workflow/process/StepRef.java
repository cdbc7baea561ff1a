package org.teestriage.workflow.process;

import org.teestriage.concern.Reference;

/** A place on the path of one concern: an element of the model, and the item it stands for there, empty for none. */
public record StepRef(Reference reference, String element, String item) {}
