package org.teestriage.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.concern.facts.Address;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.directory.Authority;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.directory.Partner.Kind;
import org.teestriage.directory.Partners;
import org.teestriage.directory.routing.Places;
import org.teestriage.letter.Letter.Purpose;

@ApplicationScoped
class Recipients {

    private static final String SOCIAL_CARE_OF = "Children's social care of ";

    private final Partners partners;
    private final Places places;
    private final Directory directory;
    private final Outbox outbox;

    Recipients(Partners partners, Places places, Directory directory, Outbox outbox) {
        this.partners = partners;
        this.places = places;
        this.directory = directory;
        this.outbox = outbox;
    }

    /** The hub of a part, and its telephone numbers. */
    String sender(Part part) {
        Hub hub = directory.hub(part.hub());
        return Stream.concat(
                        Stream.of(hub.name()),
                        hub.phones().stream()
                                .map(phone -> phone.lastVerified() == null
                                        ? phone.number() + " (not confirmed)"
                                        : phone.number()))
                .collect(Collectors.joining(", "));
    }

    /** A force that was told learns also that the child is not in its area any more. */
    Recipient police(Concern concern, String item, LocalDate today) {
        Map<String, Places.Force> forces = places.forces(concern, today);
        return Optional.ofNullable(forces.get(item))
                .map(Recipients::recipient)
                .or(() -> before(concern, Purpose.POLICE_REPORT, item))
                .orElseGet(() -> recipient(Objects.requireNonNull(forces.get(""))));
    }

    private static Recipient recipient(Places.Force force) {
        return force.partner().map(Recipient::of).orElseGet(() -> Recipient.unknown(force.name()));
    }

    Recipient socialCare(Concern concern, ChildItem item, LocalDate today) {
        Places.Place place = places.of(concern, item.child());
        return switch (item.where()) {
            case HOME -> socialCare(place.home(), today).orElseGet(Recipients::undecided);
            case NOW ->
                socialCare(place.now(), today)
                        .or(() -> before(concern, Purpose.SOCIAL_CARE_REFERRAL, item.toString()))
                        .or(() -> socialCare(place.home(), today))
                        .orElseGet(Recipients::undecided);
            case PLACING ->
                Optional.ofNullable(place.placing())
                        .map(name -> socialCare(places.named(name).orElse(null), today)
                                .orElseGet(() -> Recipient.unknown(SOCIAL_CARE_OF + name)))
                        .or(() -> before(concern, Purpose.SOCIAL_CARE_REFERRAL, item.toString()))
                        .orElseGet(Recipients::undecided);
        };
    }

    private Optional<Recipient> socialCare(@Nullable Authority authority, LocalDate today) {
        return Optional.ofNullable(authority).map(of -> recipient(Kind.SOCIAL_CARE, of, SOCIAL_CARE_OF, today));
    }

    private static Recipient undecided() {
        return Recipient.unknown(SOCIAL_CARE_OF + "the authority of the child, to be decided");
    }

    private Optional<Recipient> before(Concern concern, Purpose purpose, String item) {
        return outbox.latest(concern.reference(), purpose, item)
                .map(letter -> new Recipient(letter.partner(), letter.partnerId()));
    }

    Recipient lado(Suspect suspect, LocalDate today) {
        Suspect.Workplace workplace = suspect.workplace();
        Address address = workplace == null ? null : workplace.address();
        return places.around(address == null ? null : address.postcode())
                .map(authority -> recipient(Kind.LADO, authority, "LADO of ", today))
                .orElseGet(() -> Recipient.unknown("LADO of the authority of the workplace, to be confirmed"));
    }

    /**
     * An authority outside Tees may have no partner entry. Its name is then the recipient, and a person must send the
     * letter.
     */
    private Recipient recipient(Kind kind, Authority authority, String called, LocalDate today) {
        return partners.of(kind, authority.code(), today)
                .map(Recipient::of)
                .orElseGet(() -> Recipient.unknown(called + authority.name()));
    }
}
