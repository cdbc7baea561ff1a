package org.teestriage.casework.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Concerns.Unanswered;
import org.teestriage.concern.Reference;

@ApplicationScoped
public class StatusEnquiries {

    private static final int SHOWN = 50;

    private final Concerns concerns;
    private final ConcernAccess concernAccess;

    StatusEnquiries(Concerns concerns, ConcernAccess concernAccess) {
        this.concerns = concerns;
        this.concernAccess = concernAccess;
    }

    /** Returns the unanswered enquiries of the manager's hubs, oldest first, at most 50. */
    public List<OpenEnquiry> at(Officer manager) {
        return concernAccess.visible(manager, Act.MANAGE, concerns.unanswered(), Unanswered::reference).stream()
                .limit(SHOWN)
                .map(asked -> new OpenEnquiry(asked.reference(), asked.at(), asked.by()))
                .toList();
    }

    public static List<Reference> references(List<OpenEnquiry> asks) {
        return asks.stream().map(OpenEnquiry::reference).toList();
    }
}
