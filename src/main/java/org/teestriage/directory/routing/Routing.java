package org.teestriage.directory.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Part;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Authority;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.directory.Postcode;
import org.teestriage.directory.PostcodeTable;

@ApplicationScoped
public class Routing {

    private final Directory directory;
    private final AuthorityLocator authorityLocator;

    @Inject
    Routing(Directory directory, PostcodeTable postcodes) {
        this(directory, postcodes::authorityOf);
    }

    Routing(Directory directory, Function<Postcode, Optional<String>> imported) {
        this.directory = directory;
        this.authorityLocator = new AuthorityLocator(directory, imported);
    }

    /**
     * The hub of one child.
     *
     * @param how a sentence that explains the choice
     */
    public record Placement(String hub, @Nullable String authority, Part.Jurisdiction standing, String how) {

        /** The hub of the other children, for a child of whom only the harm is known; a person decides the authority. */
        public Placement besides(Child child, String hubOfOthers) {
            return standing == Part.Jurisdiction.UNCLEAR && child.allegedToHaveHarmed() && child.homePostcode() == null
                    ? new Placement(hubOfOthers, null, standing, how)
                    : this;
        }
    }

    /**
     * Children with the same placement.
     *
     * @param children numbers from 1
     * @param how one sentence for each child
     */
    public record Group(Placement placement, List<Integer> children, List<String> how) {}

    public List<Group> groups(Facts facts, Instant receivedAt) {
        record Key(String hub, @Nullable String authority, Part.Jurisdiction standing) {}
        LocalDate day = BusinessClock.dateOf(receivedAt);
        Map<Key, Group> groups = new LinkedHashMap<>();
        String known = facts.children().stream()
                .map(child -> place(child, day))
                .filter(placement -> placement.standing() == Part.Jurisdiction.KNOWN)
                .map(Placement::hub)
                .findFirst()
                .orElseGet(() -> directory.receivesUnclear().id());
        for (int number = 1; number <= facts.children().size(); number++) {
            Child child = facts.children().get(number - 1);
            Placement placement = place(child, day).besides(child, known);
            Group group = groups.computeIfAbsent(
                    new Key(placement.hub(), placement.authority(), placement.standing()),
                    key -> new Group(placement, new ArrayList<>(), new ArrayList<>()));
            group.children().add(number);
            group.how().add("Child %d: %s".formatted(number, placement.how()));
        }
        return List.copyOf(groups.values());
    }

    public Placement place(Child child, LocalDate day) {
        LocatedAuthority located = authorityLocator.locate(child.homePostcode());
        if (located instanceof LocatedAuthority.Known known) {
            return at(known.authority(), known.how(), day);
        }
        if (located instanceof LocatedAuthority.Ambiguous ambiguous) {
            Hub nearest = ambiguous.candidates().stream()
                    .flatMap(candidate -> directory.hubFor(candidate.code(), day).stream())
                    .findFirst()
                    .orElseGet(directory::receivesUnclear);
            return new Placement(nearest.id(), null, Part.Jurisdiction.UNCLEAR, ambiguous.why());
        }
        return new Placement(
                directory.receivesUnclear().id(),
                null,
                Part.Jurisdiction.UNCLEAR,
                ((LocatedAuthority.Unknown) located).why());
    }

    /**
     * The hub of the authority on a day. Outside Tees, the hub that takes unclear concerns, until the responsible
     * authority takes over.
     */
    public Placement at(Authority authority, String how, LocalDate day) {
        Optional<Hub> hub = directory.hubFor(authority.code(), day);
        return hub.map(own -> new Placement(own.id(), authority.code(), Part.Jurisdiction.KNOWN, how))
                .orElseGet(() -> new Placement(
                        directory.receivesUnclear().id(), authority.code(), Part.Jurisdiction.OUTSIDE, how));
    }

    /**
     * The authority under a hub that accepts children of another hub: that of before where the hub serves it, else the only
     * one that it serves. With several, a person decides. Children outside Tees stay their own authority's.
     */
    public Placement accepted(String hub, Part part, LocalDate day) {
        List<String> served = directory.authorities().stream()
                .map(Authority::code)
                .filter(code -> directory
                        .hubFor(code, day)
                        .filter(own -> own.id().equals(hub))
                        .isPresent())
                .toList();
        String before = part.authority().orElse(null);
        if (part.standing() != Part.Jurisdiction.KNOWN || served.contains(before)) {
            return new Placement(hub, before, part.standing(), "accepted by the hub");
        }
        return served.size() == 1
                ? new Placement(hub, served.get(0), Part.Jurisdiction.KNOWN, "accepted by the hub")
                : new Placement(hub, null, Part.Jurisdiction.UNCLEAR, "accepted by the hub");
    }

    /** The authority whose LADO is responsible for a workplace at this postcode; empty if it is not certain. */
    public Optional<Authority> authorityAround(@Nullable String postcode) {
        return authorityLocator.locate(postcode) instanceof LocatedAuthority.Known known
                ? Optional.of(known.authority())
                : Optional.empty();
    }
}
