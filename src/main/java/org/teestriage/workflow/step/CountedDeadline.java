package org.teestriage.workflow.step;

import org.teestriage.deadline.Deadline;

/** A deadline, and the circumstances in which it was counted. */
public record CountedDeadline(Deadline deadline, DeadlineBasis basis) {}
