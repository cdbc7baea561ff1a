package org.teestriage.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Notes;
import org.teestriage.directory.Authority;
import org.teestriage.directory.routing.Places;
import org.teestriage.letter.content.PartnerView;

@ApplicationScoped
class PartnerViews {

    private final Notes notes;
    private final ConcernAccess concernAccess;
    private final Places places;

    PartnerViews(Notes notes, ConcernAccess concernAccess, Places places) {
        this.notes = notes;
        this.concernAccess = concernAccess;
        this.places = places;
    }

    PartnerView of(Concern concern, LocalDate today) {
        PartnerView view =
                PartnerView.of(concern, notes.of(concern.reference()), concernAccess.towardsPartners(concern));
        Map<Integer, PartnerView.Areas> elsewhere = new TreeMap<>();
        for (Places.Place place : places.of(concern)) {
            Authority now = place.now();
            if (now != null && view.facts().children().get(place.child() - 1).whereNow() != null) {
                elsewhere.put(place.child(), areas(place.home(), now, today));
            }
        }
        return view.withChildrenElsewhere(elsewhere);
    }

    private PartnerView.Areas areas(@Nullable Authority home, Authority now, LocalDate today) {
        return new PartnerView.Areas(
                home == null ? "not certain yet" : home.name(),
                now.name(),
                places.door(now).orElse(null),
                places.force(Optional.of(now), today).name());
    }
}
