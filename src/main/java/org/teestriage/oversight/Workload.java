package org.teestriage.oversight;

import java.util.List;
import org.teestriage.casework.queue.OpenEnquiry;
import org.teestriage.casework.queue.QueuePage;
import org.teestriage.decision.wording.Choice;

public record Workload(
        List<Load> hubs,
        List<Load> people,
        List<QueuePage.Line> pressing,
        List<OpenEnquiry> asking,
        List<String> alarms,
        List<Choice> colleagues) {

    /** The numbers of open steps of a hub or a user. The last three are subsets of {@code open}. */
    public record Load(String name, int open, int unclaimed, int dueSoon, int overdue) {}
}
