package org.teestriage.workflow.step;

import org.teestriage.deadline.Deadline;

public record CountedDeadline(Deadline deadline, DeadlineBasis basis) {}
