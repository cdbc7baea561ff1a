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
        Map<Integer, String> elsewhere = new TreeMap<>();
        for (Places.Place place : places.of(concern)) {
            Authority now = place.now();
            if (now != null && view.facts().children().get(place.child() - 1).whereNow() != null) {
                elsewhere.put(place.child(), inWords(place.home(), now, today));
            }
        }
        return view.withChildrenElsewhere(elsewhere);
    }

    private String inWords(@Nullable Authority home, Authority now, LocalDate today) {
        return "lives in %s; is now in %s (%s%s). Children's social care and the police of both areas are told."
                .formatted(
                        home == null ? "an area that is not certain yet" : home.name(),
                        now.name(),
                        places.door(now).map(door -> door + "; ").orElse(""),
                        places.force(Optional.of(now), today).name());
    }
}
