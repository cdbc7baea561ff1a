package org.teestriage.oversight;

import java.util.List;
import org.teestriage.casework.queue.OpenEnquiry;
import org.teestriage.casework.queue.QueuePage;
import org.teestriage.decision.wording.Choice;

/** What a manager watches: which hub and which person has how much, what is late or about to be, and what nobody looks after. */
public record Workload(
        List<Load> hubs,
        List<Load> people,
        List<QueuePage.Line> pressing,
        List<OpenEnquiry> asking,
        List<String> alarms,
        List<Choice> colleagues) {

    /** How much waits with a hub or a person. */
    public record Load(String name, int open, int unclaimed, int dueSoon, int overdue) {}
}
