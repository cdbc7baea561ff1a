package org.teestriage.letter;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Notes;
import org.teestriage.letter.content.PartnerView;

@ApplicationScoped
class PartnerViews {

    private final Notes notes;
    private final ConcernAccess concernAccess;

    PartnerViews(Notes notes, ConcernAccess concernAccess) {
        this.notes = notes;
        this.concernAccess = concernAccess;
    }

    PartnerView of(Concern concern) {
        return PartnerView.of(concern, notes.of(concern.reference()), concernAccess.towardsPartners(concern));
    }
}
