package org.teestriage.directory.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.ChildItem.Where;
import org.teestriage.concern.Concern;
import org.teestriage.concern.facts.Address;
import org.teestriage.concern.facts.Child;
import org.teestriage.directory.Authority;
import org.teestriage.directory.Directory;
import org.teestriage.directory.OutsideContact;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Partner.Kind;
import org.teestriage.directory.Partners;
import org.teestriage.platform.text.PlainWords;

/** The authorities and police forces of the places where the children of a concern live, and where they are now. */
@ApplicationScoped
public class Places {

    private final Directory directory;
    private final Partners partners;
    private final Routing routing;

    Places(Directory directory, Partners partners, Routing routing) {
        this.directory = directory;
        this.partners = partners;
        this.routing = routing;
    }

    /**
     * Where a child lives, and where it is.
     *
     * @param home the authority of the child's part, unless it is unclear
     * @param now the authority where the child is, if that is known and another one
     * @param placing the name of the authority that placed a looked-after child, if that is known and another one
     */
    public record Place(
            int child,
            @Nullable Authority home,
            @Nullable Authority now,
            @Nullable String placing) {

        private Stream<Map.Entry<ChildItem, Optional<Authority>>> areas() {
            return Stream.concat(
                    Stream.of(Map.entry(new ChildItem(child, Where.HOME), Optional.ofNullable(home))),
                    Stream.ofNullable(now).map(area -> Map.entry(new ChildItem(child, Where.NOW), Optional.of(area))));
        }
    }

    /**
     * A police force.
     *
     * @param partner empty if the force is not on file: a person finds it
     */
    public record Force(String name, Optional<Partner> partner) {}

    public List<Place> of(Concern concern) {
        return IntStream.rangeClosed(1, concern.facts().children().size())
                .mapToObj(child -> of(concern, child))
                .toList();
    }

    public Place of(Concern concern, int child) {
        Authority home =
                concern.partOfChild(child).authority().map(directory::authority).orElse(null);
        Child facts = concern.facts().children().get(child - 1);
        Address whereNow = facts.whereNow();
        return new Place(
                child,
                home,
                whereNow == null
                        ? null
                        : around(whereNow.postcode())
                                .filter(area -> !area.equals(home))
                                .orElse(null),
                facts.placingAuthority()
                        .filter(name -> home == null || !isNamed(home, name))
                        .orElse(null));
    }

    /** The authority of this name, if it is on file. */
    public Optional<Authority> named(String name) {
        return directory.authorities().stream()
                .filter(authority -> isNamed(authority, name))
                .findFirst();
    }

    private static boolean isNamed(Authority authority, String name) {
        return PlainWords.of(authority.name()).equals(PlainWords.of(name));
    }

    public Optional<Authority> around(@Nullable String postcode) {
        return routing.authorityAround(postcode);
    }

    /**
     * The police forces to be told of a concern, by the item of their report: the empty one for the first, and that of the
     * first child in their area for each other one. Cleveland Police comes first wherever a child lives or is in its area, or
     * where that is not known.
     */
    public Map<String, Force> forces(Concern concern, LocalDate day) {
        return forces(of(concern), day);
    }

    public Map<String, Force> forces(List<Place> places, LocalDate day) {
        Map<ChildItem, Force> areas = new LinkedHashMap<>();
        places.stream().flatMap(Place::areas).forEach(area -> areas.put(area.getKey(), force(area.getValue(), day)));
        Force own = force(Optional.empty(), day);
        Force first = areas.values().stream()
                .filter(own::equals)
                .findFirst()
                .or(() -> areas.values().stream().findFirst())
                .orElse(own);
        Map<String, Force> forces = new LinkedHashMap<>(Map.of("", first));
        areas.forEach((item, force) -> {
            if (!forces.containsValue(force)) {
                forces.put(item.toString(), force);
            }
        });
        return forces;
    }

    public Force force(Optional<Authority> area, LocalDate day) {
        return area.filter(each -> !each.inTees())
                .map(outside -> partners.of(Kind.POLICE, outside.code(), day)
                        .map(Places::onFile)
                        .orElseGet(() -> new Force("The police force of " + outside.name(), Optional.empty())))
                .orElseGet(() -> onFile(partners.only(Kind.POLICE, day)));
    }

    private static Force onFile(Partner partner) {
        return new Force(partner.name(), Optional.of(partner));
    }

    /** The contact of an authority outside Tees, in words. */
    public Optional<String> door(Authority area) {
        return directory.doorOutside(area.code()).map(OutsideContact::inWords);
    }
}
