package org.teestriage.directory.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Part;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Authority;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.directory.PostcodeTable;

/** Finds the hub that answers for each child: by the authority of the child's address, on the day the concern was received. */
@ApplicationScoped
public class Routing {

    private final Directory directory;
    private final AuthorityLocator authorityLocator;

    Routing(Directory directory, PostcodeTable postcodes) {
        this.directory = directory;
        this.authorityLocator = new AuthorityLocator(directory, postcodes::authorityOf);
    }

    /** Where one child belongs, and how that was found. */
    public record Placement(String hub, @Nullable String authority, Part.Jurisdiction standing, String how) {}

    /** Children who belong together, numbered from 1, and how each was placed. */
    public record Group(Placement placement, List<Integer> children, List<String> how) {}

    public List<Group> groups(Facts facts, Instant receivedAt) {
        record Key(String hub, @Nullable String authority, Part.Jurisdiction standing) {}
        LocalDate day = BusinessClock.dateOf(receivedAt);
        Map<Key, Group> groups = new LinkedHashMap<>();
        for (int number = 1; number <= facts.children().size(); number++) {
            Placement placement = place(facts.children().get(number - 1), day);
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

    /** Where children of an authority belong on a day: its hub, or, outside Tees, the hub that sees to them until the right door does. */
    public Placement at(Authority authority, String how, LocalDate day) {
        Optional<Hub> hub = directory.hubFor(authority.code(), day);
        return hub.map(own -> new Placement(own.id(), authority.code(), Part.Jurisdiction.KNOWN, how))
                .orElseGet(() -> new Placement(
                        directory.receivesUnclear().id(), authority.code(), Part.Jurisdiction.OUTSIDE, how));
    }

    /** The authority whose LADO is told of somebody who works at this postcode, where that is clear. */
    public Optional<Authority> authorityAround(@Nullable String postcode) {
        return authorityLocator.locate(postcode) instanceof LocatedAuthority.Known known
                ? Optional.of(known.authority())
                : Optional.empty();
    }
}
