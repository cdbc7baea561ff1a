package org.teestriage.directory.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Part;
import org.teestriage.concern.facts.Child;
import org.teestriage.directory.routing.Routing.Placement;

/**
 * Where the children of a concern belong after its facts have changed. Pure. A child stays where a person or the earlier
 * facts put it, unless its own postcode has changed and now lies in another authority, or in none that is certain.
 */
public final class Rerouting {

    /**
     * Children who change their part together.
     *
     * @param from the part that they were in; null for children who are new
     * @param part their part from now on: that of before if it moves as a whole, another one, or the next number for a new
     *     one
     */
    public record Move(List<Integer> children, @Nullable Integer from, int part, Placement to) {

        /** Whether the part itself moves, with its open steps. */
        public boolean isOfTheWholePart() {
            return from != null && from == part;
        }
    }

    private record Place(String hub, @Nullable String authority, Part.Jurisdiction standing) {
        static Place of(Part part) {
            return new Place(part.hub(), part.authority().orElse(null), part.standing());
        }

        static Place of(Placement placement) {
            return new Place(placement.hub(), placement.authority(), placement.standing());
        }
    }

    private record Group(@Nullable Integer from, Place place) {}

    private final Collection<Part> parts;
    private final Collection<Integer> decided;
    private final int next;
    private final Function<Child, Placement> place;

    /**
     * @param parts those with children
     * @param decided the numbers of the parts with a threshold decision: no child joins them, because it would get none
     * @param next number of the next new part
     */
    public Rerouting(Collection<Part> parts, Collection<Integer> decided, int next, Function<Child, Placement> place) {
        this.parts = parts;
        this.decided = decided;
        this.next = next;
        this.place = place;
    }

    public List<Move> moves(List<Child> before, List<Child> after) {
        Map<Group, List<Integer>> groups = new LinkedHashMap<>();
        Map<Group, Placement> placements = new HashMap<>();
        for (int number = 1; number <= after.size(); number++) {
            Child child = after.get(number - 1);
            Optional<Part> part = partOf(number);
            if (part.isPresent() && samePostcode(before.get(number - 1), child)) {
                continue;
            }
            Placement to = place.apply(child);
            if (part.isPresent() && stays(part.get(), to)) {
                continue;
            }
            Placement kept = part.isPresent() ? untilDecided(part.get(), to) : to;
            Group group = new Group(part.map(Part::number).orElse(null), Place.of(kept));
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(number);
            placements.putIfAbsent(group, kept);
        }
        return moves(groups, placements);
    }

    private List<Move> moves(Map<Group, List<Integer>> groups, Map<Group, Placement> placements) {
        Map<Place, Integer> joinable = new HashMap<>();
        parts.stream()
                .filter(part -> !decided.contains(part.number()))
                .forEach(part -> joinable.putIfAbsent(Place.of(part), part.number()));
        List<Move> moves = new ArrayList<>();
        int free = next;
        for (Map.Entry<Group, List<Integer>> each : groups.entrySet()) {
            Group group = each.getKey();
            int part = whole(group, each.getValue())
                    .or(() -> Optional.ofNullable(joinable.get(group.place())))
                    .orElse(free);
            free = part == free ? free + 1 : free;
            joinable.putIfAbsent(group.place(), part);
            moves.add(new Move(each.getValue(), group.from(), part, Objects.requireNonNull(placements.get(group))));
        }
        return moves;
    }

    /** The part of these children, if it moves with all of them and nothing that was decided stays behind. */
    private Optional<Integer> whole(Group group, List<Integer> children) {
        return parts.stream()
                .filter(part -> Objects.equals(group.from(), part.number())
                        && !decided.contains(part.number())
                        && children.containsAll(part.children()))
                .map(Part::number)
                .findFirst();
    }

    private Optional<Part> partOf(int child) {
        return parts.stream().filter(part -> part.children().contains(child)).findFirst();
    }

    private static boolean stays(Part part, Placement to) {
        return to.standing() == Part.Jurisdiction.UNCLEAR
                ? part.standing() == Part.Jurisdiction.UNCLEAR
                : Objects.equals(to.authority(), part.authority().orElse(null));
    }

    /** Until a person decides the authority, children stay with the hub that knows them. */
    private static Placement untilDecided(Part part, Placement to) {
        return to.standing() == Part.Jurisdiction.UNCLEAR
                ? new Placement(part.hub(), null, to.standing(), to.how())
                : to;
    }

    private static boolean samePostcode(Child before, Child after) {
        return packed(before.homePostcode()).equals(packed(after.homePostcode()));
    }

    private static String packed(@Nullable String postcode) {
        return postcode == null ? "" : postcode.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
