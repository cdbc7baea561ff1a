package org.teestriage.casework.restriction;

import org.teestriage.access.authorization.Colleague;
import org.teestriage.access.authorization.Colleagues;
import org.teestriage.access.authorization.Docket;
import org.teestriage.access.authorization.Handling;
import org.teestriage.access.authorization.Sight;
import org.teestriage.access.authorization.WallEntry;
import org.teestriage.platform.transaction.OneCommit;
import org.teestriage.platform.transaction.Refused;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Wall;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.timeline.Happened.Kind;
import org.teestriage.timeline.Reading.What;

/** Where a manager says who is kept out of a concern, or alone let in. It holds from the next request on. */
@ApplicationScoped
public class WallDesk {

    private final OneCommit oneCommit;
    private final Docket docket;
    private final Walls walls;
    private final Colleagues colleagues;

    WallDesk(OneCommit oneCommit, Docket docket, Walls walls, Colleagues colleagues) {
        this.oneCommit = oneCommit;
        this.docket = docket;
        this.walls = walls;
        this.colleagues = colleagues;
    }

    public WallsView of(Officer officer, Reference reference) {
        return oneCommit.of(() -> {
            return view(docket.toRead(officer, Act.SEE_READINGS, reference, What.WALLS));
        });
    }

    public WallsView build(Officer officer, Reference reference, WallOrder order) {
        return oneCommit.of(() -> {
            Handling handling = docket.toChange(officer, Act.MANAGE, reference);
            colleagues.meet(officer);
            requireNamed(docket.sight(handling), kind(order.kind()));
            check(handling, order);
            order.users().stream()
                    .sorted()
                    .forEach(user -> walls.build(handling, new Wall(kind(order.kind()), user), order.reason()));
            walls.releaseWhatTheyHad(handling);
            return view(docket.sight(handling));
        });
    }

    private static void requireNamed(Sight sight, Wall.Kind kind) {
        if (!Access.mayChangeWall(sight.officer(), kind, sight.ground())) {
            throw Refused.notAllowed(
                    "A restriction to named people stands. Only they add to it or lift it: ask one of them.");
        }
    }

    private void check(Handling handling, WallOrder order) {
        String self = handling.officer().user();
        if (order.kind() == WallOrder.Kind.EXCLUDE) {
            if (order.users().contains(self)) {
                throw Refused.conflict("You cannot keep yourself out: ask another manager of the hub to,"
                        + " so that somebody still answers for this concern.");
            }
            return;
        }
        if (!order.users().contains(self) && !isNamed(handling, self, kind(order.kind()))) {
            throw Refused.conflict("Name yourself too, so that somebody can let others in later.");
        }
        for (String user : order.users()) {
            if (!user.equals(self) && !worksOn(handling.concern(), user)) {
                throw Refused.conflict("One of these user names is nobody's who works at a hub of this concern and has"
                        + " signed in before. Check them.");
            }
        }
    }

    private boolean isNamed(Handling handling, String user, Wall.Kind kind) {
        return walls.of(handling.concern().reference()).stream()
                .filter(BuiltWall::stands)
                .anyMatch(built -> built.wall().equals(new Wall(kind, user)));
    }

    private boolean worksOn(Concern concern, String user) {
        Optional<Colleague> known = colleagues.find(user);
        return known.isPresent()
                && concern.parts().stream().anyMatch(part -> known.get().worksAt(part.hub()));
    }

    private static Wall.Kind kind(WallOrder.Kind kind) {
        return switch (kind) {
            case EXCLUDE -> Wall.Kind.EXCLUDED_USER;
            case RESTRICT -> Wall.Kind.NAMED;
            case RESTRICT_LADO -> Wall.Kind.NAMED_FOR_LADO;
        };
    }

    public WallsView lift(Officer officer, Reference reference, int number, Lifting lifting) {
        return oneCommit.of(() -> {
            Handling handling = docket.toChange(officer, Act.MANAGE, reference);
            Sight sight = docket.sight(handling);
            BuiltWall wall = walls.standing(reference, number)
                    .filter(standing -> !sight.veil().hides(standing.wall()))
                    .orElseThrow(() -> Refused.conflict("There is no wall of this number, or it was lifted before."));
            requireNamed(sight, wall.wall().kind());
            wall.lift(handling.now());
            handling.tell(
                    Kind.UNWALLED,
                    "A wall was lifted.",
                    new WallEntry(wall.wall().kind(), wall.wall().subject(), lifting.reason()));
            return view(docket.sight(handling));
        });
    }

    private WallsView view(Sight sight) {
        Reference reference = sight.concern().reference();
        return new WallsView(reference, walls.shown(reference, sight.veil()));
    }
}
